import { type Revision, sealRevision } from '../response/revision.ts'
import type { Answers } from '../response/answers.ts'
import type { Statuses } from '../response/status.ts'
import { type DeviceDatabase, type KeptDraft, thisDevice } from './database.ts'
import { waitingOf } from './outbox.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'

/**
 * How a return ended.
 * - `returned`: the return is kept and waits to be sent; the draft is gone
 * - `conflict`: another tab saved the draft since; `newer` is what it saved, and nothing was returned
 * - `gone`: another tab deleted the draft
 * - `failed`: nothing was written, the draft is as it was; `reason` is a sentence
 */
export type DraftReturned =
  | { readonly kind: 'returned'; readonly revision: Revision }
  | { readonly kind: 'conflict'; readonly newer: KeptDraft }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Makes the return of a draft as it was last saved, in one transaction with the device's next number, and puts it in
 * the outbox. Returning the same draft again, in any tab, gives the same one return. `settled` is what the engine made
 * of the draft's answers: those to what is still asked, and why each item holds what it holds.
 *
 * This is the one place where a return comes to be kept: a second copy, beside the database, is written here, before
 * `returned` is said.
 */
export const returnDraft = async (
  database: DeviceDatabase,
  kept: KeptDraft,
  settled: { readonly answers: Answers; readonly statuses: Statuses },
  clock: Clock,
): Promise<DraftReturned> => {
  const { meta, drafts, returns, outbox } = database
  try {
    return await database.transaction('rw', [meta, drafts, returns, outbox], async (): Promise<DraftReturned> => {
      const already = await returns.get(kept.revision)
      if (already !== undefined) return { kind: 'returned', revision: already.revision }
      const there = await drafts.get(kept.draft.response)
      if (there === undefined || there.revision !== kept.revision) return { kind: 'gone' }
      if (there.counter !== kept.counter) return { kind: 'conflict', newer: there }
      const device = await thisDevice(database)
      const deviceSequence = device.sequence + 1
      const { response, survey, version, way, language, startedAt, amends, notes, consents, seconds } = there.draft
      const revision = sealRevision({
        id: kept.revision,
        response,
        survey,
        version,
        device: device.device,
        deviceSequence,
        replaces: amends,
        answers: settled.answers,
        statuses: settled.statuses,
        way,
        language,
        startedAt,
        returnedAt: clock().toISOString(),
        ...(notes === undefined ? {} : { notes }),
        ...(consents === undefined ? {} : { consents }),
        ...(seconds === undefined ? {} : { seconds }),
      })
      await meta.put({ ...device, sequence: deviceSequence })
      await returns.add({ revision, seq: null })
      await outbox.add(waitingOf(revision))
      await drafts.delete(response)
      return { kind: 'returned', revision }
    })
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}
