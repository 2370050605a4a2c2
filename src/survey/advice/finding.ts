import type { Definition } from '../definition.ts'

/** What is looked for before a survey is shared, each in a file of its own. */
export type AdviceKind =
  | 'not-worded'
  | 'two-at-once'
  | 'leading'
  | 'double-negative'
  | 'vague'
  | 'abbreviation'
  | 'long-question'
  | 'no-not-sure'
  | 'ranges'
  | 'too-long'
  | 'missing-translation'
  | 'no-privacy'
  | 'never-met'
  | 'reading-age'
  | 'jargon'

/** What one check has to say. */
export interface Found {
  /** The page, panel or question to go to; null for the survey itself. */
  readonly question: string | null
  /** The words that were judged: when they change, the finding is a new one. */
  readonly judged: string
  /** Why, in a sentence or two. */
  readonly reason: string
  readonly betterWay: string
}

/** A finding as a designer sees it. */
export interface Advice extends Omit<Found, 'judged'> {
  /** Stands for this finding on these words: `role/leading/1f0a…`. "Fine as it is" remembers it. */
  readonly key: string
  readonly kind: AdviceKind
  /** Whether the survey can't be shared before it is mended. Advice never blocks, two kinds aside. */
  readonly blocks: boolean
}

export type Check = (definition: Definition) => readonly Found[]
