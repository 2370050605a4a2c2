import { type DeviceDatabase, thisDevice } from './database.ts'

/** How many returns were made here and have not reached the server. */
export const countUnsent = (database: DeviceDatabase): Promise<number> => database.outbox.count()

/**
 * Takes away what was fetched from the server: whoever uses this browser next asks for it under their own name. What was
 * made here stays, sent or not, and so do drafts.
 */
export const forgetFetched = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', database.meta, database.returns, database.outbox, async () => {
    const { device, ...row } = await thisDevice(database)
    const waiting = new Set(await database.outbox.toCollection().primaryKeys())
    await database.returns
      .filter(({ revision, seq }) => seq !== null && revision.device !== device && !waiting.has(revision.id))
      .delete()
    await database.meta.put({ ...row, device, cursor: 0 })
  })
