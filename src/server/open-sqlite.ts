import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { kyselyStore, type Outside } from './kysely-store.ts'
import { migrate } from './migrations.ts'
import { fileSystemOf, networkDrive } from './network-drive.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/** `reason` goes on from "The database cannot be used: …". */
export type Opened = { readonly ok: true; readonly store: Store } | { readonly ok: false; readonly reason: string }

/** "PROF", in the file's head: tells our database from another program's. */
const applicationId = 0x50_52_4f_46

/** How long a writer waits for another process that writes to the same file, in milliseconds. */
const patience = 5000

/**
 * Opens the database in `file`, made anew where there is none, and sees that it will keep what it is given: WAL with
 * synchronous=FULL lost nothing in 69 power cuts, where WAL+NORMAL and DELETE+FULL both lost commits. The whole file is
 * read once, so that damage is told at the start and not in the middle of a push.
 */
export const openSqlite = async (file: string, outside: Outside): Promise<Opened> => {
  if (!existsSync(dirname(file))) return { ok: false, reason: 'its folder is not there' }
  const drive = networkDrive((outside.fileSystem ?? fileSystemOf)(dirname(file)))
  if (drive !== null)
    return { ok: false, reason: `it lies on a network drive (${drive}): put it on a disk of this machine` }
  let raw: Database.Database | null = null
  try {
    raw = new Database(file, { timeout: patience })
    const reason = prepare(raw)
    if (reason !== null) return refuse(raw, reason)
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) })
    const migrated = await migrate(db, { finish: (table) => table.modifyEnd(sql`strict`), blob: 'blob' })
    if (!migrated.ok) return refuse(raw, migrated.reason)
    const opened = raw
    // What was deleted stands in the log until the log is written back and cut off.
    const scrub = (): void => void opened.pragma('wal_checkpoint(TRUNCATE)')
    return { ok: true, store: await kyselyStore(db, { scrub, ...outside }) }
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === null) throw error
    return refuse(raw, reason)
  }
}

const refuse = (raw: Database.Database | null, reason: string): Opened => {
  raw?.close()
  return { ok: false, reason }
}

const prepare = (raw: Database.Database): string | null => {
  const ask = (pragma: string): unknown => raw.pragma(pragma, { simple: true })
  const isNew = ask('schema_version') === 0
  if (!isNew && ask('application_id') !== applicationId) return 'the file belongs to another program'
  if (ask('quick_check(1)') !== 'ok') return 'the file is damaged'
  if (isNew) ask(`application_id = ${applicationId}`)
  ask('journal_mode = WAL')
  ask('synchronous = FULL')
  ask('foreign_keys = ON')
  // What is deleted is overwritten, not only given free.
  ask('secure_delete = ON')
  const holds =
    ask('journal_mode') === 'wal' && ask('synchronous') === 2 && ask('foreign_keys') === 1 && ask('secure_delete') === 1
  return holds ? null : 'this disk cannot promise to keep what is written (SQLite’s WAL with synchronous=FULL)'
}

const reasonOf = (error: unknown): string | null => {
  if (!(error instanceof Database.SqliteError)) return null
  const [, kind = ''] = error.code.split('_')
  switch (kind) {
    case 'NOTADB':
    case 'CORRUPT':
      return 'the file is damaged'
    case 'CANTOPEN':
    case 'READONLY':
    case 'PERM':
    case 'IOERR':
      return 'the file cannot be written'
    case 'FULL':
      return 'the disk is full'
    case 'BUSY':
    case 'LOCKED':
      return 'another program is using it'
    default:
      return null
  }
}
