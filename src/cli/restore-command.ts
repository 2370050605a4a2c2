import { mkdir } from 'node:fs/promises'
import { dataFiles, restoreSqlite } from '../server/restore-sqlite.ts'
import { outside } from './open-data.ts'
import { serveSettings } from './serve-settings.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma restore FILE`: puts a backup in the place of the server's database. */
export const restoreCommand = async ([file, ...more]: readonly string[]): Promise<Told> => {
  if (file === undefined || more.length > 0) return misused('restore needs one file: the backup.')
  const read = serveSettings([], process.env)
  if (!read.ok) return failed(read.reason)
  if (read.settings.database !== null)
    return failed('DATABASE_URL names a PostgreSQL database: restore it with its own pg_restore.')
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
