import { type DeviceDatabase, type PutBack, thisDevice } from './database.ts'

/** What was put back into the database from the journal and nobody has read of yet. */
export const readPutBack = async (database: DeviceDatabase): Promise<PutBack | 'nothing'> => {
  const { putBack } = await thisDevice(database)
  return putBack === undefined || putBack.read === true ? 'nothing' : putBack
}

/** Somebody has read it. */
export const noteRead = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', database.meta, async () => {
    const device = await thisDevice(database)
    if (device.putBack !== undefined) await database.meta.put({ ...device, putBack: { ...device.putBack, read: true } })
  })
