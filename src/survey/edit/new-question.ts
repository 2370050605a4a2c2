import type { Choice, Question, Text } from '../definition.ts'
import type { QuestionKind } from './question-kind.ts'

/** The kinds a question can start as: yes, no or not sure is a choice with its answers given. */
export type StartKind = QuestionKind | 'yes-no-not-sure'

export const yesNoNotSure: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not_sure', text: 'Not sure', role: 'not-sure' },
]

/** Answers to start from, until they are worded. */
export const firstChoices: readonly Choice[] = [
  { value: 'choice_1', text: 'Choice 1' },
  { value: 'choice_2', text: 'Choice 2' },
]

export const firstRows: readonly Choice[] = [
  { value: 'item_1', text: 'Item 1' },
  { value: 'item_2', text: 'Item 2' },
]

/** Five steps from bad to good. */
export const firstSteps: readonly Choice[] = [
  { value: 1, text: 'Very bad' },
  { value: 2, text: 'Bad' },
  { value: 3, text: 'In between' },
  { value: 4, text: 'Good' },
  { value: 5, text: 'Very good' },
]

/** A question of a kind with what it needs to be answered at once. */
export const newQuestion = (kind: StartKind, name: string, title: Text): Question => {
  const asked = { name, title }
  switch (kind) {
    case 'choice':
      return { type: 'radiogroup', ...asked, choices: firstChoices }
    case 'yes-no-not-sure':
      return { type: 'radiogroup', ...asked, choices: yesNoNotSure }
    case 'tick-all':
      return { type: 'checkbox', ...asked, choices: firstChoices }
    case 'grid':
      return { type: 'matrix', ...asked, columns: yesNoNotSure, rows: firstRows }
    case 'scale':
      return { type: 'rating', ...asked, rateValues: firstSteps, proforma: { scale: 'words' } }
    case 'number':
      return { type: 'text', ...asked, inputType: 'number' }
    case 'date':
      return { type: 'text', ...asked, inputType: 'date' }
    case 'short-text':
      return { type: 'text', ...asked }
    case 'long-text':
      return { type: 'comment', ...asked }
    case 'group':
      return { type: 'paneldynamic', ...asked, templateElements: [], proforma: { each: 'Child' } }
    case 'photo':
      return { type: 'file', ...asked }
    case 'signature':
      return { type: 'signaturepad', ...asked }
    default:
      return kind satisfies never
  }
}
