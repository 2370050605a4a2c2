import { thisDevice } from '../../../src/device/database.ts'
import { exchange } from '../../../src/device/exchange.ts'
import { offerKeptAsideAgain, waitingOf } from '../../../src/device/outbox.ts'
import { readSyncState } from '../../../src/device/read-sync-state.ts'
import type { Revision } from '../../../src/response/revision.ts'
import { exampleReturn, statuses } from '../../server/example-return.ts'
import { newId, opened } from './open.ts'

/** One return that was made: whether the server can count it. */
export interface Made {
  readonly id: string
  readonly sha256: string
  readonly sound: boolean
}

export interface Tablet {
  readonly name: string
  readonly number: number
  /** How many years its clock is ahead. */
  readonly yearsAhead: number
}

const clockOf = ({ yearsAhead }: Tablet) => {
  const off = yearsAhead * 365.25 * 86_400_000
  return (): Date => new Date(Date.now() + off)
}

/** What no server can count, each for another reason. */
const poisons: readonly ((revision: Revision) => Revision)[] = [
  ({ deviceSequence, ...change }) => exampleReturn(deviceSequence, { ...change, answers: { nothing: 'Visitor' } }),
  ({ deviceSequence, ...change }) => exampleReturn(deviceSequence, { ...change, version: 'f'.repeat(64) }),
  ({ deviceSequence, ...change }) =>
    exampleReturn(deviceSequence, { ...change, statuses: { ...statuses, who: 'blank' } }),
  (revision) => ({ ...revision, language: 'cy' }),
  (revision) => ({ ...revision, pin: 1 }) as Revision,
]

/**
 * Makes returns as `return-draft.ts` leaves them: the return, its place in the outbox and the number it took, in one
 * transaction. One for many, and without the journal, which is held to in tests of its own: 100,000 are to be made.
 */
export const makeReturns = async (tablet: Tablet, count: number, poisonEvery: number): Promise<readonly Made[]> => {
  const database = await opened(tablet.name)
  const { meta, returns, outbox } = database
  const at = clockOf(tablet)().toISOString()
  return database.transaction('rw', [meta, returns, outbox], async () => {
    const row = await thisDevice(database)
    const made: Made[] = []
    const revisions: Revision[] = []
    for (let number = row.sequence + 1; number <= row.sequence + count; number += 1) {
      const own = { id: newId(), response: newId(), device: row.device, startedAt: at, returnedAt: at }
      const sound = exampleReturn(number, own)
      const poison = number % poisonEvery === 0 ? poisons[(number / poisonEvery) % poisons.length] : undefined
      const revision = poison === undefined ? sound : poison(sound)
      revisions.push(revision)
      made.push({ id: revision.id, sha256: revision.sha256, sound: poison === undefined })
    }
    await returns.bulkAdd(revisions.map((revision) => ({ revision, seq: null })))
    await outbox.bulkAdd(revisions.map(waitingOf))
    await meta.put({ ...row, sequence: row.sequence + count })
    return made
  })
}

/** Exchanges with the server until nothing waits and the last exchange went well; how many it took. */
export const exchangeUntilSent = async (tablet: Tablet, again: boolean): Promise<number> => {
  const database = await opened(tablet.name)
  const ports = {
    fetch: (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers)
      headers.set('x-tablet', String(tablet.number))
      return fetch(path, { ...init, headers })
    },
    clock: clockOf(tablet),
    random: () => 0.5,
  }
  if (again) await offerKeptAsideAgain(database)
  for (let tries = 1; tries <= 2_000; tries += 1) {
    await exchange(database, 'asked', ports)
    const { exchange: last } = await thisDevice(database)
    if (last.failure === null && (await database.outbox.count()) === 0) return tries
    // Stands for the wait that a tablet would keep.
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`Not all was sent: ${JSON.stringify(await readSyncState(database))}`)
}

/** What there is on the tablet at the end. */
export const inventory = async ({ name }: Tablet) => {
  const database = await opened(name)
  const row = await thisDevice(database)
  return {
    device: row.device,
    cursor: row.cursor,
    lost: row.lost ?? [],
    numbered: await database.returns.filter(({ seq }) => seq !== null).count(),
    waiting: await database.outbox.count(),
    aside: (await database.keptAside.toCollection().primaryKeys()) as readonly string[],
  }
}
