import { type Inventory, type InventoryAnswer, protocolVersion } from '../protocol/messages.ts'
import { readInventoryAnswer } from '../protocol/read-inventory-answer.ts'
import { askServer } from './ask-server.ts'
import { type DeviceDatabase, type DeviceRow, thisDevice } from './database.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import type { Clock, Fetch } from './ports.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/**
 * Tells the server how many returns this device has made and whether the browser had emptied it, and takes note of
 * what the server does not have and this device has lost. Asked where there is something new to tell, and once a day, as a
 * server may have lost what it had; a server that does not know the question is no failure, and is asked again.
 */
export const takeInventory = async (database: DeviceDatabase, ports: Ports): Promise<void> => {
  const row = await thisDevice(database)
  // What is kept aside is decided about over there: the answer tells.
  if (row.inventoried === toldBy(row, ports.clock()) && (await database.keptAside.count()) === 0) return
  const { device, sequence } = row
  const body: Inventory = { protocol: protocolVersion, device, sequence, wiped: wipedOf(row) }
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answered = await askServer('/api/v1/inventory', request, readInventoryAnswer, ports)
  if (answered.ok && (answered.message.device ?? device) === device)
    await record(database, answered.message, ports.clock())
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
  { keptAside }: DeviceDatabase,
  rejected: NonNullable<InventoryAnswer['rejected']>,
): Promise<void> => {
  const because = new Map(rejected.map((each) => [each.id, each.because]))
  const rows = await keptAside.toArray()
  await keptAside.bulkPut(
    rows.map(({ id, reason, at }) => {
      const why = because.get(id)
      return why === undefined ? { id, reason, at } : { id, reason, at, rejected: why }
    }),
  )
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
    const lost = answer.missing.filter((number) => !known.has(number))
    // A number that the server has is not given a second time, however this device came to forget it.
    const next = { ...row, sequence: Math.max(row.sequence, answer.highest), lost }
    await database.meta.put({ ...next, inventoried: toldBy(next, now) })
  })
}
