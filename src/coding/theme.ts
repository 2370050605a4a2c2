import type { ResponseId } from '../response/revision.ts'

/** A code given to open-ended answers, and with it a row of the table that it belongs to. */
export interface Theme {
  /** Stable: `context_and_hypothesis`. A new label is not a new theme. */
  readonly id: string
  readonly label: string
  /** The grid whose table it is a row of: `support`. */
  readonly of: string
}

/** One open-ended answer put in one theme. An answer may be put in several themes, each by a coding of its own. */
export interface Coding {
  readonly response: ResponseId
  /** The question that holds the words: `other1_activity`. */
  readonly question: string
  /** A {@link Theme}'s id. */
  readonly theme: string
}
