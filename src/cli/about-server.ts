import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFiles } from '../server/restore-sqlite.ts'
import type { AskAbout } from '../server/watch/status-route.ts'
import { named } from './back-up-daily.ts'
import { packageFolder } from './package-folder.ts'
import { backupsOf, readTried } from './try-backup.ts'

type AboutServer = Awaited<ReturnType<AskAbout>>

/** What the owner's status page tells of this machine. */
export const aboutServer = async ({
  data,
  database,
}: {
  readonly data: string
  readonly database: string | null
}): Promise<AboutServer> => {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    readonly version: string
  }
  const about = { version, node: process.versions.node }
  if (database !== null) return { ...about, database: 'PostgreSQL', bytes: null, free: null, backup: null }
  const file = dataFiles(data).database
  const sizes = await Promise.all(['', '-wal'].map((ending) => sizeOf(`${file}${ending}`)))
  const { bavail, bsize } = await statfs(data)
  return {
    ...about,
    database: 'SQLite',
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    free: bavail * bsize,
    backup: await lastBackup(data),
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0

const lastBackup = async (data: string): Promise<AboutServer['backup']> => {
  const folder = backupsOf(data)
  const names = await readdir(folder).catch(() => [])
  const last = names
    .filter((name) => named.test(name))
    .toSorted()
    .at(-1)
  if (last === undefined) return null
  const { mtime, size } = await stat(join(folder, last))
  return { at: mtime.toISOString(), bytes: size, tried: await readTried(data, last) }
}
