import type { Choice, Definition, Question } from './definition.ts'
import { itemId } from './ids.ts'
import { questionsOf } from './questions.ts'
import { asChoice, choiceLabel, textIn } from './text.ts'
import { withGaps } from './text-parts.ts'

/** What a rule can look at: a question, or one row of a grid. */
export interface Askable {
  readonly item: string
  readonly question: Question
  /** As people count: the first question is 1. */
  readonly number: number
  /** The row, where it is one. A whole grid is an askable too, which can be answered or not. */
  readonly row: Choice | null
}

/** Everything that a rule can look at, by item, in the order it is asked. */
export const askables = (definition: Definition): ReadonlyMap<string, Askable> =>
  new Map(
    questionsOf(definition)
      .flatMap((question, index) => askablesOf(question, index + 1))
      .map((one) => [one.item, one]),
  )

/** What a rule can look at in one question: itself, and each row of a grid. */
export const askablesOf = (question: Question, number: number): readonly Askable[] => {
  const whole: Askable = { item: question.name, question, number, row: null }
  if (question.type !== 'matrix') return [whole]
  const rows = question.rows.map(asChoice).map((row): Askable => {
    return { item: itemId(question.name, String(row.value)), question, number, row }
  })
  return [whole, ...rows]
}

/** The answers that can be picked for it; none where something is written. */
export const answersTo = ({ question, row }: Askable): readonly Choice[] => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return question.choices.map(asChoice)
    case 'rating':
      return question.rateValues.map(asChoice)
    case 'matrix':
      return row === null ? [] : question.columns.map(asChoice)
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

/** How it is spoken of: "question 3", or "question 3, ‘Analysing data’". */
export const spokenOf = ({ number, row }: Askable): string =>
  row === null ? `question ${number}` : `question ${number}, ‘${choiceLabel(row)}’`

/** What it is called in a list to pick from: "3. How old are you?" */
export const listedAs = (askable: Askable): string => {
  const { question, number, row } = askable
  const title = withGaps(textIn(question.title))
  return row === null ? `${number}. ${title}` : `${number}. ${title}: ${choiceLabel(row)}`
}
