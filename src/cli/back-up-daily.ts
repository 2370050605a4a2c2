import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backUpSqlite } from '../server/back-up-sqlite.ts'
import { everyHour } from './every-hour.ts'
import { backupsOf, tryBackup } from './try-backup.ts'
import { dataFiles } from '../server/restore-sqlite.ts'

/** How many of the server's own backups are kept. */
const mostKept = 14

/** The names of the server's own backups. */
export const named = /^proforma-\d{4}-\d{2}-\d{2}\.sqlite$/

/**
 * Backs the database up into `backups/` of the data folder once a day, at the start and then whenever an hour finds that
 * today has none, and keeps the newest fourteen. Another disk is better still: copy that folder there.
 *
 * @returns how to stop: resolves when no backup is under way, so that the database can be closed in order
 */
export const backUpDaily = (data: string, now: () => Date, report: (line: string) => void): (() => Promise<void>) => {
  return everyHour(async () => {
    const reason = await backUpToday(data, now()).catch(() => 'its folder cannot be read')
    if (reason !== null) report(`Today’s backup was not made: ${reason}.`)
  })
}

/** Null where today's backup stands; otherwise why it does not. */
export const backUpToday = async (data: string, now: Date): Promise<string | null> => {
  const folder = backupsOf(data)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const today = `proforma-${now.toISOString().slice(0, 10)}.sqlite`
  const kept = (await readdir(folder)).filter((name) => named.test(name)).toSorted()
  if (kept.includes(today)) return null
  const made = await backUpSqlite(dataFiles(data).database, join(folder, today))
  if (!made.ok) return made.reason
  for (const old of [...kept, today].slice(0, -mostKept)) await rm(join(folder, old))
  const tried = await tryBackup(data, today, () => now)
  return tried.ok ? null : 'it could not be opened when it was tried'
}
