import { mkdir } from 'node:fs/promises'
import { renewPostgres } from '../server/open-postgres.ts'
import { dataFiles, restoreSqlite } from '../server/restore-sqlite.ts'
import { openData, outside } from './open-data.ts'
import { serveSettings } from './serve-settings.ts'
import { failed, misused, type Told } from './told.ts'

/**
 * `proforma restore FILE`: puts a backup in the place of the server's database. With PostgreSQL, `proforma restore` after its
 * own pg_restore has put the backup there.
 */
export const restoreCommand = async ([file, ...more]: readonly string[]): Promise<Told> => {
  const read = serveSettings([], process.env)
  if (!read.ok) return failed(read.reason)
  if (read.settings.database !== null)
    return file === undefined
      ? afterPgRestore(read.settings.database, read.settings.data)
      : failed(
          'DATABASE_URL names a PostgreSQL database: restore it with its own pg_restore, then restore without a file.',
        )
  if (file === undefined || more.length > 0) return misused('restore needs one file: the backup.')
  await mkdir(read.settings.data, { recursive: true, mode: 0o700 })
  const restored = await restoreSqlite(file, dataFiles(read.settings.data), outside)
  if (!restored.ok) return failed(`${file} was not restored: ${restored.reason}.`)
  const lines = [
    `${file} is restored. Every device will offer again what it does not have.`,
    ...(restored.former === null ? [] : [`The database before it is kept as ${restored.former}.`]),
    ...(restored.erased === 0 ? [] : [`Taken out again, because it was taken out since: ${restored.erased}.`]),
  ]
  return { ok: true, text: `${lines.join('\n')}\n` }
}

/** What a PostgreSQL database needs that was put back: another epoch, and to be without what was taken out since. */
const afterPgRestore = async (database: string, data: string): Promise<Told> => {
  // Opened first: that takes it forward, takes out again what the ledger names, and says what is wrong with it.
  const opened = await openData({ data, database })
  if (!opened.ok) return failed(opened.reason)
  await opened.store.close()
  await renewPostgres(database, outside.newId)
  return {
    ok: true,
    text: 'The database is taken for restored. Every device will offer again what it does not have.\n',
  }
}
