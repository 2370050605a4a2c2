import type { Definition, Question } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { asChoice, choiceLabel, textIn } from '../text.ts'

/** Words that somebody answers: a question, or one row of a grid. */
export interface AskedWords {
  readonly question: Question
  readonly words: string
  readonly isRow: boolean
}

/** Every question and every row of a grid, in the language that the survey was written in. */
export const askedWords = (definition: Definition): readonly AskedWords[] =>
  questionsOf(definition).flatMap((question) => [
    { question, words: textIn(question.title), isRow: false },
    ...(question.type === 'matrix'
      ? question.rows.map((row) => ({ question, words: choiceLabel(asChoice(row)), isRow: true }))
      : []),
  ])

/** What people may answer a question with, by their words. */
export const answerWords = (question: Question): readonly string[] => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return question.choices.map((choice) => choiceLabel(asChoice(choice)))
    case 'matrix':
      return question.columns.map((choice) => choiceLabel(asChoice(choice)))
    case 'rating':
      return question.rateValues.map((choice) => choiceLabel(asChoice(choice)))
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

/** Words with straight apostrophes and single spaces, for patterns to look at. */
export const plainWords = (words: string): string => words.replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()
