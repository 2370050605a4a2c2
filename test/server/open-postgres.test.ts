import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openData } from '../../src/cli/open-data.ts'
import { restoreCommand } from '../../src/cli/restore-command.ts'
import type { Outside } from '../../src/server/kysely-store.ts'
import { openPostgres } from '../../src/server/open-postgres.ts'
import type { Store } from '../../src/server/store.ts'
import { type Postgres, postgresPrograms, startPostgres, withSetting } from '../support/postgres.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'
import { migrationsContract } from './migrations-contract.ts'
import { populationContract } from './population-contract.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { storeContract } from './store-contract.ts'

const isThere = process.env['DATABASE_URL'] !== undefined || postgresPrograms() !== null

describe.skipIf(!isThere)('on PostgreSQL', () => {
  let postgres: Postgres

  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)

  afterAll(() => postgres.stop())

  const outside = { now: () => new Date('2026-11-23T15:00:00.000Z'), newId: () => 'an-id' }

  const openStore = async (given: Partial<Outside> = {}, url?: string): Promise<Store> => {
    let ids = 0
    const opened = await openPostgres(url ?? (await postgres.newDatabase()), {
      ...outside,
      newId: () => uuid((ids += 1)),
      ...given,
    })
    if (!opened.ok) throw new Error(opened.reason)
    onTestFinished(() => opened.store.close())
    return opened.store
  }

  storeContract('PostgreSQL', openStore, 12)
  populationContract('PostgreSQL', openStore)

  test('a database keeps its names and its returns over a restart', async () => {
    const url = await postgres.newDatabase()
    const before = await openStore({}, url)
    await before.publish(definition)
    const revision = exampleReturn(1)
    await before.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
    const after = await openStore({ newId: () => 'another' }, url)
    expect(after.identity).toEqual(before.identity)
    expect(await after.revisionsAfter(0, 9)).toEqual(await before.revisionsAfter(0, 9))
  })

  test('three servers over one new database work side by side: all is there once, without a gap', async () => {
    const url = await postgres.newDatabase()
    const run = promisify(execFile)
    const script = join(import.meta.dirname, 'fill-store.ts')
    const ranges = ['1 60', '31 90', '1 90']
    await Promise.all(ranges.map((range) => run(process.execPath, [script, url, ...range.split(' ')])))
    const { revisions } = await (await openStore({}, url)).revisionsAfter(0, 500)
    expect(revisions.map(({ seq }) => seq)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1))
    expect(new Set(revisions.map(({ revision }) => revision.id)).size).toBe(90)
  })

  test('a reader that follows the counter misses nothing of eight writers', async () => {
    const store = await openStore()
    await store.publish(definition)
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 1; n <= 40; n += 1) {
        const revision = exampleReturn(1 + writer * 40 + n)
        await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
      }
    })
    const seen: number[] = []
    // Stops at the last number: what was passed over by then will never be read.
    while ((seen.at(-1) ?? 0) < 320) {
      const { revisions } = await store.revisionsAfter(seen.at(-1) ?? 0, 50)
      seen.push(...revisions.map(({ seq }) => seq))
    }
    await Promise.all(writers)
    expect(seen).toEqual(Array.from({ length: 320 }, (_, index) => index + 1))
  })

  test('a database that pg_restore put back offers itself as restored, without what was taken out since', async () => {
    const database = await postgres.newDatabase()
    const data = await temporaryFolder()
    const ask = async (...statements: readonly string[]): Promise<void> => {
      const client = new Client({ connectionString: database })
      await client.connect()
      for (const statement of statements) await client.query(statement)
      await client.end()
    }
    const open = async (): Promise<Store> => {
      const opened = await openData({ data, database })
      if (!opened.ok) throw new Error(opened.reason)
      onTestFinished(() => opened.store.close())
      return opened.store
    }
    const before = await open()
    await before.publish(definition)
    const [first, second] = [exampleReturn(1), exampleReturn(2)]
    await before.keep(
      [first, second].map((revision) => ({ kind: 'revision', revision, raw: JSON.stringify(revision) })),
    )
    await ask('create table backup as select * from revision')
    const { response, survey, device } = first
    const erasure = { response, survey, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' } as const
    await before.erase({ device, erasures: [erasure] })
    await before.close()
    await ask(
      'delete from erased_revision',
      'delete from erasure',
      'insert into revision select * from backup where seq = 1',
    )
    vi.stubEnv('DATABASE_URL', database)
    vi.stubEnv('PROFORMA_DATA', data)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await restoreCommand(['a.sqlite'])).toMatchObject({ ok: false })
    expect(await restoreCommand([])).toMatchObject({ ok: true })
    const after = await open()
    expect(after.identity.server).toBe(before.identity.server)
    expect(after.identity.epoch).not.toBe(before.identity.epoch)
    const { revisions, erasures } = await after.revisionsAfter(0, 9)
    expect(revisions.map(({ revision }) => revision.id)).toEqual([second.id])
    expect(erasures).toMatchObject([{ erasure }])
  })

  test('five identical pushes at once store each return once', async () => {
    const store = await openStore()
    await store.publish(definition)
    const arrivals = Array.from({ length: 200 }, (_, n) => {
      const revision = exampleReturn(n + 1)
      return { kind: 'revision' as const, revision, raw: JSON.stringify(revision) }
    })
    const kept = await Promise.all(Array.from({ length: 5 }, () => store.keep(arrivals)))
    const kinds = kept.flatMap((one) => (one.ok ? one.outcomes.map(({ kind }) => kind) : []))
    expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(200)
    expect(kinds.filter((kind) => kind === 'duplicate')).toHaveLength(800)
    expect((await store.revisionsAfter(0, 500)).revisions).toHaveLength(200)
  })

  migrationsContract('PostgreSQL', async () => {
    const url = await postgres.newDatabase()
    const ask = async (statements: readonly string[]): Promise<readonly unknown[]> => {
      const client = new Client({ connectionString: url })
      await client.connect()
      const rows: unknown[] = []
      for (const statement of statements) rows.push(...(await client.query(statement)).rows)
      await client.end()
      return rows
    }
    return {
      run: async (statements) => void (await ask(statements)),
      open: () => openStore({}, url),
      form: async () =>
        JSON.stringify(
          await ask([
            `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
              where table_schema = current_schema() order by table_name, column_name`,
            `select indexname, regexp_replace(indexdef, ' ON [^.]*[.]', ' ON ') as made from pg_indexes
              where schemaname = current_schema() order by indexname`,
          ]),
          null,
          1,
        ),
    }
  })

  test('a database that does not wait for its disk is refused', async () => {
    const url = await postgres.newDatabase()
    expect(await openPostgres(withSetting(url, 'synchronous_commit', 'off'), outside)).toEqual({
      ok: false,
      reason: 'it does not promise to keep what is written (synchronous_commit is off)',
    })
  })

  test('why a database cannot be used is told without its password', async () => {
    const url = await postgres.newDatabase()
    const at = (path: string) => Object.assign(new URL(url), { pathname: path }).href
    expect(await openPostgres(at('/nowhere'), outside)).toEqual({
      ok: false,
      reason: 'there is no database of that name',
    })
    const nobody = 'postgresql://me:hush@127.0.0.1:1/proforma'
    expect(await openPostgres(nobody, outside)).toEqual({ ok: false, reason: 'there is no server at that address' })
    const newer = await openStore({}, url)
    await newer.close()
    const client = new Client({ connectionString: url })
    await client.connect()
    await client.query('insert into schema_step values (99)')
    await client.end()
    expect(await openPostgres(url, outside)).toMatchObject({ ok: false, reason: /made by a newer Proforma/ })
  })
})
