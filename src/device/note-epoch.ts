import { offerAttachmentsAgain } from './attachments.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { offerAllAgain } from './outbox.ts'
import { offerVersionsAgain } from './publications.ts'
import { returnTables, unnumberReturns } from './write-returns.ts'

/** What a change of epoch touches. */
export const epochTables = (database: DeviceDatabase) => [
  database.meta,
  database.outbox,
  database.keptAside,
  database.versions,
  database.versionsOut,
  database.standings,
  database.standingsOut,
  database.erasures,
  database.erasuresOut,
  database.attachments,
  ...returnTables(database),
]

/**
 * Takes note of which server answered, in which life of its database. Another one than before has been restored from
 * a backup, or replaced: it is offered every version that this device knows and every return that it made, is
 * asked again to take out what was taken out, and everything it has is pulled again. To be called inside a transaction over {@link epochTables}. True when it was
 * another one.
 */
export const noteEpoch = async (
  database: DeviceDatabase,
  { server, epoch }: { readonly server: string; readonly epoch: string },
): Promise<boolean> => {
  const device = await thisDevice(database)
  if (device.server === server && device.epoch === epoch) return false
  const first = device.epoch === null
  // Nor does the backup of the life before cover anything any more.
  const { backedUpTo: _, ...rest } = device
  await database.meta.put({ ...rest, server, epoch, cursor: first ? device.cursor : 0 })
  if (first) return false
  await unnumberReturns(database)
  await offerAllAgain(database)
  await offerVersionsAgain(database)
  await offerAttachmentsAgain(database)
  const erased = await database.erasures.filter(({ returned }) => returned).primaryKeys()
  await database.erasuresOut.bulkPut(erased.map((response) => ({ response })))
  return true
}
