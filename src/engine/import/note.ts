/** What an import did not take as it stood: for the report that a designer reads. */
export interface ImportNote {
  readonly kind: 'left-out' | 'changed'
  /** A path into the JSON that was given: `pages[0].elements[2].choices[1]`; empty for the whole. */
  readonly where: string
  /** What it was, in a few words: `html`, `the name full name`. */
  readonly what: string
  /** Why, in a sentence. */
  readonly why: string
}

export type Tell = (note: ImportNote) => void

/** The member that holds a rule of our own making, in which everything is called as it is called now. */
export const askedWhen = 'askedWhen'

/** What is known while a survey is imported: grows from its first element to its last. */
export interface Importing {
  readonly tell: Tell
  /** The language that stands for `default` where a wording has none. */
  readonly language: string | null
  /** How many questions and rows may still be taken. */
  readonly room: { items: number }
  /** Names that are given, in small letters. */
  readonly taken: Set<string>
  /** By what it was called, in small letters, what a question is called now. */
  readonly names: Map<string, string>
  /** By the new name of a question, then by what an answer or row was: what it is now. */
  readonly answers: Map<string, Map<string, string | number>>
  readonly rows: Map<string, Map<string, string | number>>
  /** The new names of questions that stand in a repeated group: rules there look at them as `panel.age`. */
  readonly inEntries: Set<string>
}
