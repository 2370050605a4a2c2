import type { Question } from '../definition.ts'

/** The kinds of question, as a person picks them. */
export const questionKinds = [
  'choice',
  'tick-all',
  'grid',
  'scale',
  'number',
  'date',
  'short-text',
  'long-text',
  'group',
  'photo',
  'signature',
] as const

export type QuestionKind = (typeof questionKinds)[number]

/** The kinds that can be asked for each entry of a repeated group. */
export const entryKinds: readonly QuestionKind[] = [
  'choice',
  'tick-all',
  'scale',
  'number',
  'date',
  'short-text',
  'long-text',
]

export const kindOfQuestion = (question: Question): QuestionKind => {
  switch (question.type) {
    case 'radiogroup':
      return 'choice'
    case 'checkbox':
      return 'tick-all'
    case 'matrix':
      return 'grid'
    case 'rating':
      return 'scale'
    case 'text':
      return question.inputType === 'number' || question.inputType === 'date' ? question.inputType : 'short-text'
    case 'comment':
      return 'long-text'
    case 'paneldynamic':
      return 'group'
    case 'file':
      return 'photo'
    case 'signaturepad':
      return 'signature'
    default:
      return question satisfies never
  }
}

/** What a kind is called in a list to pick from. */
export const kindNames: { readonly [K in QuestionKind]: string } = {
  choice: 'One choice',
  'tick-all': 'Tick all that apply',
  grid: 'Grid: items by answers',
  scale: 'Scale',
  number: 'Number',
  date: 'Date',
  'short-text': 'Short text',
  'long-text': 'Long text',
  group: 'Repeated group: the same questions for each child',
  photo: 'Photo',
  signature: 'Name or signature',
}
