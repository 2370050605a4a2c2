import type { SurveyId, VersionId } from '../survey/ids.ts'
import { digest } from '../survey/sha256.ts'
import type { Answers } from './answers.ts'
import { crockford } from './crockford.ts'
import type { Statuses } from './status.ts'

type Branded<Name extends string> = string & { readonly __id: Name }

/** Names one form that one respondent fills in, through all its revisions. A UUID, made on the device. */
export type ResponseId = Branded<'response'>

/** Names one returned state of a response. A UUID, made on the device. */
export type RevisionId = Branded<'revision'>

/** Names a browser profile that keeps answers. A UUID, made at its first start. */
export type DeviceId = Branded<'device'>

/** How the form was filled in. */
export type WayIn = 'family' | 'interviewer' | 'link' | 'paper'

/** Private notes, by question, or by the item of an entry: `children.2.age`. */
export type Notes = { readonly [question: string]: string }

/** One answer to the question of consent: in which words (version and language) and when (ISO 8601, UTC). */
export type Consent = {
  readonly question: string
  readonly given: boolean
  readonly at: string
  readonly version: VersionId
  readonly language: string
}

/** What a tablet cannot read any more: only the organisation's key opens it. `protocol/sealed-return.ts` has its form. */
export type SealedAnswers = {
  /** Base64. */
  readonly box: string
  /** SHA-256 of the photos and drawings that the answers name: they are sent beside them. */
  readonly photos: readonly string[]
}

/** One return: a response as it stood when it was sent back. Never changed; an amendment is a new revision. */
export interface Revision {
  readonly id: RevisionId
  readonly response: ResponseId
  readonly survey: SurveyId
  readonly version: VersionId
  readonly device: DeviceId
  /** Counts what this device has returned: 1, 2, 3, … A gap tells that something was lost. */
  readonly deviceSequence: number
  /** The revision of the same response that this one replaces. */
  readonly replaces: RevisionId | null
  readonly answers: Answers
  readonly statuses: Statuses
  readonly way: WayIn
  readonly language: string
  /** ISO 8601, UTC, by the device's clock: data about the return, never its order. */
  readonly startedAt: string
  readonly returnedAt: string
  /** What the interviewer wrote beside a question, by its name: never shown to the respondent. */
  readonly notes?: Notes
  /** Each time consent was given or refused, in order. */
  readonly consents?: readonly Consent[]
  /** How long the form was on the screen and in use, in whole seconds, over all sittings. */
  readonly seconds?: number
  /** Where the answers are sealed: then `answers` and `statuses` are empty, and what stands here holds them. */
  readonly sealed?: SealedAnswers
  /** {@link revisionDigest} of all the rest. */
  readonly sha256: string
}

/** SHA-256, in hex, of the canonical JSON of everything in a revision but the digest itself. */
export const revisionDigest = (revision: Omit<Revision, 'sha256'> & { readonly sha256?: string }): string => {
  const { sha256: _, ...rest } = revision
  return digest(rest)
}

/** Seals what was returned with its digest. */
export const sealRevision = (content: Omit<Revision, 'sha256'>): Revision => ({
  ...content,
  sha256: revisionDigest(content),
})

/** A short reference that staff and family can both quote: `K7TQ-3MXP`, 40 bits of the response's id in Crockford's base 32. */
export const referenceOf = (response: ResponseId): string => {
  let bits = BigInt(`0x${digest(response).slice(0, 10)}`)
  let text = ''
  for (let index = 0; index < 8; index += 1) {
    text = `${crockford[Number(bits & 31n)]}${text}`
    bits >>= 5n
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`
}
