import type { PushAnswer } from '../protocol/messages.ts'
import type { RevisionId } from '../response/revision.ts'
import { forgetInChunks } from './column-chunks.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import type { Matched } from './match-acks.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import { deleteReturns, numberReturns } from './write-returns.ts'

/** Puts the server's answer on record, all of it or nothing. `batch` is how many to send at once from now on. */
export const recordAnswer = (
  database: DeviceDatabase,
  answer: PushAnswer,
  { arrived, erased, keptAside }: Matched,
  batch: number,
  at: string,
): Promise<void> =>
  database.transaction('rw', epochTables(database), async () => {
    await noteEpoch(database, answer)
    await numberReturns(database, arrived)
    // One that was taken out while it was on its way is in no list any more.
    const waiting = await database.outbox.bulkGet(keptAside.map(({ id }) => id))
    const aside = keptAside.filter((_, index) => waiting[index] !== undefined)
    await database.keptAside.bulkPut(aside.map(({ id, reason }) => ({ id, reason, at })))
    await database.outbox.bulkDelete([...[...arrived, ...keptAside].map(({ id }) => id), ...erased])
    const gone = (await database.returns.bulkGet([...erased])).flatMap((row) => row?.revision ?? [])
    await deleteReturns(database, gone)
    // Encoded answers are answers too.
    for (const { id, survey, response } of gone) await forgetInChunks(database, survey, response, [id])
    await putBatch(database, batch)
    if (answer.backedUpTo !== undefined)
      await database.meta.put({ ...(await thisDevice(database)), backedUpTo: answer.backedUpTo })
  })

/** Takes note that these were sent and not taken. They stay in the outbox. */
export const recordRefusal = (database: DeviceDatabase, ids: readonly RevisionId[], batch: number): Promise<void> =>
  database.transaction('rw', [database.meta, database.outbox], async () => {
    const waiting = await database.outbox.bulkGet([...ids])
    await database.outbox.bulkPut(
      waiting.flatMap((each) => (each === undefined ? [] : [{ ...each, attempts: each.attempts + 1 }])),
    )
    await putBatch(database, batch)
  })

/** Takes what cannot be sent out of the outbox, to where a person sees it with its reason. */
export const setAside = async (
  database: DeviceDatabase,
  ids: readonly RevisionId[],
  reason: string,
  at: string,
): Promise<void> => {
  if (ids.length === 0) return
  await database.transaction('rw', [database.outbox, database.keptAside], async () => {
    const waiting = (await database.outbox.bulkGet([...ids])).flatMap((each) => (each === undefined ? [] : [each.id]))
    await database.keptAside.bulkPut(waiting.map((id) => ({ id, reason, at })))
    await database.outbox.bulkDelete([...ids])
  })
}

const putBatch = async (database: DeviceDatabase, batch: number): Promise<void> => {
  const device = await thisDevice(database)
  if (device.exchange.batch === batch) return
  await database.meta.put({ ...device, exchange: { ...device.exchange, batch } })
}
