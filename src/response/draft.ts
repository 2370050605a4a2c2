import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Answers } from './answers.ts'
import type { AskedPage } from './filling.ts'
import type { ItemStatus } from './status.ts'
import type { Consent, Notes, ResponseId, RevisionId, WayIn } from './revision.ts'

/** A form being filled in: kept as it is typed, and read with the version it was begun in. */
export interface Draft {
  readonly response: ResponseId
  readonly survey: SurveyId
  readonly version: VersionId
  readonly way: WayIn
  readonly language: string
  readonly answers: Answers
  /** The page where the respondent stood, as an index into the pages that were shown. */
  readonly page: number
  /** What was asked when this was saved: the form can be drawn from it before anything is routed. */
  readonly asked?: readonly AskedPage[]
  readonly startedAt: string
  readonly savedAt: string
  /** The revision this draft amends, if the response was returned before. */
  readonly amends: RevisionId | null
  /** What an interviewer said of a question that has no answer, by its name: it is the status of each of its items. */
  readonly marks?: Marks
  readonly notes?: Notes
  readonly consents?: readonly Consent[]
  readonly seconds?: number
  /** Answers that the version it was moved to has no place for: not asked, not returned, there until it is sent. */
  readonly aside?: Answers
  /** As it was before it was moved to its version, until the next answer. */
  readonly movedFrom?: MovedFrom
}

export type MovedFrom = Pick<Draft, 'version' | 'answers' | 'page' | 'aside'>

/**
 * Declined, could not answer, not asked: by question, or by the item of an entry, `children.2.age`. What is answered after
 * all has none.
 */
export type Marks = { readonly [question: string]: Extract<ItemStatus, 'refused' | 'dont-know' | 'not-asked'> }
