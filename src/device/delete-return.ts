import type { RevisionId } from '../response/revision.ts'
import { forgetInChunks } from './column-chunks.ts'
import type { DeviceDatabase } from './database.ts'
import { returnFrame } from './journal/entries.ts'
import { copyRow } from './journal/shelves.ts'
import { waitingOf } from './outbox.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'
import { deleteReturns, returnTables } from './write-returns.ts'

export type ReturnDeleted = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Deletes a return that was not sent, with its answers. That it was there, and why it is not any more, stays. */
export const deleteReturn = async (
  database: DeviceDatabase,
  id: RevisionId,
  reason: string,
  clock: Clock,
): Promise<ReturnDeleted> => {
  const { returns, outbox, keptAside, deletedReturns } = database
  try {
    const left = await database.transaction(
      'rw',
      [outbox, keptAside, deletedReturns, ...returnTables(database)],
      async () => {
        const kept = await returns.get(id)
        await outbox.delete(id)
        await keptAside.delete(id)
        if (kept === undefined) return null
        const { response, survey, deviceSequence } = kept.revision
        await deletedReturns.put({ id, response, survey, deviceSequence, reason, at: clock().toISOString() })
        await deleteReturns(database, [kept.revision])
        await forgetInChunks(database, survey, response, [id])
        return { response, others: await returns.where('revision.response').equals(response).toArray() }
      },
    )
    if (left !== null) {
      await copyRow(database, 'deletedReturns', id)
      const journal = await database.journal()
      await journal.forget([left.response])
      // The journal forgets a whole response: the returns of it that stay are written again.
      await journal.append({ returns: left.others.map(({ revision }) => returnFrame(revision, 'made')) })
    }
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** Lets one return be tried again as if for the first time: also one that the server kept aside. */
export const retryReturn = (database: DeviceDatabase, id: RevisionId): Promise<void> => {
  const { returns, outbox, keptAside } = database
  return database.transaction('rw', [returns, outbox, keptAside], async () => {
    const kept = await returns.get(id)
    if (kept === undefined) return
    await outbox.put(waitingOf(kept.revision))
    await keptAside.delete(id)
  })
}
