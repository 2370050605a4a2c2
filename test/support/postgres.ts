import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

/** The folder of `initdb` and `postgres`, the newest there is; null where there is none. */
export const postgresPrograms = (): string | null => {
  const all = '/usr/lib/postgresql'
  const versions = existsSync(all) ? readdirSync(all).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(all, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

export interface Postgres {
  /** Makes an empty place for tables and gives its connection string. */
  readonly newDatabase: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** PostgreSQL refuses to run as root: there it runs as the user its Debian package makes. */
const asItsUser = (program: string, args: readonly string[]): [string, string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]]

/** Starts a PostgreSQL of its own, which is heard on a socket in its folder alone; or uses the one DATABASE_URL names. */
export const startPostgres = async (): Promise<Postgres> => {
  const given = process.env['DATABASE_URL']
  if (given !== undefined) return { newDatabase: () => newDatabase(given), stop: async () => undefined }
  const bin = postgresPrograms()
  if (bin === null) throw new Error('There is no PostgreSQL')
  const folder = mkdtempSync(join(tmpdir(), 'proforma-postgres-'))
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const made = spawnSync(
    ...asItsUser(join(bin, 'initdb'), ['-D', data, '-U', 'proforma', '-A', 'trust', '-E', 'UTF8', '--locale=C']),
    { encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const server = spawn(
    ...asItsUser(join(bin, 'postgres'), [
      '-D',
      data,
      '-k',
      folder,
      '-c',
      'listen_addresses=',
      '-c',
      'max_connections=100',
    ]),
    { stdio: 'ignore' },
  )
  const url = `postgresql://proforma@localhost/postgres?host=${encodeURIComponent(folder)}`
  await untilReady(url)
  return {
    newDatabase: () => newDatabase(url),
    stop: async () => {
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** SIGINT ends PostgreSQL at once and in order, whoever is still connected; `runuser` hands it on as it ends. */
const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.on('exit', () => resolve())
    server.kill('SIGTERM')
  })

const untilReady = async (url: string): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (attempt > 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

let made = 0

/** A schema is as good as a database of its own to whoever sees nothing else, and quicker to make. */
const newDatabase = async (url: string): Promise<string> => {
  made += 1
  const name = `proforma_${process.pid}_${made}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create schema ${name}`)
  await client.end()
  return withSetting(url, 'search_path', name)
}

/** A connection string with a setting more. */
export const withSetting = (url: string, setting: string, value: string): string => {
  const own = new URL(url)
  own.searchParams.set('options', `${own.searchParams.get('options') ?? ''} -c ${setting}=${value}`.trim())
  return own.href.replaceAll('+', '%20')
}
