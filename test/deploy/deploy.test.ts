import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { serveSettings } from '../../src/cli/serve-settings.ts'
import { postgresPrograms, type Postgres, startPostgres } from '../support/postgres.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

interface Compose {
  readonly services: {
    readonly [name: string]: {
      readonly environment?: { readonly [name: string]: string }
      readonly volumes?: readonly string[]
      readonly read_only?: boolean
      readonly cap_drop?: readonly string[]
    }
  }
  readonly volumes: { readonly [name: string]: unknown }
}

const compose = parse(read('deploy/compose.yaml')) as Compose
const dockerfile = read('deploy/Dockerfile')
const [, ...stages] = dockerfile.split(/^FROM /m)
const last = stages.at(-1) ?? ''

/** What the image sets, by name. */
const settings = Object.fromEntries(
  [...(/^ENV (.+)$/m.exec(last)?.[1] ?? '').matchAll(/(\S+?)=(\S+)/g)].map(([, name, value]) => [name, value]),
) as { readonly [name: string]: string }

describe('the container', () => {
  test('copies only what is there', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, what = '']) =>
      what.split(' ').slice(0, -1),
    )
    expect(copied.length).toBeGreaterThan(2)
    expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('is not root, and the compose file gives it a root file system that can’t be written and no rights', () => {
    expect(last).toMatch(/^USER node$/m)
    expect(compose.services['app']).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  })

  test('every setting it is given is one that the server reads, and every volume is declared', () => {
    const known = new Set<string | symbol>()
    serveSettings([], new Proxy({}, { get: (_, name) => void known.add(name) }))
    const given = [...Object.keys(settings), ...Object.keys(compose.services['app']?.environment ?? {})]
    expect(given.filter((name) => name !== 'NODE_ENV' && !known.has(name))).toEqual([])
    const named = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.filter((one) => /^\w/.test(one)),
    )
    expect(new Set(named.map((one) => one.split(':')[0]))).toEqual(new Set(Object.keys(compose.volumes)))
  })

  test('Caddy asks the service that answers, at its port, and keeps the figures inside', () => {
    const caddy = read('deploy/Caddyfile')
    expect(caddy).toContain(`reverse_proxy app:${settings['PORT']}`)
    expect(caddy).toMatch(/respond \/metrics 404/)
  })
})

/** The image's own command with what the image holds, as a user without rights, over a real PostgreSQL. */
describe.skipIf(process.platform !== 'linux' || postgresPrograms() === null || process.getuid?.() !== 0)(
  'the processes of the compose file, started by hand',
  () => {
    let image: string
    let postgres: Postgres
    let server: ChildProcess | null = null

    beforeAll(async () => {
      image = mkdtempSync(join(tmpdir(), 'proforma-image-'))
      chmodSync(image, 0o755)
      const lock = JSON.parse(read('package-lock.json')) as {
        packages: { [path: string]: { dev?: boolean; devOptional?: boolean } }
      }
      for (const [path, { dev, devOptional }] of Object.entries(lock.packages)) {
        if (path === '' || dev === true || devOptional === true || !existsSync(join(root, path))) continue
        mkdirSync(dirname(join(image, path)), { recursive: true })
        const nested = join(root, path, 'node_modules')
        cpSync(join(root, path), join(image, path), { recursive: true, filter: (from) => from !== nested })
      }
      for (const [, what = ''] of last.matchAll(/^COPY --from=build (.+) \S+$/gm))
        for (const file of what.split(' ').map((one) => one.replace('/proforma/', '')))
          if (file !== 'node_modules') cpSync(join(root, file), join(image, file), { recursive: true })
      postgres = await startPostgres()
      return async () => {
        await postgres.stop()
        rmSync(image, { recursive: true, force: true })
      }
    })
    afterAll(() => void server?.kill('SIGKILL'))

    test('it starts, says that it is well, keeps nothing beside its data folder, and stops when it is told', async () => {
      const data = mkdtempSync(join(tmpdir(), 'proforma-volume-'))
      chmodSync(data, 0o777)
      const [program = '', ...args] = JSON.parse(/^CMD (.+)$/m.exec(last)?.[1] ?? '[]') as string[]
      expect(program).toBe('node')
      server = spawn('runuser', ['-u', 'nobody', '--', process.execPath, ...args], {
        cwd: image,
        env: {
          ...settings,
          PATH: process.env['PATH'],
          HOST: '127.0.0.1',
          PORT: '0',
          PROFORMA_DATA: data,
          DATABASE_URL: await postgres.newDatabase(),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
      server.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
      await expect.poll(() => said, { timeout: 30_000 }).toMatch(/ready at http\S+\n/)
      const [, address = ''] = /ready at (http\S+)\n/.exec(said) ?? []
      const well = await fetch(`${address}/healthz`)
      expect(await well.json()).toMatchObject({ ok: true })
      expect((await fetch(address)).status).toBe(200)
      const written = spawnSync('find', [image, '-user', 'nobody'], { encoding: 'utf8' }).stdout
      expect(written).toBe('')
      const ended = new Promise((resolve) => server?.on('close', resolve))
      spawnSync('pkill', ['-TERM', '-P', String(server.pid)])
      expect(await ended).toBe(0)
      rmSync(data, { recursive: true })
    })
  },
)
