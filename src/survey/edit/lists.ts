import type { Entry, ListName, Question } from '../definition.ts'
import { limits } from '../limits.ts'
import { asChoice, choiceLabel } from '../text.ts'
import { withSettings } from './edit-question.ts'
import { refused, type Refused } from './edited.ts'

/** What one thing in a list is called. */
export const entryNames: { readonly [L in ListName]: string } = {
  choices: 'choice',
  columns: 'answer',
  rows: 'item',
  rateValues: 'step',
}

/** The list of a question, or null where its kind has none of that name. */
export const listOf = (question: Question, list: ListName): readonly Entry[] | null => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return list === 'choices' ? question.choices : null
    case 'matrix':
      return list === 'columns' ? question.columns : list === 'rows' ? question.rows : null
    case 'rating':
      return list === 'rateValues' ? question.rateValues : null
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return null
    default:
      return question satisfies never
  }
}

/** A question with a list of it replaced, or why it can't have so many or so few. */
export const withList = (question: Question, list: ListName, entries: readonly Entry[]): Question | Refused => {
  const least = list === 'rateValues' ? limits.leastSteps : 1
  const most = list === 'rateValues' ? limits.mostSteps : limits.choices
  const noun = entryNames[list]
  if (entries.length < least) return refused(`This question needs ${least} ${noun}${least === 1 ? '' : 's'} at least.`)
  if (entries.length > most) return refused(`A question can have ${most} ${noun}s at most.`)
  // The list is one that this kind of question has: `listOf` gave it.
  return { ...question, [list]: entries }
}

export const valueOf = (entry: Entry): string => String(asChoice(entry).value)

export const wordsOf = (entry: Entry): string => choiceLabel(asChoice(entry))

/** Choices once taken off a list: their codes are never given to another wording. */
export const removedFrom = (question: Question, list: ListName): readonly Entry[] =>
  question.proforma?.kept?.removed?.[list] ?? []

/** A question that remembers what was taken off a list, so that it comes back with its code when it is written again. */
export const withRemoved = (question: Question, list: ListName, removed: readonly Entry[]): Question => {
  if (removed.length === 0 && removedFrom(question, list).length === 0) return question
  const { [list]: _, ...others } = question.proforma?.kept?.removed ?? {}
  const all = removed.length === 0 ? others : { ...others, [list]: removed.slice(-limits.removed) }
  const { removed: __, ...kept } = question.proforma?.kept ?? {}
  const next = Object.keys(all).length === 0 ? kept : { ...kept, removed: all }
  return withSettings(question, { kept: Object.keys(next).length === 0 ? undefined : next })
}
