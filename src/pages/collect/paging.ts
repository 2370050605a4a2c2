import type { Answers } from '../../response/answers.ts'
import type { Marks } from '../../response/draft.ts'
import type { Filling } from '../../response/filling.ts'
import { markOf } from '../../response/marks.ts'
import { type Problem, problemOf } from '../../response/problem.ts'
import type { Element, Question } from '../../survey/definition.ts'

/** The pages that are shown as things stand, each with its questions that are asked. */
export interface ShownPage {
  readonly name: string
  readonly questions: readonly Question[]
}

export const shownPages = (filling: Filling, elements: ReadonlyMap<string, Element>): readonly ShownPage[] =>
  filling.asked().map(({ name, questions }) => ({
    name,
    questions: questions.flatMap((question) => {
      const element = elements.get(question)
      return element === undefined || element.type === 'panel' ? [] : [element]
    }),
  }))

export interface QuestionProblem {
  readonly question: Question
  readonly problem: Problem
}

/** What keeps these questions' answers from standing, in the order they are asked. */
export const problemsOf = (questions: readonly Question[], typed: Answers, marks: Marks): readonly QuestionProblem[] =>
  questions.flatMap((question) => {
    const answer = Object.hasOwn(typed, question.name) ? typed[question.name] : undefined
    const problem = problemOf(question, answer, markOf(marks, question.name) !== undefined)
    return problem === null ? [] : [{ question, problem }]
  })
