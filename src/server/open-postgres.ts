import { Kysely, PostgresDialect, sql } from 'kysely'
import { DatabaseError, Pool, types } from 'pg'
import { kyselyStore, type Outside } from './kysely-store.ts'
import { migrate, type Migrated } from './migrations.ts'
import type { Opened } from './open-sqlite.ts'
import type { Tables } from './tables.ts'

/** Two servers that start at once take turns in making the tables. Any number does, as long as it is always this one. */
const migrating = 0x50_52_4f_46

/**
 * Opens the PostgreSQL database of a connection string, for an organisation that outgrows one machine: any number of
 * servers may share it. Sees that the database promises to keep what it says it has kept.
 *
 * @param url `postgresql://user:password@host/database`; it is never told in a reason
 */
export const openPostgres = async (url: string, outside: Outside): Promise<Opened> => {
  const pool = new Pool({ connectionString: url, max: 10 })
  // A connection that breaks while it rests is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    const reason = await whyUnsafe(db)
    const migrated: Migrated = reason === null ? await migrateInTurn(db) : { ok: false, reason }
    if (migrated.ok) return { ok: true, store: await kyselyStore(db, { scrub: () => scrub(db), ...outside }) }
    await db.destroy()
    return migrated
  } catch (error) {
    await db.destroy()
    return { ok: false, reason: reasonOf(error) }
  }
}

/**
 * Gives a PostgreSQL database that was restored from a backup its new epoch: every device hears it from the next server that
 * starts, and offers again what the backup does not have. @throws Error where it can't be reached or is none of ours
 */
export const renewPostgres = async (url: string, newId: () => string): Promise<void> => {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 1 }) }) })
  try {
    await db.updateTable('installation').set({ epoch: newId() }).execute()
  } finally {
    await db.destroy()
  }
}

// Counts and sums come as text, for they may be larger than a number holds; ours never are.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.NUMERIC, Number)

/** A database that is told not to wait for its disk loses what it has said it kept. */
const whyUnsafe = async (db: Kysely<Tables>): Promise<string | null> => {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(db)
    if (rows[0]?.value === 'off') return `it does not promise to keep what is written (${setting} is off)`
  }
  const { rows } = await sql<{ value: string }>`select current_setting('server_encoding') as value`.execute(db)
  return rows[0]?.value === 'UTF8' ? null : 'it does not hold every letter: make it with the encoding UTF8'
}

const migrateInTurn = (db: Kysely<Tables>): Promise<Migrated> =>
  db.connection().execute(async (one) => {
    await sql`select pg_advisory_lock(${sql.lit(migrating)})`.execute(one)
    try {
      return await migrate(one, { finish: (table) => table, blob: 'bytea' })
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(migrating)})`.execute(one)
    }
  })

/** What was deleted stands in its table until it is swept. The write-ahead log goes as the database recycles it. */
const scrub = async (db: Kysely<Tables>): Promise<void> => {
  await sql`vacuum revision, quarantine, attachment, attachment_part`.execute(db)
}

/** No reason tells the connection string: a password may stand in it. */
const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return 'there is no server at that address'
    case '28P01':
    case '28000':
      return 'the user or the password is wrong'
    case '3D000':
      return 'there is no database of that name'
    case '42501':
      return 'the user may not make tables in it'
    case '53300':
      return 'it has no connection left'
    default:
      return error instanceof DatabaseError ? `PostgreSQL says: ${error.message}` : 'it does not answer'
  }
}
