import { backUpSqlite } from '../server/back-up-sqlite.ts'
import { dataFiles } from '../server/restore-sqlite.ts'
import { serveSettings } from './serve-settings.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma backup FILE`: copies the server's database into one file, while the server runs or not. */
export const backupCommand = async ([file, ...more]: readonly string[]): Promise<Told> => {
  if (file === undefined || more.length > 0) return misused('backup needs one file: where the backup is to stand.')
  const read = serveSettings([], process.env)
  if (!read.ok) return failed(read.reason)
  if (read.settings.database !== null)
    return failed('DATABASE_URL names a PostgreSQL database: back it up with its own pg_dump.')
  const made = await backUpSqlite(dataFiles(read.settings.data).database, file)
  if (!made.ok) return failed(`${file}: ${made.reason}.`)
  return { ok: true, text: `${file}: ${made.returns} returns, ${made.bytes} bytes, read through and whole.\n` }
}
