import { existsSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { syncPath } from './back-up-sqlite.ts'
import { eraseAgain } from './erase-again.ts'
import { type LedgerLine, readLedger } from './erasure-ledger.ts'
import type { Outside } from './kysely-store.ts'
import { type LastAccess, keepOut, lastAccess, noAccess } from './last-access.ts'
import type { SealingKeyRow } from './sealing.ts'
import { openSqlite } from './open-sqlite.ts'

export interface DataFiles {
  /** The database in use. */
  readonly database: string
  /** What was taken out: see `erasure-ledger.ts`. */
  readonly ledger: string
}

/** What a data folder holds, by name. */
export const dataFiles = (folder: string): DataFiles => ({
  database: join(folder, 'proforma.sqlite'),
  ledger: join(folder, 'erasures.ndjson'),
})

export type Restored =
  | {
      readonly ok: true
      /** Where the database that was in use stands now; null where there was none. */
      readonly former: string | null
      readonly epoch: string
      /** How many responses were taken out again. */
      readonly erased: number
    }
  | { readonly ok: false; readonly reason: string }

/**
 * Puts a backup in the place of the database, under a new epoch: every device hears it, and offers again what the backup
 * does not have. What was taken out since the backup is taken out again. The former database is kept beside, not deleted.
 * Refused while a server is using it, and where the backup is damaged or another program's.
 */
export const restoreSqlite = async (
  backup: string,
  { database, ledger }: DataFiles,
  outside: Outside,
): Promise<Restored> => {
  const incoming = `${database}.incoming`
  try {
    await copyFile(backup, incoming)
  } catch {
    return { ok: false, reason: 'there is no such file, or it cannot be read' }
  }
  const made = await renewed(incoming, outside)
  if (!made.ok) return made
  const former = await setAside(database, outside)
  if (!former.ok) {
    await rm(incoming, { force: true })
    return former
  }
  await rename(incoming, database)
  addLastWords(database, former)
  await syncPath(dirname(database))
  const opened = await openSqlite(database, outside)
  if (!opened.ok) return opened
  const { store } = opened
  try {
    const erased = await eraseAgain(store, [...former.erased, ...(await readLedger(ledger))])
    return { ok: true, former: former.file, epoch: store.identity.epoch, erased }
  } finally {
    await store.close()
  }
}

type Renewed = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Opens the copy as any database is opened, so that whatever is wrong with it is told, and gives it its new epoch. */
const renewed = async (file: string, outside: Outside): Promise<Renewed> => {
  const opened = await openSqlite(file, outside)
  if (!opened.ok) {
    await rm(file, { force: true })
    return { ok: false, reason: opened.reason }
  }
  await opened.store.close()
  const raw = new Database(file)
  raw.prepare('update installation set epoch = ?').run(outside.newId())
  raw.pragma('journal_mode = DELETE')
  raw.close()
  await syncPath(file)
  return { ok: true }
}

/**
 * What the database in use knows and a backup may not: what was taken out of it, the keys that tablets seal to, and who
 * was let in no longer.
 */
interface LastWords {
  readonly erased: readonly LedgerLine[]
  readonly keys: readonly SealingKeyRow[]
  readonly access: LastAccess
}

/** Tablets may have sealed to a key that is younger than the backup: it goes on opening what they send. */
const addLastWords = (file: string, { keys, access }: LastWords): void => {
  const raw = new Database(file)
  const add = raw.prepare('insert or ignore into sealing_key (public, private, made_at) values (?, ?, ?)')
  for (const { public: publicKey, private: privateKey, made_at } of keys) add.run(publicKey, privateKey, made_at)
  keepOut(raw, access)
  raw.close()
}

type Former =
  | ({ readonly ok: true; readonly file: string | null } & LastWords)
  | { readonly ok: false; readonly reason: string }

/** Moves the database in use out of the way, and says what had been taken out of it. */
const setAside = async (database: string, { now }: Outside): Promise<Former> => {
  if (!existsSync(database)) return { ok: true, file: null, erased: [], keys: [], access: noAccess }
  const seen = lastWords(database)
  if (seen === 'in use') return { ok: false, reason: 'a server is using the database: stop it first' }
  const file = `${database}.before-${now().toISOString().replaceAll(/[:.]/g, '-')}`
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${database}${ending}`)) await rename(`${database}${ending}`, `${file}${ending}`)
  }
  return { ok: true, file, ...seen }
}

/** As far as it can still be read: of what was taken out the ledger beside it says the same. */
const lastWords = (database: string): LastWords | 'in use' => {
  let raw: Database.Database | null = null
  try {
    const opened = (raw = new Database(database, { timeout: 200 }))
    // The log is written back and given up only where nobody else has the database open.
    if (raw.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return 'in use'
    return {
      erased: rowsOf(
        raw,
        'select response, survey, reason, device, asked_at as at from erasure',
      ) as readonly LedgerLine[],
      keys: rowsOf(raw, 'select public, private, made_at from sealing_key') as readonly SealingKeyRow[],
      access: lastAccess((query) => rowsOf(opened, query)),
    }
  } catch (error) {
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    return isBusy ? 'in use' : { erased: [], keys: [], access: noAccess }
  } finally {
    raw?.close()
  }
}

/** None where the table cannot be read: a database of an earlier release, or a damaged one. */
const rowsOf = (raw: Database.Database, query: string): readonly unknown[] => {
  try {
    return raw.prepare(query).all()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw error
    return []
  }
}
