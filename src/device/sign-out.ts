import { serverMark } from '../protocol/messages.ts'
import { type DeviceDatabase, thisDevice } from './database.ts'
import { fetchAsTablet } from './enrolment.ts'
import type { Clock, Fetch } from './ports.ts'
import { forgetSealTo } from './remembered-seal.ts'
import { forgetReturns, returnTables } from './write-returns.ts'

/** How many returns were made here and have not reached the server. */
export const countUnsent = (database: DeviceDatabase): Promise<number> => database.outbox.count()

/**
 * Takes away what was fetched from the server: whoever uses this browser next asks for it under their own name. What was
 * made here stays, sent or not, and so do drafts.
 */
export const forgetFetched = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', [database.meta, database.outbox, ...returnTables(database)], async () => {
    const { device, ...row } = await thisDevice(database)
    const waiting = new Set(await database.outbox.toCollection().primaryKeys())
    const fetched = await database.returns
      .filter(({ revision, seq }) => seq !== null && revision.device !== device && !waiting.has(revision.id))
      .primaryKeys()
    await forgetReturns(database, fetched)
    await database.meta.put({ ...row, device, cursor: 0 })
  })

export type TabletSignedOut = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/**
 * Has the server end this tablet, then forgets its key. What waits to be sent stays, and goes when the tablet is enrolled
 * again. Without the server nothing is changed: a key that it still believes must not be lost.
 */
export const signOutTablet = async (
  database: DeviceDatabase,
  ports: { readonly fetch: Fetch; readonly clock: Clock },
): Promise<TabletSignedOut> => {
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  const answer = await fetchAsTablet(database, ports)('/api/v1/devices/sign-out', request).catch(() => null)
  if (answer?.ok !== true || answer.headers.get(serverMark.header) !== serverMark.value)
    return { ok: false, reason: 'The server could not be told. Try again when you have a signal.' }
  await forgetFetched(database)
  await database.tablet.delete('enrolment')
  forgetSealTo(database.name)
  return { ok: true }
}
