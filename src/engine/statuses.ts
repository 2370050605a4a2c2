import type { Model } from 'survey-core'
import { type Answers, answerTo, isEmptyAnswer } from '../response/answers.ts'
import type { ItemStatus, Statuses } from '../response/status.ts'
import { codebook, type Variable } from '../survey/codebook.ts'
import type { Definition } from '../survey/definition.ts'
import type { ItemId } from '../survey/ids.ts'
import type { Json } from '../survey/json.ts'
import { isAsked, keepAsked } from './asked.ts'
import { openModel } from './open-model.ts'

/** A response as it is returned: the answers to what was asked, and why each item holds what it holds. */
export interface Settled {
  readonly answers: Answers
  readonly statuses: Statuses
}

/**
 * Settles what was typed: drops what is no longer asked and gives every item of the definition its one status. Read
 * from the answers as typed, never from the model, where a default would look like an answer.
 */
export const settle = (definition: Definition, typed: Answers): Settled => {
  const model = openModel(definition)
  const answers = given(keepAsked(model, typed), model)
  return { answers, statuses: statusesIn(model, definition, answers) }
}

/** The status of each item for these answers: see {@link settle}. */
export const statusesOf = (definition: Definition, typed: Answers): Statuses => settle(definition, typed).statuses

const statusesIn = (model: Model, definition: Definition, answers: Answers): Statuses => {
  const asked = new Set(
    model
      .getAllQuestions()
      .filter(isAsked)
      .map((question) => question.name),
  )
  const statuses: { [item: ItemId]: ItemStatus } = {}
  for (const variable of codebook(definition).variables) {
    statuses[variable.item] = asked.has(variable.question)
      ? statusOfAnswer(answerTo(answers, variable.item), statuses[variable.item], variable)
      : 'not-asked'
  }
  return statuses
}

/** A tick-all is one item with a variable for each box: the box of a refusal speaks for the item. */
const statusOfAnswer = (answer: Json | undefined, before: ItemStatus | undefined, variable: Variable): ItemStatus => {
  if (answer === undefined || isEmptyAnswer(answer)) return 'blank'
  const given: readonly Json[] = Array.isArray(answer) ? answer : [answer]
  const role = variable.codes.find((code) => given.includes(code.value))?.role
  if (role === 'refused' || role === 'dont-know') return role
  return before === 'refused' || before === 'dont-know' ? before : 'answered'
}

/** Space alone, an empty list and an empty grid are no answer, and are not sent as one; nor is what no question asked. */
const given = (answers: Answers, model: Model): Answers =>
  Object.fromEntries(
    model.getAllQuestions().flatMap(({ name }) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
      return answer === undefined || isEmptyAnswer(answer) ? [] : [[name, answer]]
    }),
  )
