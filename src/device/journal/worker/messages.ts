import type { DeviceId, ResponseId, RevisionId } from '../../../response/revision.ts'
import type { Json } from '../../../survey/json.ts'

/**
 * What the page asks of the journal's worker; each is answered by one {@link Answer}, in the order asked.
 * - `append`: writes frames and flushes them, returns before state; `clean` writes the state anew, `alone` says that
 *   they are nowhere else
 * - `read`: an index of all segments, with the latest state that each of them holds
 * - `bodies`: the returns themselves, of those ids
 * - `drop`: removes segments, but for those that a tab has open
 * - `forget`: takes what there is of these responses out of every segment that no other tab has open
 */
export type Ask =
  | {
      readonly kind: 'append'
      readonly returns: readonly ReturnFrame[]
      readonly states: readonly StateFrame[]
      readonly clean: boolean
      readonly alone: boolean
    }
  | { readonly kind: 'read' }
  | { readonly kind: 'bodies'; readonly ids: readonly RevisionId[] }
  | { readonly kind: 'drop'; readonly segments: readonly string[] }
  | { readonly kind: 'forget'; readonly responses: readonly ResponseId[] }

/**
 * Which return, and how it stood when the frame was written.
 * - `made`: about to be kept in the database too
 * - `alone`: a person was told that it is kept, and the database could not keep it
 * - `taken-back`: it was not returned after all
 */
export interface ReturnHead {
  readonly id: RevisionId
  readonly response: ResponseId
  readonly device: DeviceId
  readonly deviceSequence: number
  readonly stands: 'made' | 'alone' | 'taken-back'
}

export interface ReturnFrame extends ReturnHead {
  /** The return itself; null where it was taken back. */
  readonly revision: Json
}

/** What there is one of at a time: a draft, a version, who this device is. The latest with a key holds. */
export interface StateFrame {
  readonly key: string
  readonly value: Json
}

export type SegmentKind = 'returns' | 'state'

/** A segment, as it was read. */
export interface Segment {
  readonly name: string
  readonly kind: SegmentKind
  readonly bytes: number
  /** Bytes at its end that are no whole frame: they were being written when the browser was killed. */
  readonly torn: number
  /** A tab writes to it now. */
  readonly open: boolean
  readonly returns: readonly ReturnHead[]
  readonly states: readonly StateFrame[]
}

/** `error` is the name of what was thrown: `QuotaExceededError`, `SecurityError`. */
export type Answer =
  | { readonly ok: true; readonly segments: readonly Segment[]; readonly bodies: readonly Json[] }
  | { readonly ok: false; readonly error: string }
