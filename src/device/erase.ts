import type { Erasure, ErasureReason } from '../response/erasure.ts'
import type { ResponseId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { tidyAttachments } from './attachments.ts'
import { forgetInChunks } from './column-chunks.ts'
import type { DeviceDatabase } from './database.ts'
import { copyRow } from './journal/shelves.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'
import { deleteReturns, returnTables } from './write-returns.ts'

/** How an erasure ended. `onServer`: it may be on the server too, which is asked to take it out at the next exchange. */
export type Erased = { readonly ok: true; readonly onServer: boolean } | { readonly ok: false; readonly reason: string }

/** What an erasure touches. */
const eraseTables = (database: DeviceDatabase) => [
  database.drafts,
  database.outbox,
  database.keptAside,
  database.erasures,
  database.erasuresOut,
  ...returnTables(database),
]

/**
 * Takes the answers of one response off this device for good, as a draft, as returns, as what waits to be sent, with
 * its photos and out of the journal, and
 * has the server asked to do the same where anything of it was ever returned: a reply that was lost leaves no trace
 * here, so every return may be there. All or nothing; asked twice, it is once.
 */
export const eraseResponse = async (
  database: DeviceDatabase,
  of: { readonly response: ResponseId; readonly survey: SurveyId; readonly reason: ErasureReason },
  clock: Clock,
): Promise<Erased> => {
  const { response, survey, reason } = of
  try {
    const erased = await database.transaction('rw', eraseTables(database), async (): Promise<Erased> => {
      const draft = await database.drafts.get(response)
      const returned = await database.returns.where('revision.response').equals(response).count()
      const onServer = returned > 0 || (draft?.draft.amends ?? null) !== null
      const before = await database.erasures.get(response)
      const now = { response, survey, at: clock().toISOString(), reason }
      await eraseHere(database, before ?? now, onServer)
      if (onServer) await database.erasuresOut.put({ response })
      return { ok: true, onServer }
    })
    await copyRow(database, 'erasures', response)
    await copyRow(database, 'erasuresOut', response)
    await forgetErased(database, [response])
    return erased
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** Leaves of a response its tombstone, and nothing else. To be called inside a transaction over {@link eraseTables}. */
export const eraseHere = async (database: DeviceDatabase, erasure: Erasure, returned: boolean): Promise<void> => {
  const { drafts, returns, outbox, keptAside, erasures } = database
  const { response, survey, at, reason } = erasure
  const before = await erasures.get(response)
  const ids = await returns.where('revision.response').equals(response).primaryKeys()
  await erasures.put({ response, survey, at, reason, returned: returned || before?.returned === true })
  await drafts.delete(response)
  await deleteReturns(
    database,
    ids.map((id) => ({ id, response, survey })),
  )
  await outbox.bulkDelete(ids)
  await keptAside.bulkDelete(ids)
  await forgetInChunks(database, survey, response, ids)
}

/** What follows when the tombstones stand: photos that nothing names any more go, and the journal forgets the answers. */
export const forgetErased = async (database: DeviceDatabase, responses: readonly ResponseId[]): Promise<void> => {
  if (responses.length === 0) return
  await tidyAttachments(database)
  try {
    await (await database.journal()).forget(responses)
  } catch {
    // A part of the app is not on this device, and so nothing was ever journalled here.
  }
}

/** How many of a survey's returned responses were taken out: asked for by those who gave them, as their time was over, and for other reasons. */
export const countErased = async (
  database: DeviceDatabase,
  survey: SurveyId,
): Promise<{ readonly withdrawn: number; readonly over: number; readonly other: number }> => {
  const returned = await database.erasures
    .where('survey')
    .equals(survey)
    .filter((erasure) => erasure.returned)
    .toArray()
  const withdrawn = returned.filter(({ reason }) => reason === 'withdrawn').length
  const over = returned.filter(({ reason }) => reason === 'retention').length
  return { withdrawn, over, other: returned.length - withdrawn - over }
}
