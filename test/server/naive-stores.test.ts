import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Postgres, postgresPrograms, startPostgres } from '../support/postgres.ts'

const isThere = process.env['DATABASE_URL'] !== undefined || postgresPrograms() !== null

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/*
 * What the store does not do, and what comes of it. `open-postgres.test.ts` holds the store to the same trials: there
 * nothing is missed and nothing is there twice.
 */
describe.skipIf(!isThere)('two simpler stores on PostgreSQL fail where ours may not', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterAll(() => postgres.stop())

  test('numbered by a plain sequence, a reader misses some of what eight writers wrote', async () => {
    const url = await postgres.newDatabase()
    const reader = await connect(url)
    await reader.query('create table revision (seq bigserial primary key, id text not null)')
    const each = 60
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      const client = await connect(url)
      for (let n = 1; n <= each; n += 1) {
        await client.query('begin')
        await client.query('insert into revision (id) values ($1)', [`${writer} ${n}`])
        // A transaction takes its number early and is seen late, as long as it has more to do.
        await client.query('select pg_sleep(random() * 0.004)')
        await client.query('commit')
      }
    })
    let isWritten = false
    const written = Promise.all(writers).finally(() => {
      isWritten = true
    })
    let cursor = 0
    let seen = 0
    for (let last = false; !last;) {
      last = isWritten
      const { rows } = await reader.query<{ seq: string }>('select seq from revision where seq > $1 order by seq', [
        cursor,
      ])
      seen += rows.length
      cursor = Number(rows.at(-1)?.seq ?? cursor)
    }
    await written
    expect(seen).toBeLessThan(8 * each)
    expect(seen, 'the reader did read').toBeGreaterThan(0)
  })

  test('looked up first and inserted then, five identical posts at once make doubles', async () => {
    const url = await postgres.newDatabase()
    const first = await connect(url)
    await first.query('create table revision (id text not null)')
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const client = await connect(url)
        for (let id = 1; id <= 200; id += 1) {
          const { rowCount } = await client.query('select 1 from revision where id = $1', [String(id)])
          if (rowCount === 0) await client.query('insert into revision values ($1)', [String(id)])
        }
      }),
    )
    const { rows } = await first.query<{ stored: string; ids: string }>(
      'select count(*) as stored, count(distinct id) as ids from revision',
    )
    expect(Number(rows[0]?.ids)).toBe(200)
    expect(Number(rows[0]?.stored)).toBeGreaterThan(200)
  })
})
