import type { Definition } from '../definition.ts'

/** What an edit gives: another survey, or why it can't be done. The survey it was given is never changed. */
export type Edited = Done | Refused

export interface Done {
  readonly ok: true
  readonly definition: Definition
  /** What was done, for the undo list and to be read out: "Deleted ‘How old are you?’". */
  readonly did: string
  /** The question, panel or page to go to next, where there is one. */
  readonly at: string | null
  /** What else had to be put right, each a sentence: a rule that looked at the question that is gone. */
  readonly notices: readonly string[]
}

export interface Refused {
  readonly ok: false
  /** A sentence. */
  readonly reason: string
}

export const done = (
  definition: Definition,
  did: string,
  { at = null, notices = [] }: { readonly at?: string | null; readonly notices?: readonly string[] } = {},
): Done => ({ ok: true, definition, did, at, notices })

export const refused = (reason: string): Refused => ({ ok: false, reason })

/** What an edit says when the thing it should change was deleted meanwhile, as by another tab. */
export const gone = (): Refused => refused('This is no longer in the survey.')
