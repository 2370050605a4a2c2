import type { ResponseId } from '../response/revision.ts'
import type { Codebook } from '../survey/codebook.ts'
import type { Coding } from './theme.ts'

/** A place where a respondent writes an item of their own and answers it. */
export interface Slot {
  /** The question that holds the words: `other1_activity`. */
  readonly words: string
  /** The variable that holds the answer: `other1_need`. */
  readonly answer: string
}

/** The slots that belong to a grid, in the order they are asked. */
export const slotsOf = (codebook: Pick<Codebook, 'variables'>, grid: string): readonly Slot[] =>
  codebook.variables.flatMap(({ id, openEnded }) =>
    openEnded?.of === grid ? [{ words: openEnded.words, answer: id }] : [],
  )

/** Which slots of which responses were put in a theme, by the words' question. */
export type Mentions = ReadonlyMap<ResponseId, ReadonlySet<string>>

export const mentionsOf = (codings: readonly Coding[], theme: string): Mentions => {
  const mentions = new Map<ResponseId, Set<string>>()
  for (const coding of codings) {
    if (coding.theme !== theme) continue
    const slots = mentions.get(coding.response) ?? new Set()
    slots.add(coding.question)
    mentions.set(coding.response, slots)
  }
  return mentions
}
