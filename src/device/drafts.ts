import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Draft, Marks } from '../response/draft.ts'
import type { ResponseId, Revision, RevisionId, WayIn } from '../response/revision.ts'
import type { DeviceDatabase, KeptDraft } from './database.ts'
import type { Clock, NewId } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'

/** Which form is begun, and how. */
export interface NewDraft {
  readonly survey: SurveyId
  readonly version: VersionId
  readonly way: WayIn
  readonly language: string
}

export type StartedDraft =
  | { readonly ok: true; readonly kept: KeptDraft }
  | { readonly ok: false; readonly reason: string }

/** Begins an empty form and keeps it. */
export const startDraft = (
  database: DeviceDatabase,
  form: NewDraft,
  clock: Clock,
  newId: NewId,
): Promise<StartedDraft> =>
  keepNewDraft(database, form, newId() as ResponseId, { answers: {}, amends: null }, clock, newId)

/**
 * Begins a change to a return: a draft of the same response, holding its answers, its notes, its consents and the
 * marks it was made with (`marksOf`). Where a change to that response is begun already, it is that one.
 */
export const startAmendment = (
  database: DeviceDatabase,
  returned: Revision,
  marks: Marks,
  clock: Clock,
  newId: NewId,
): Promise<StartedDraft> => {
  const { response, answers, notes, consents, seconds, id: amends } = returned
  const begun = {
    answers,
    amends,
    marks,
    ...(notes === undefined ? {} : { notes }),
    ...(consents === undefined ? {} : { consents }),
    ...(seconds === undefined ? {} : { seconds }),
  }
  return keepNewDraft(database, returned, response, begun, clock, newId)
}

const keepNewDraft = async (
  database: DeviceDatabase,
  { survey, version, way, language }: NewDraft,
  response: ResponseId,
  begun: Pick<Draft, 'answers' | 'amends' | 'marks' | 'notes' | 'consents' | 'seconds'>,
  clock: Clock,
  newId: NewId,
): Promise<StartedDraft> => {
  const now = clock().toISOString()
  const draft = { response, survey, version, way, language, ...begun, page: 0, startedAt: now, savedAt: now }
  const fresh: KeptDraft = { draft, revision: newId() as RevisionId, counter: 0 }
  try {
    const kept = await database.transaction('rw', database.drafts, async () => {
      const begun = await database.drafts.get(response)
      if (begun === undefined) await database.drafts.add(fresh)
      return begun ?? fresh
    })
    return { ok: true, kept }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** The draft of a response, or null when there is none: it was returned or deleted, or never begun here. */
export const readDraft = async (database: DeviceDatabase, response: ResponseId): Promise<KeptDraft | null> =>
  (await database.drafts.get(response)) ?? null

/** Deletes a draft and its answers for good. */
export const deleteDraft = async (database: DeviceDatabase, response: ResponseId): Promise<void> => {
  const kept = await database.drafts.get(response)
  await database.drafts.delete(response)
  if (kept === undefined) return
  // Home shows drafts and seldom deletes one: what follows comes when it is needed.
  const { forgetDraft } = await import('./journal/forget-draft.ts')
  await forgetDraft(database, kept)
}
