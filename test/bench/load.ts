import { generateKeyPairSync } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sealReturn } from '../../src/device/seal-return.ts'
import type { DeviceId } from '../../src/response/revision.ts'
import { publish } from '../../src/survey/version.ts'
import { definition, exampleReturn, pushOf } from '../server/example-return.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import type { Measure } from './report.ts'

const tablets = 200
const readers = 50
/** Sealed returns that each tablet brings, in one push. */
const each = 10

/** Milliseconds between two looks of the same reader. */
const pause = 100

interface Told {
  readonly ms: number
  readonly status: number
  readonly body: string
}

const ask = async ({ address }: RunningServer, path: string, body?: object): Promise<Told> => {
  const begun = performance.now()
  const headers = { 'content-type': 'application/json' }
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(`${address}/api/v1/${path}`, init)
  const text = await answer.text()
  return { ms: performance.now() - begun, status: answer.status, body: text }
}

/** The key that a tablet is given when it is enrolled. */
const sealToOf = async (server: RunningServer): Promise<string> => {
  const made = await ask(server, 'devices/code', { name: 'Bench', surveys: 'all' })
  const { token } = JSON.parse(made.body) as { readonly token: string }
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' })
  const enrolled = await ask(server, 'devices/enrol', { secret: token, device: crypto.randomUUID(), key })
  return (JSON.parse(enrolled.body) as { readonly sealTo: string }).sealTo
}

/** What one tablet brings: made and sealed before the clock runs. */
const pushFor = async (sealTo: string) => {
  const device = crypto.randomUUID() as DeviceId
  const returns = Array.from({ length: each }, (_, index) =>
    exampleReturn(index + 1, { id: crypto.randomUUID(), response: crypto.randomUUID(), device }),
  )
  return { ...pushOf(...(await Promise.all(returns.map((one) => sealReturn(one, sealTo))))), device }
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0

/** Two hundred tablets sync at once, and fifty people fetch what their tables are made of, until the last tablet is done. */
const loaded = async (name: string, database: string | null): Promise<readonly Measure[]> => {
  const server = await startServer(database === null ? {} : { database })
  try {
    const version = publish(definition, null, new Date(0))
    const device = crypto.randomUUID()
    await ask(server, 'surveys', { protocol: 1, device, versions: [version], standings: [] })
    const sealTo = await sealToOf(server)
    const pushes = await Promise.all(Array.from({ length: tablets }, () => pushFor(sealTo)))
    let faults = 0
    const over = new AbortController()
    const pages: number[] = []
    const synced: number[] = []
    const begun = performance.now()
    const sync = async (push: (typeof pushes)[number]): Promise<void> => {
      const surveys = await ask(server, 'surveys')
      const pushed = await ask(server, 'push', push)
      const inventory = { protocol: 1, device: push.device, sequence: each, wiped: null }
      const told = await ask(server, 'inventory', inventory)
      const stored = pushed.body.split('"stored"').length - 1
      if (stored !== each || surveys.status !== 200 || told.status !== 200) faults += 1
      synced.push(surveys.ms + pushed.ms + told.ms)
    }
    const read = async (): Promise<void> => {
      for (let after = 0; !over.signal.aborted;) {
        const page = await ask(server, `revisions?after=${after}&limit=500`)
        pages.push(page.ms)
        await setTimeout(pause)
        if (page.status !== 200) faults += 1
        else after = (JSON.parse(page.body) as { readonly next: number }).next
      }
    }
    const reading = Promise.all(Array.from({ length: readers }, read))
    await Promise.all(pushes.map(sync))
    const seconds = (performance.now() - begun) / 1000
    over.abort()
    await reading
    return [
      { name: `${name}, ${tablets} tablets and ${readers} readers: went wrong`, value: faults, unit: 'times', bar: 0 },
      {
        name: '  a page of returns for a reader, 95th percentile',
        value: percentile(pages, 0.95),
        unit: 'ms',
        bar: 500,
      },
      { name: `  a tablet’s whole sync, 95th percentile`, value: percentile(synced, 0.95), unit: 'ms', bar: null },
      { name: `  all ${tablets * each} sealed returns opened and on disk`, value: seconds, unit: 's', bar: null },
    ]
  } finally {
    await server.stop()
  }
}

/** What happens to readers while a whole service sends at once, on each database. */
export const measureLoad = async (): Promise<readonly Measure[]> => {
  const onSqlite = await loaded('SQLite', null)
  if (postgresPrograms() === null) return onSqlite
  const postgres = await startPostgres()
  try {
    return [...onSqlite, ...(await loaded('PostgreSQL', await postgres.newDatabase()))]
  } finally {
    await postgres.stop()
  }
}
