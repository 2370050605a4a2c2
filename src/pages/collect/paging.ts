import type { Answers } from '../../response/answers.ts'
import type { Marks } from '../../response/draft.ts'
import type { Filling } from '../../response/filling.ts'
import { markOf } from '../../response/marks.ts'
import { entryItem } from '../../response/entries.ts'
import { entryProblems } from '../../response/entry-problems.ts'
import { type Problem, problemOf } from '../../response/problem.ts'
import type { Element, GroupQuestion, Question } from '../../survey/definition.ts'

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
  /** As it is answered: `role`, or `children.2.age` in an entry of a repeated group. */
  readonly item: string
  readonly question: Question
  readonly problem: Problem
  /** Where it stands in an entry, that entry of that group; else null. */
  readonly entry: { readonly group: GroupQuestion; readonly number: number; readonly answers: Answers } | null
}

/** What keeps these questions' answers from standing, in the order they are asked. */
export const problemsOf = (
  questions: readonly Question[],
  filling: Filling,
  marks: Marks,
): readonly QuestionProblem[] => {
  const typed = filling.typed()
  return questions.flatMap((question): readonly QuestionProblem[] => {
    const answer = Object.hasOwn(typed, question.name) ? typed[question.name] : undefined
    const problem = problemOf(question, answer, markOf(marks, question.name) !== undefined)
    const own = problem === null ? [] : [{ item: question.name, question, problem, entry: null }]
    if (question.type !== 'paneldynamic') return own
    const inEntries = entryProblems(question, answer, filling.askedInEntries(question.name), marks)
    return [
      ...own,
      ...inEntries.map(({ entry: number, answers, question: inner, problem: wrong }) => ({
        item: entryItem(question.name, number, inner.name),
        question: inner,
        problem: wrong,
        entry: { group: question, number, answers },
      })),
    ]
  })
}
