import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Answers } from './answers.ts'
import type { ResponseId, RevisionId, WayIn } from './revision.ts'

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
  readonly startedAt: string
  readonly savedAt: string
  /** The revision this draft amends, if the response was returned before. */
  readonly amends: RevisionId | null
}
