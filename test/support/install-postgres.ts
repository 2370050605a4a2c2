import { spawnSync } from 'node:child_process'
import { postgresPrograms } from './postgres.ts'

/** Sees to it that there is a PostgreSQL, as root on Debian by installing its own. Says what it did, and what will be skipped. */
export const installPostgres = (): readonly string[] => {
  if (process.env['DATABASE_URL'] !== undefined || postgresPrograms() !== null) return []
  const isRoot = process.getuid?.() === 0
  if (!isRoot) return ['Skipped: what needs PostgreSQL. There is none, and only root can install it.']
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], quiet)
  return postgresPrograms() === null
    ? ['Skipped: what needs PostgreSQL. It could not be installed with apt-get.']
    : ['PostgreSQL was installed with apt-get.']
}
