import { checkErase } from '../../protocol/check-erase.ts'
import { checkPublish } from '../../protocol/check-publish.ts'
import type { KeptAside } from '../../protocol/refusals.ts'
import type { DeviceId, Revision } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { isJsonObject } from '../../survey/json.ts'
import { sha256Hex } from '../../survey/sha256.ts'
import type { Store } from '../store.ts'
import { type Deed, isIn, surveysFor } from './may.ts'
import { nameOf, type Surveys, type Who } from './who.ts'

/** What of the stream of returns somebody may see: the answers of these surveys, and what a tablet itself has sent. */
export interface Seen {
  readonly answers: Surveys
  readonly device: DeviceId | null
  readonly erasures: Surveys
}

export const seenBy = (who: Who): Seen => ({
  answers: surveysFor(who, 'read-answers'),
  device: who.kind === 'device' ? who.device : null,
  erasures: surveysFor(who, 'see'),
})

/** The same for all who see the same. */
export const viewOf = (seen: Seen): string => sha256Hex(JSON.stringify(seen)).slice(0, 32)

/** Why a sound return is kept aside for who sent it; null where it counts. */
export const whyAsideOf = (who: Who): ((revision: Revision) => KeptAside | null) => {
  if (who.kind === 'device' && who.former) return () => 'device-ended'
  const surveys = surveysFor(who, 'collect')
  return ({ survey }) => (isIn(surveys, survey) ? null : 'survey-not-given')
}

/**
 * Whether all responses that are named may be taken out by this asker. What the database says counts, not what the
 * request says: a response of another survey is not taken out by calling it one of ours.
 */
export const mayErase = async (store: Store, who: Who, body: unknown): Promise<boolean> => {
  const checked = checkErase(body)
  // The route itself tells what is wrong with it.
  if (!checked.ok) return true
  const surveys = surveysFor(who, 'collect')
  if (surveys === 'all') return true
  const { erasures } = checked.erase
  const real = await store.access.surveysOfResponses(erasures.map(({ response }) => response))
  return [...real, ...erasures.map(({ survey }) => survey)].every((survey) => isIn(surveys, survey))
}

export const noteErasures = async (store: Store, who: Who, body: unknown): Promise<void> => {
  const checked = checkErase(body)
  if (!checked.ok) return
  for (const { response, reason } of checked.erase.erasures)
    await store.access.note({ who: nameOf(who), what: 'erased', about: response, why: reason })
}

/** Whether a photo belongs to a return of a survey with which this asker may do that. */
export const mayTouch = async (store: Store, who: Who, sha256: string, deed: Deed): Promise<boolean> => {
  const surveys = surveysFor(who, deed)
  return surveys === 'all' || (await store.access.surveysOfAttachment(sha256)).some((survey) => isIn(surveys, survey))
}

/** Which surveys this asker may publish: those that they lead, and those that nobody has yet. */
export const publisher = async (store: Store, who: Who): Promise<(survey: SurveyId) => boolean> => {
  const surveys = surveysFor(who, 'lead')
  if (surveys === 'all') return () => true
  const taken = new Set((await store.versions()).map(({ survey }) => survey))
  return (survey) => isIn(surveys, survey) || !taken.has(survey)
}

/** Writes down what was published. Who publishes a survey first leads it. */
export const notePublished = async (
  store: Store,
  who: Who,
  body: unknown,
  mayPublish: (survey: SurveyId) => boolean,
): Promise<void> => {
  if (who.kind !== 'account') return
  const checked = checkPublish(body)
  if (!checked.ok) return
  const sent = [...checked.publish.versions, ...checked.publish.standings]
  const named = new Set(
    sent.flatMap((each) => (isJsonObject(each) && typeof each['survey'] === 'string' ? [each['survey']] : [])),
  )
  const known = new Set((await store.versions()).map(({ survey }): string => survey))
  for (const survey of named) {
    if (!known.has(survey) || !mayPublish(survey as SurveyId)) continue
    await store.access.note({ who: nameOf(who), what: 'published', about: survey })
    await store.access.leadFirst(who, survey as SurveyId)
  }
}
