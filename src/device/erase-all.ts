import { type Erase, eraseLimits, protocolVersion } from '../protocol/messages.ts'
import { readEraseAnswer } from '../protocol/read-erasure.ts'
import { askServer } from './ask-server.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { epochTables, noteEpoch } from './note-epoch.ts'
import type { Clock, Fetch } from './ports.ts'
import type { ExchangeFailure } from './sync-state.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/** Asks the server to take out what was taken out here, until nothing waits or one request fails; null when nothing waits. */
export const eraseAll = async (database: DeviceDatabase, ports: Ports): Promise<ExchangeFailure | null> => {
  for (;;) {
    const waiting = await database.erasuresOut.limit(eraseLimits.erasures).primaryKeys()
    if (waiting.length === 0) return null
    const { device } = await thisDevice(database)
    const kept = await database.erasures.bulkGet(waiting)
    const erasures = kept.flatMap((erasure) => {
      if (erasure === undefined) return []
      const { response, survey, at, reason } = erasure
      return [{ response, survey, at, reason }]
    })
    const body: Erase = { protocol: protocolVersion, device, erasures }
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answered = await askServer('/api/v1/erasures', request, readEraseAnswer, ports)
    if (!answered.ok) return answered.failure
    const acked = new Set(answered.message.acks.map(({ response }) => response))
    const done = waiting.filter((response) => acked.has(response))
    await database.transaction('rw', epochTables(database), async () => {
      await noteEpoch(database, answered.message)
      await database.erasuresOut.bulkDelete(done)
    })
    if (done.length < waiting.length) {
      const reason = 'The server did not say that it took out what it was asked to. It is asked again.'
      return { kind: 'unreadable', reason, retryAfter: null }
    }
  }
}
