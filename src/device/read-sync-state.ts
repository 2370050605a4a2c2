import { countAttachmentsToSend } from './count-attachments.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { type SyncState, syncStateOf } from './sync-state.ts'

/** How things stand with the server, from what the database holds: the same in every tab. */
export const readSyncState = (database: DeviceDatabase): Promise<SyncState> =>
  database.transaction(
    'r',
    [database.meta, database.outbox, database.keptAside, database.erasuresOut, database.attachments],
    async () => {
      const aside = await database.keptAside.filter(({ rejected }) => rejected === undefined).toArray()
      const latest = aside.reduce((a, b) => (a === undefined || b.at > a.at ? b : a), aside[0])
      return syncStateOf({
        toSend:
          (await database.outbox.count()) +
          (await database.erasuresOut.count()) +
          (await countAttachmentsToSend(database)),
        keptAside: aside.length,
        keptAsideReason: latest?.reason ?? null,
        exchange: (await thisDevice(database)).exchange,
      })
    },
  )
