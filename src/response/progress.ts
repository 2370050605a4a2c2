import type { Definition } from '../survey/definition.ts'
import { questionsOf } from '../survey/questions.ts'
import { isEmptyAnswer } from './answers.ts'
import type { Draft } from './draft.ts'
import { markOf } from './marks.ts'
import { problemOf } from './problem.ts'

/** How far a form is, in questions that are asked as things stand. */
export interface Progress {
  readonly answered: number
  readonly of: number
  /** Those that must be answered, or answered otherwise, before the form can be sent. */
  readonly toAnswer: number
}

type Begun = Pick<Draft, 'answers' | 'marks'> & {
  /** What was asked when it was last saved. */
  readonly asked?: readonly { readonly questions: readonly string[] }[]
}

/** How far a draft got; null where it does not say what was asked. */
export const progressOf = ({ answers, marks = {}, asked }: Begun, definition: Definition): Progress | null => {
  if (asked === undefined) return null
  const names = new Set(asked.flatMap(({ questions }) => questions))
  const questions = questionsOf(definition).filter(({ name }) => names.has(name))
  const answerTo = (name: string) => (Object.hasOwn(answers, name) ? answers[name] : undefined)
  return {
    answered: questions.filter(({ name }) => !isEmptyAnswer(answerTo(name))).length,
    of: questions.length,
    toAnswer: questions.filter(
      (question) => problemOf(question, answerTo(question.name), markOf(marks, question.name) !== undefined) !== null,
    ).length,
  }
}
