import type { Choice, Question } from './definition.ts'
import { asChoice } from './text.ts'

/** The answers that can be picked, of a grid in each row; none where something is written, drawn or repeated. */
export const offeredChoices = (question: Question): readonly Choice[] => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return question.choices.map(asChoice)
    case 'matrix':
      return question.columns.map(asChoice)
    case 'rating':
      return question.rateValues.map(asChoice)
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return []
    default:
      return question satisfies never
  }
}
