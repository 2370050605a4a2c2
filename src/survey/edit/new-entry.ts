import type { Entry, ListName, Question } from '../definition.ts'
import { freeId, slug } from './fresh-name.ts'
import { entryNames, listOf, removedFrom, valueOf, wordsOf } from './lists.ts'

/**
 * What a wording becomes in a list: the choice that was taken off it with these very words, with its code; or a new one,
 * with a code out of the wording that the list has never had. The steps of a scale are numbered on;
 * "Not sure" beside a scale is no step.
 */
export const newEntry = (
  question: Question,
  list: ListName,
  words: string,
  { also = [], isStep = list === 'rateValues' }: { readonly also?: readonly Entry[]; readonly isStep?: boolean } = {},
): Entry => {
  const before = removedFrom(question, list).find((entry) => wordsOf(entry) === words)
  const present = [...(listOf(question, list) ?? []), ...also]
  if (before !== undefined && !present.some((entry) => valueOf(entry) === valueOf(before))) return before
  const known = [...present, ...removedFrom(question, list)]
  if (isStep) {
    const steps = known.map((entry) => Number(valueOf(entry))).filter(Number.isInteger)
    return { value: Math.max(0, ...steps) + 1, text: words }
  }
  return { value: wordCode(list, words, known), text: words }
}

/** A code out of a wording that no choice has: `not_sure`. */
const wordCode = (list: ListName, words: string, known: readonly Entry[]): string => {
  const taken = new Set(known.map((entry) => valueOf(entry).toLowerCase()))
  const fallback = entryNames[list]
  return freeId(slug(words, fallback), fallback, taken)
}
