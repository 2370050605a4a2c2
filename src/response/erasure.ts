import type { SurveyId } from '../survey/ids.ts'
import type { ResponseId } from './revision.ts'

/** Why somebody takes answers out. A closed list: words of one's own could hold what was to be erased. */
export const askedReasons = ['withdrawn', 'mistake', 'test', 'other'] as const

/** `retention`: nobody asked for it, but the time was over that answers of their survey are kept for. */
export const erasureReasons = [...askedReasons, 'retention'] as const

export type ErasureReason = (typeof erasureReasons)[number]

/** What is left of a response whose answers were taken out for good: that it was, when and why, and nothing of it. */
export interface Erasure {
  readonly response: ResponseId
  readonly survey: SurveyId
  /** ISO 8601, UTC, by the clock of the device where it was asked for. */
  readonly at: string
  readonly reason: ErasureReason
}
