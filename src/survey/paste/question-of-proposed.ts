import type { Choice, Question } from '../definition.ts'
import { plainText } from '../text-parts.ts'
import { freshName } from '../edit/fresh-name.ts'
import { roleFromWords } from '../role-from-words.ts'
import type { Proposed } from './proposed.ts'

/**
 * A proposed question as it goes into a survey: its name and the ids of its answers made from their words.
 *
 * @param taken names in use, in small letters; the name given must be added before the next question is made
 */
export const questionOfProposed = (proposed: Proposed, taken: ReadonlySet<string>): Question => {
  const asked = {
    name: freshName(taken, proposed.wording, 'question'),
    title: plainText(proposed.wording),
    ...(proposed.hint !== undefined && { description: plainText(proposed.hint) }),
  }
  switch (proposed.kind) {
    case 'one-choice':
      return { type: 'radiogroup', ...asked, choices: choicesFromLabels(proposed.choices) }
    case 'tick-all':
      return { type: 'checkbox', ...asked, choices: choicesFromLabels(proposed.choices) }
    case 'scale':
      return { type: 'rating', ...asked, rateValues: stepsFromLabels(proposed.choices) }
    case 'grid': {
      const rows = choicesFromLabels(proposed.rows, 'row').map(({ value, text }) => ({
        value,
        ...(text !== undefined && { text }),
      }))
      return { type: 'matrix', ...asked, columns: choicesFromLabels(proposed.columns), rows }
    }
    case 'number':
    case 'date':
      return { type: 'text', ...asked, inputType: proposed.kind }
    case 'short-text':
      return { type: 'text', ...asked }
    case 'long-text':
      return { type: 'comment', ...asked }
    default:
      return proposed satisfies never
  }
}

/** The points of a scale are numbered, so that they can be averaged: from 1, or as their own figures say. */
const stepsFromLabels = (labels: readonly string[]): readonly Choice[] => {
  const figures = labels.map((label) => Number(/^\d+/.exec(label)?.[0] ?? 'none'))
  const counted = figures.every((figure, index) => figure === (figures[0] ?? 0) + index)
  return labels.map((text, index) => ({ value: (counted ? (figures[0] ?? 1) : 1) + index, text }))
}

/** Answers by their words: each gets an id made from them, and a role where they say what it means. */
const choicesFromLabels = (labels: readonly string[], fallback = 'answer'): readonly Choice[] => {
  const taken = new Set<string>()
  return labels.map((text) => {
    const value = freshName(taken, text, fallback)
    taken.add(value.toLowerCase())
    const role = roleFromWords(text)
    return { value, text, ...(role !== null && { role }) }
  })
}
