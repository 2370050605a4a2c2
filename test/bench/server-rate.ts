import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres } from '../../src/server/open-postgres.ts'
import { openSqlite } from '../../src/server/open-sqlite.ts'
import type { Store } from '../../src/server/store.ts'
import { publish } from '../../src/survey/version.ts'
import { definition, exampleReturn, pushOf } from '../server/example-return.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { startServer } from '../support/running-server.ts'
import type { Measure } from './report.ts'

/** `PROFORMA_BENCH_RETURNS=1000000 npm run bench` shows that memory stays flat as far as that: it takes half an hour. */
const total = Number(process.env['PROFORMA_BENCH_RETURNS'] ?? '20000')
const batch = 100
const senders = 4

const outside = { now: () => new Date(), newId: () => crypto.randomUUID() }

const batchesFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.ceil((last - first + 1) / batch) }, (_, index) => first + index * batch)

const returnsFrom = (first: number) => Array.from({ length: batch }, (_, index) => exampleReturn(first + index))

/** Returns that the store alone takes in a second, in batches as they come over the wire. */
const rawRate = async (store: Store): Promise<number> => {
  await store.publish(definition)
  let spent = 0
  for (const first of batchesFrom(1, Math.min(total, 20_000))) {
    const arrivals = returnsFrom(first).map((revision) => ({
      kind: 'revision' as const,
      revision,
      raw: JSON.stringify(revision),
    }))
    const begun = performance.now()
    await store.keep(arrivals)
    spent += performance.now() - begun
  }
  await store.close()
  return (Math.min(total, 20_000) / spent) * 1000
}

const residentOf = (pid: number): number | null => {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

/** After how many returns the server's memory is looked at, beside half way and at the end. */
const looks = [10_000, 100_000, 1_000_000].filter((count) => count <= total)

/** Acknowledged returns a second over HTTP, by how many MB the server grew in the second half, and its memory on the way. */
const httpRate = async (database: string | null) => {
  const server = await startServer(database === null ? {} : { database })
  try {
    const post = async (path: string, body: string): Promise<void> => {
      const headers = { 'content-type': 'application/json' }
      const answered = await fetch(`${server.address}/api/v1/${path}`, { method: 'POST', headers, body })
      const text = await answered.text()
      if (!answered.ok || text.includes('quarantined')) throw new Error(`${answered.status} ${text.slice(0, 200)}`)
    }
    const version = publish(definition, null, new Date(0))
    const device = crypto.randomUUID()
    await post('surveys', JSON.stringify({ protocol: 1, device, versions: [version], standings: [] }))
    let spent = 0
    const memory = new Map<number, number | null>()
    const sendAll = async (firsts: readonly number[]): Promise<void> => {
      // What is sent is made before the clock runs, a few pushes at a time.
      for (let at = 0; at < firsts.length; at += senders * 5) {
        const bodies = firsts.slice(at, at + senders * 5).map((first) => JSON.stringify(pushOf(...returnsFrom(first))))
        const begun = performance.now()
        const waiting = bodies.values()
        await Promise.all(
          Array.from({ length: senders }, async () => {
            for (const body of waiting) await post('push', body)
          }),
        )
        spent += performance.now() - begun
      }
    }
    let sent = 0
    for (const upTo of new Set([...looks, total / 2, total].toSorted((a, b) => a - b))) {
      await sendAll(batchesFrom(sent + 1, upTo))
      sent = upTo
      memory.set(upTo, residentOf(server.pid))
    }
    const [half, end] = [memory.get(total / 2) ?? null, memory.get(total) ?? null]
    return { rate: (total / spent) * 1000, grown: half === null || end === null ? null : end - half, memory }
  } finally {
    await server.stop()
  }
}

const measuresOf = (
  name: string,
  raw: number,
  { rate, grown, memory }: Awaited<ReturnType<typeof httpRate>>,
): Measure[] => [
  { name: `${name}: the store’s rate is so many times the server’s`, value: raw / rate, unit: 'times', bar: 2 },
  { name: '  durable returns through HTTP', value: rate, unit: '/s', bar: null },
  { name: '  into the store alone', value: raw, unit: '/s', bar: null },
  ...(grown === null
    ? []
    : [{ name: `  memory grown in the second half of ${total}`, value: grown, unit: 'MB', bar: 64 } as const]),
  ...looks.flatMap((count): Measure[] => {
    const value = memory.get(count) ?? null
    return value === null ? [] : [{ name: `  memory after ${count} returns`, value, unit: 'MB', bar: null }]
  }),
]

/** How many returns a second are on disk and acknowledged, held against what the store alone can do in the same run. */
export const measureServer = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'proforma-bench-'))
  const sqlite = await openSqlite(join(folder, 'proforma.sqlite'), outside)
  if (!sqlite.ok) throw new Error(sqlite.reason)
  const onSqlite = measuresOf('SQLite', await rawRate(sqlite.store), await httpRate(null))
  await rm(folder, { recursive: true })
  if (process.env['DATABASE_URL'] === undefined && postgresPrograms() === null) return onSqlite
  const postgres = await startPostgres()
  try {
    const opened = await openPostgres(await postgres.newDatabase(), outside)
    if (!opened.ok) throw new Error(opened.reason)
    const raw = await rawRate(opened.store)
    return [...onSqlite, ...measuresOf('PostgreSQL', raw, await httpRate(await postgres.newDatabase()))]
  } finally {
    await postgres.stop()
  }
}
