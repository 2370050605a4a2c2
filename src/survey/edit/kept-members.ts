import type { Entry, Kept, Question, Range } from '../definition.ts'
import { asChoice, choiceLabel } from '../text.ts'
import { withMembers } from './edit-question.ts'
import { firstChoices, firstRows, firstSteps, yesNoNotSure } from './new-question.ts'
import { kindOfQuestion } from './question-kind.ts'
import { limits } from '../limits.ts'

type Loose = { readonly [K in keyof Kept]?: Kept[K] | undefined }

/** All that a question has because of its kind, and all it kept of other kinds, in one place. */
export const membersOf = (question: Question): Kept =>
  withMembers<Kept>(question.proforma?.kept ?? {}, { ...ownMembers(question), ...ownSettings(question) })

const ownMembers = (question: Question): Loose => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return { choices: question.choices, choicesOrder: question.choicesOrder }
    case 'matrix': {
      const { columns, rows, rowsOrder, eachRowRequired } = question
      return { columns, rows, rowsOrder, eachRowRequired }
    }
    case 'rating':
      return { rateValues: question.rateValues }
    case 'text': {
      const range = rangeOf(question)
      const kind = kindOfQuestion(question)
      if (kind === 'short-text') return { maxLength: question.maxLength }
      return kind === 'number' ? { numbers: range } : { dates: range }
    }
    case 'comment':
      return { lines: question.rows, maxLength: question.maxLength }
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return {}
    default:
      return question satisfies never
  }
}

/** Settings that mean something for one kind only. */
const ownSettings = ({ proforma = {} }: Question): Loose => {
  const { scale, unit, openEnded, consent, most } = proforma
  return withMembers<Loose>({}, { scale, unit, openEnded, consent, most })
}

const rangeOf = ({ min, max }: Range): Range | undefined =>
  min === undefined && max === undefined ? undefined : withMembers<Range>({}, { min, max })

/** The answers of another kind as choices, where the question has none yet. */
export const choicesFrom = ({ choices, columns, rateValues }: Kept): readonly Entry[] =>
  choices ?? columns ?? rateValues ?? firstChoices

export const columnsFrom = ({ choices, columns, rateValues }: Kept): readonly Entry[] =>
  columns ?? choices ?? rateValues ?? yesNoNotSure

export const rowsFrom = ({ rows }: Kept): readonly Entry[] => rows ?? firstRows

/** Choices in words become numbered steps; what is no answer, as "Not sure", stays behind. */
export const stepsFrom = ({ choices, columns, rateValues }: Kept): readonly Entry[] => {
  if (rateValues !== undefined) return rateValues
  const words = (choices ?? columns ?? []).map(asChoice).filter(({ role }) => role === undefined)
  if (words.length < limits.leastSteps || words.length > limits.mostSteps) return firstSteps
  return words.map((choice, index) => ({ value: index + 1, text: choice.text ?? choiceLabel(choice) }))
}
