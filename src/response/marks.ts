import type { Question } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import { offeredChoices } from '../survey/offered-choices.ts'
import { asChoice } from '../survey/text.ts'
import { isEmptyAnswer, answerTo } from './answers.ts'
import type { Marks } from './draft.ts'
import { itemId } from '../survey/ids.ts'

/** Why an interviewer has no answer to a question: declined, could not answer, not asked. */
export type Mark = Marks[string]

/** In the order they are offered. */
export const marks = ['refused', 'dont-know', 'not-asked'] as const satisfies readonly Mark[]

export const isMark = (status: string): status is Mark => marks.some((mark) => mark === status)

export const markOf = (given: Marks, question: string): Mark | undefined =>
  Object.hasOwn(given, question) ? given[question] : undefined

/** The marks that say what no choice of the question says already, and the one that it has. */
export const marksFor = (question: Question, given: Mark | undefined): readonly Mark[] =>
  marks.filter((mark) => mark === given || offeredChoices(question).every(({ role }) => role !== mark))

/** Whether nothing of a question is left open: a mark has nothing to say there. Each row of a grid is asked for. */
export const isAnswered = (question: Question, answer: Json | undefined): boolean => {
  if (answer === undefined || isEmptyAnswer(answer)) return false
  if (question.type !== 'matrix') return true
  const answers = { [question.name]: answer }
  return question.rows.every(
    (row) => !isEmptyAnswer(answerTo(answers, itemId(question.name, String(asChoice(row).value)))),
  )
}
