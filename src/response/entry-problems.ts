import type { GroupQuestion, Question } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import { type Answers, isEmptyAnswer } from './answers.ts'
import type { Marks } from './draft.ts'
import { entriesOf, entryItem } from './entries.ts'
import { markOf } from './marks.ts'
import { type Problem, problemOf } from './problem.ts'

/** What is wrong with one answer of one entry of a repeated group. */
export interface EntryProblem {
  /** From 1. */
  readonly entry: number
  readonly answers: Answers
  readonly question: Question
  readonly problem: Problem
}

/**
 * What keeps the entries of a group from standing, in order. An entry that holds nothing is told as a whole, at its
 * first question.
 *
 * @param asked the questions that are asked in each entry, by name
 * @param marks why an interviewer has no answer, by item
 */
export const entryProblems = (
  group: GroupQuestion,
  answer: Json | undefined,
  asked: readonly ReadonlySet<string>[],
  marks: Marks = {},
): readonly EntryProblem[] =>
  entriesOf(answer).flatMap((answers, index) => {
    const questions = group.templateElements.filter(({ name }) => asked[index]?.has(name))
    const [first] = questions
    const at = { entry: index + 1, answers }
    if (first === undefined) return []
    if (questions.every(({ name }) => isEmptyAnswer(answers[name]))) {
      return [{ ...at, question: first, problem: { kind: 'entry-empty' } }]
    }
    return questions.flatMap((question) => {
      const isMarked = markOf(marks, entryItem(group.name, index + 1, question.name)) !== undefined
      const problem = problemOf(question, answers[question.name], isMarked)
      return problem === null ? [] : [{ ...at, question, problem }]
    })
  })
