import type { SurveyId, VersionId } from './ids.ts'
import type { Version } from './version.ts'

/** Names one standing. A UUID, made where somebody decided. */
export type StandingId = string & { readonly __id: 'standing' }

/**
 * How a survey stands: what somebody last decided about it. `live`: this version is filled in from now on, whatever its
 * number is (the wording before may be published again). `closed`: nobody is asked any more.
 */
export interface Standing {
  readonly id: StandingId
  readonly survey: SurveyId
  /** The version that is live, or that was when the survey was closed. */
  readonly version: VersionId
  readonly state: 'live' | 'closed'
  /** When it was decided: ISO 8601, UTC, by the clock of the device. Never the order. */
  readonly at: string
  /** The server's counter, by which a later decision replaces an earlier one; null until the server has it. */
  readonly seq: number | null
}

/** `draft`: nothing of it was ever published. */
export type SurveyState = 'draft' | Standing['state']

/**
 * How a survey stands, and its version that is live or was last. Where nobody has decided anything, what was published
 * with the highest number is live: surveys that ship, before a server was heard.
 */
export const standingOf = (
  standing: Standing | undefined,
  versions: readonly Version[],
): { readonly state: SurveyState; readonly version: Version | null } => {
  const [first = null, ...others] = versions
  if (first === null) return { state: 'draft', version: null }
  const named = versions.find(({ id }) => id === standing?.version)
  return {
    state: standing?.state ?? 'live',
    version: named ?? others.reduce((a, b) => (b.number > a.number ? b : a), first),
  }
}
