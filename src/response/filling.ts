import type { Json } from '../survey/json.ts'
import type { Answers } from './answers.ts'

/** A page as it is asked: its name in the survey as it is paged, and the names of the questions that are asked on it. */
export interface AskedPage {
  readonly name: string
  readonly questions: readonly string[]
}

/** A form being filled in: what was typed, and what of the survey is asked because of it. */
export interface Filling {
  /** All that was typed, by question, what is hidden now included: what a draft keeps. */
  readonly typed: () => Answers
  readonly answer: (question: string, value: Json | undefined) => void
  /** The pages that are asked as things stand, in order: the very same list until that changes. */
  readonly asked: () => readonly AskedPage[]
  /** The questions that are asked in each entry of a repeated group, in the order of its entries. */
  readonly askedInEntries: (group: string) => readonly ReadonlySet<string>[]
  /** Which pages `asked` knows: as they are now, or, while no engine follows the answers, as they were, or fewer. */
  readonly knows: 'all-now' | 'all-before' | 'first' | 'nothing'
  /** Calls the listener after every change of an answer, and so of what is asked. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Grows with every change, so that a screen can tell. */
  readonly revision: () => number
}
