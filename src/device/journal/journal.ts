import type { ResponseId, Revision, RevisionId } from '../../response/revision.ts'
import type { ReturnFrame, Segment, StateFrame } from './worker/messages.ts'

/** The second place where this device keeps what it is given: files that only grow, beside the database. */
export interface Journal {
  /** Resolves when it is on the disk, or could not be: `reason` is a sentence. */
  readonly append: (entries: Entries) => Promise<Appended>
  /** An index of all that is there; null where it cannot be read. */
  readonly read: () => Promise<readonly Segment[] | null>
  /** The returns themselves, of those that are there. */
  readonly bodies: (ids: readonly RevisionId[]) => Promise<readonly Revision[]>
  /** Removes segments that no tab writes to. */
  readonly drop: (segments: readonly string[]) => Promise<void>
  /** Takes these responses out for good: their answers are to be nowhere. What another tab has open is left to it. */
  readonly forget: (responses: readonly ResponseId[]) => Promise<void>
  /** Ends the worker; a test does. */
  readonly close: () => void
}

export interface Entries {
  readonly returns?: readonly ReturnFrame[]
  readonly states?: readonly StateFrame[]
  /** Writes the state anew, so that what it held before is nowhere any more. */
  readonly clean?: boolean
  /** The database has not got it: it is written only if the browser has not taken the files away. */
  readonly alone?: boolean
}

/** `refused`: this browser keeps no files for the app, as in a private window. */
export type Appended =
  | { readonly ok: true }
  | { readonly ok: false; readonly refused: boolean; readonly reason: string }
