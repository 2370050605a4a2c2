/** A question read from pasted text, shown to the designer before it is taken. */
export type Proposed = ProposedList | ProposedGrid | ProposedOpen

interface ReadFrom {
  readonly wording: string
  readonly hint?: string
  /** A sentence for the designer: `Read as tick-all because it says “tick all that apply”.` */
  readonly why: string
  /** The first and the last line that it was read from, 1 being the first that was pasted. */
  readonly lines: readonly [from: number, to: number]
}

export interface ProposedList extends ReadFrom {
  readonly kind: 'one-choice' | 'tick-all' | 'scale'
  readonly choices: readonly string[]
}

export interface ProposedGrid extends ReadFrom {
  readonly kind: 'grid'
  readonly rows: readonly string[]
  readonly columns: readonly string[]
}

export interface ProposedOpen extends ReadFrom {
  readonly kind: 'number' | 'date' | 'short-text' | 'long-text'
}

/** Words that were read and not taken, and why. */
export interface PassedOver {
  readonly words: string
  readonly reason: string
  readonly lines: readonly [from: number, to: number]
}

export interface Pasted {
  readonly questions: readonly Proposed[]
  readonly passedOver: readonly PassedOver[]
}
