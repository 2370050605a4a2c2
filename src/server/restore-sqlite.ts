import { existsSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { syncPath } from './back-up-sqlite.ts'
import { type LedgerLine, readLedger } from './erasure-ledger.ts'
import type { Outside } from './kysely-store.ts'
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
  await syncPath(dirname(database))
  const opened = await openSqlite(database, outside)
  if (!opened.ok) return opened
  const { store } = opened
  try {
    const lines = new Map([...former.erased, ...(await readLedger(ledger))].map((line) => [line.response, line]))
    let erased = 0
    for (const [device, own] of Map.groupBy(lines.values(), (line) => line.device)) {
      const outcomes = await store.erase({ device, erasures: own })
      erased += outcomes.filter(({ kind }) => kind === 'erased').length
    }
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

type Former =
  | { readonly ok: true; readonly file: string | null; readonly erased: readonly LedgerLine[] }
  | { readonly ok: false; readonly reason: string }

/** Moves the database in use out of the way, and says what had been taken out of it. */
const setAside = async (database: string, { now }: Outside): Promise<Former> => {
  if (!existsSync(database)) return { ok: true, file: null, erased: [] }
  const seen = lastWords(database)
  if (seen === 'in use') return { ok: false, reason: 'a server is using the database: stop it first' }
  const file = `${database}.before-${now().toISOString().replaceAll(/[:.]/g, '-')}`
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${database}${ending}`)) await rename(`${database}${ending}`, `${file}${ending}`)
  }
  return { ok: true, file, erased: seen }
}

/** What had been taken out, as far as it can still be read: the ledger beside it says the same. */
const lastWords = (database: string): readonly LedgerLine[] | 'in use' => {
  let raw: Database.Database | null = null
  try {
    raw = new Database(database, { timeout: 200 })
    // The log is written back and given up only where nobody else has the database open.
    if (raw.pragma('journal_mode = DELETE', { simple: true }) !== 'delete') return 'in use'
    return raw
      .prepare('select response, survey, reason, device, asked_at as at from erasure')
      .all() as readonly LedgerLine[]
  } catch (error) {
    return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY') ? 'in use' : []
  } finally {
    raw?.close()
  }
}
