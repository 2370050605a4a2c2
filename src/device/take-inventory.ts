import { type Inventory, type InventoryAnswer, protocolVersion } from '../protocol/messages.ts'
import { readInventoryAnswer } from '../protocol/read-inventory-answer.ts'
import { askServer } from './ask-server.ts'
import type { DeviceId, RevisionId } from '../response/revision.ts'
import { keptAside } from '../protocol/refusals.ts'
import { type DeviceDatabase, type DeviceRow, type KeptReturn, thisDevice } from './database.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import { waitingOf } from './outbox.ts'
import type { Clock, Fetch } from './ports.ts'
import type { ExchangeFailure } from './sync-state.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/**
 * Tells the server how many returns this device has made and whether the browser had emptied it, and takes note of
 * what the server does not have and this device has lost. Asked where there is something new to tell, and once a day, as a
 * server may have lost what it had. How it failed, or null; a server that does not know the question is asked again.
 */
export const takeInventory = async (database: DeviceDatabase, ports: Ports): Promise<ExchangeFailure | null> => {
  const row = await thisDevice(database)
  // What is kept aside is decided about over there: the answer tells.
  if (row.inventoried === toldBy(row, ports.clock()) && (await database.keptAside.count()) === 0) return null
  const { device, sequence } = row
  const body: Inventory = { protocol: protocolVersion, device, sequence, wiped: wipedOf(row) }
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answered = await askServer('/api/v1/inventory', request, readInventoryAnswer, ports)
  if (!answered.ok) return answered.failure
  if ((answered.message.device ?? device) === device) await record(database, answered.message, ports.clock())
  return null
}

const wipedOf = ({ putBack }: DeviceRow): Inventory['wiped'] => {
  if (putBack?.wiped !== true) return null
  const { at, returns, drafts } = putBack
  return { at, returns, drafts }
}

/** What the inventory of a device says, as a text to compare: the same needs not be told twice to the same server on one day. */
const toldBy = (row: DeviceRow, now: Date): string =>
  JSON.stringify([row.server, row.epoch, row.sequence, wipedOf(row), now.toISOString().slice(0, 10)])

/** Takes note of what the lead decided not to count, and of what was taken back. */
const noteRejected = async (
  { keptAside: kept }: DeviceDatabase,
  rejected: NonNullable<InventoryAnswer['rejected']>,
): Promise<void> => {
  const because = new Map(rejected.map((each) => [each.id, each.because]))
  const rows = await kept.toArray()
  await kept.bulkPut(
    rows.map(({ id, reason, at }) => {
      const why = because.get(id)
      return why === undefined ? { id, reason, at } : { id, reason, at, rejected: why }
    }),
  )
}

const serversReasons: ReadonlySet<string> = new Set(Object.values(keptAside))

/**
 * Sends again what the server said it kept aside and keeps aside no more: somebody took it in, or it was erased. A sealed
 * return is not fetched back, so that its ack alone tells.
 */
const offerDecided = async (
  database: DeviceDatabase,
  device: DeviceId,
  aside: ReadonlySet<RevisionId>,
): Promise<void> => {
  const rows = await database.keptAside
    .filter(({ id, reason }) => serversReasons.has(reason) && !aside.has(id))
    .toArray()
  const kept = await database.returns.bulkGet(rows.map(({ id }) => id))
  // What came by file from another device is in that one's inventory.
  const own = kept.flatMap((each) => (each?.revision.device === device ? [each.revision] : []))
  await database.outbox.bulkPut(own.map(waitingOf))
  await database.keptAside.bulkDelete(own.map(({ id }) => id))
}

/**
 * Sends again what the server had acknowledged and has no longer: whoever restored it did not say so. True where there was
 * something. What waits or is kept aside is missing there too, and is left where it is.
 */
const offerMissing = async (
  { outbox, keptAside: aside }: DeviceDatabase,
  own: readonly KeptReturn[],
  missing: ReadonlySet<number>,
): Promise<boolean> => {
  const gone = own.filter(({ revision, seq }) => missing.has(revision.deviceSequence) && seq !== null)
  const ids = gone.map(({ revision }) => revision.id)
  const [waiting, kept] = [await outbox.bulkGet(ids), await aside.bulkGet(ids)]
  const again = gone.filter((_, index) => waiting[index] === undefined && kept[index] === undefined)
  await outbox.bulkPut(again.map(({ revision }) => waitingOf(revision)))
  return again.length > 0
}

const record = async (database: DeviceDatabase, answer: InventoryAnswer, now: Date): Promise<void> => {
  const tables = [...epochTables(database), database.deletedReturns]
  await database.transaction('rw', tables, async () => {
    if (await noteEpoch(database, answer)) return
    const row = await thisDevice(database)
    const own = await database.returns.where('revision.device').equals(row.device).toArray()
    const deleted = await database.deletedReturns.toArray()
    const known = new Set([
      ...own.map(({ revision }) => revision.deviceSequence),
      ...deleted.map((each) => each.deviceSequence),
    ])
    await noteRejected(database, answer.rejected ?? [])
    if (answer.aside !== undefined) await offerDecided(database, row.device, new Set(answer.aside))
    const again = await offerMissing(database, own, new Set(answer.missing))
    const lost = answer.missing.filter((number) => !known.has(number))
    // A number that the server has is not given a second time, however this device came to forget it.
    const next = { ...row, sequence: Math.max(row.sequence, answer.highest), lost }
    // A hundred are named at once: where some are sent again, the next sync asks for more.
    const { inventoried: _, ...asking } = next
    await database.meta.put(again ? asking : { ...next, inventoried: toldBy(next, now) })
  })
}
