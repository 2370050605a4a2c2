import type { Erasure } from '../response/erasure.ts'
import type { Revision } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { AuditListed } from './people.ts'
import type { KeptAside } from './refusals.ts'

/** Lead → server, `POST /api/v1/subject-access`: what is held about one person. */
export interface SubjectAccessAsked {
  /** The reference of a receipt, or a name, an email address or an id of the list of who is asked. */
  readonly find: string
  readonly why: string
}

/** Server → lead: all of it, of the surveys that they lead. Times are ISO 8601, UTC. */
export interface SubjectAccess {
  readonly find: string
  readonly at: string
  readonly responses: readonly ResponseHeld[]
  readonly listed: readonly ListedHeld[]
  /** What the log says of them, the oldest first. */
  readonly log: readonly AuditListed[]
  /** What the responses answer. */
  readonly versions: readonly Version[]
}

export interface ResponseHeld {
  readonly response: string
  readonly reference: string
  readonly survey: SurveyId
  /** In the order they came: the last is the one that counts. */
  readonly revisions: readonly { readonly receivedAt: string; readonly sealed: boolean; readonly revision: Revision }[]
  /** What could not be counted, as it came. */
  readonly aside: readonly { readonly reason: KeptAside; readonly firstAt: string; readonly came: unknown }[]
  /** SHA-256 of photos and drawings, and how many bytes each has; null where it has not come. */
  readonly photos: readonly { readonly sha256: string; readonly bytes: number | null }[]
  /** Null where it was not taken out. */
  readonly erased: Pick<Erasure, 'at' | 'reason'> | null
}

/** What stands of somebody in the list of who is asked. */
export interface ListedHeld {
  readonly recipient: string
  readonly survey: SurveyId
  readonly member: {
    readonly id: string
    readonly name: string
    readonly contact: string
    readonly email: string
    readonly language: string
    readonly strata: unknown
  }
  readonly asked: boolean
  readonly events: readonly { readonly kind: string; readonly at: string; readonly detail: string }[]
  /** When links were made and ended: of the links themselves only a hash is kept. */
  readonly links: readonly { readonly madeAt: string; readonly endedAt: string | null }[]
  /** Answers on their way, not returned. */
  readonly draft: { readonly savedAt: string; readonly content: unknown } | null
  readonly responses: readonly string[]
}
