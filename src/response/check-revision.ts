import { asChoice } from '../survey/text.ts'
import { itemsOfQuestion } from '../survey/codebook.ts'
import type { AnswerRole, Choice, Definition, GroupQuestion, Question } from '../survey/definition.ts'
import { type ItemId, itemId } from '../survey/ids.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'
import { limits } from '../survey/limits.ts'
import { offeredChoices } from '../survey/offered-choices.ts'
import { formQuestionsOf } from '../survey/questions.ts'
import { mostPhotos, photosIn, signatureIn } from './attachment.ts'
import { type Answers, answerTo, isEmptyAnswer } from './answers.ts'
import { entryItem, entryQuestions } from './entries.ts'
import type { Revision } from './revision.ts'

/** What does not fit between a return and the version it answers, and at which item. */
export interface Misfit {
  readonly reason: 'unknown-item' | 'unknown-answer' | 'wrong-status'
  readonly item: string
}

/**
 * Holds a return against the version that was filled in: every answer belongs to a question and is one it offers, and
 * every item has one status, which its answer bears out. Null where all fits.
 *
 * @example checkRevision({ answers: { role: 'lead' }, statuses: { role: 'blank' } }, definition)
 *   // { reason: 'wrong-status', item: 'role' }
 */
export const checkRevision = (
  { answers, statuses }: Pick<Revision, 'answers' | 'statuses'>,
  definition: Definition,
): Misfit | null => {
  const questions = new Map(formQuestionsOf(definition).map((question) => [question.name, question]))
  for (const [name, answer] of Object.entries(answers)) {
    const question = questions.get(name)
    if (question === undefined) return { reason: 'unknown-item', item: name }
    const misfit = misfitOfAnswer(question, answer)
    if (misfit !== null) return misfit
  }
  const items = new Map([
    ...[...questions.values()].flatMap((question) =>
      itemsOfQuestion(question).map((item) => [item, question] as const),
    ),
    ...entryQuestions(definition, answers),
  ])
  const extra = Object.keys(statuses).find((item) => !items.has(item as ItemId))
  if (extra !== undefined) return { reason: 'wrong-status', item: extra }
  for (const [item, question] of items) {
    const status = Object.hasOwn(statuses, item) ? statuses[item] : undefined
    if (!bearsOut(status, rolesOf(question, answers, item))) return { reason: 'wrong-status', item }
  }
  return null
}

/** Whether a question could have been answered so: it offers every part of the answer. */
export const offersAnswer = (question: Question, answer: Json): boolean => misfitOfAnswer(question, answer) === null

const misfitOfAnswer = (question: Question, answer: Json, item: string = question.name): Misfit | null => {
  if (isEmptyAnswer(answer) && !isJsonObject(answer)) return null
  if (question.type === 'paneldynamic') return misfitOfEntries(question, answer)
  if (question.type !== 'matrix') return offers(question, answer) ? null : { reason: 'unknown-answer', item }
  if (!isJsonObject(answer)) return { reason: 'unknown-answer', item }
  const rows = itemsOfQuestion(question)
  for (const [row, cell] of Object.entries(answer)) {
    const part = itemId(item, row)
    if (!rows.includes(part)) return { reason: 'unknown-item', item: part }
    if (!isEmptyAnswer(cell) && !isChoice(question.columns, cell)) return { reason: 'unknown-answer', item: part }
  }
  return null
}

const misfitOfEntries = (group: GroupQuestion, answer: Json): Misfit | null => {
  const unknown: Misfit = { reason: 'unknown-answer', item: group.name }
  if (!isList(answer) || answer.length > limits.entries) return unknown
  for (const [index, entry] of answer.entries()) {
    if (!isJsonObject(entry)) return unknown
    for (const [name, given] of Object.entries(entry)) {
      const item = entryItem(group.name, index + 1, name)
      const question = group.templateElements.find((one) => one.name === name)
      if (question === undefined) return { reason: 'unknown-item', item }
      const misfit = misfitOfAnswer(question, given, item)
      if (misfit !== null) return misfit
    }
  }
  return null
}

const isChoice = (choices: readonly (Choice | string | number)[], answer: Json): boolean =>
  choices.some((choice) => asChoice(choice).value === answer)

const offers = (question: Exclude<Question, { type: 'matrix' | 'paneldynamic' }>, answer: Json): boolean => {
  switch (question.type) {
    case 'radiogroup':
      return isChoice(question.choices, answer)
    case 'rating':
      return isChoice(question.rateValues, answer)
    case 'checkbox':
      return (
        Array.isArray(answer) &&
        new Set(answer).size === answer.length &&
        answer.every((box: Json) => isChoice(question.choices, box))
      )
    case 'text':
    case 'comment':
      // SurveyJS gives a number as a number and a date as text; either way it is one word, never a list or an object.
      return typeof answer === 'string' || typeof answer === 'number'
    case 'file':
      return photosIn(answer) !== null && (photosIn(answer)?.length ?? 0) <= mostPhotos(question)
    case 'signaturepad':
      return (signatureIn(answer)?.name ?? '').trim() !== ''
    default:
      return question satisfies never
  }
}

/** What the choices given for an item mean; null where there is no answer. */
const rolesOf = (question: Question, answers: Answers, item: ItemId): readonly (AnswerRole | 'answer')[] | null => {
  const answer = answerTo(answers, item)
  if (answer === undefined || isEmptyAnswer(answer)) return null
  const given: readonly Json[] = Array.isArray(answer) ? answer : [answer]
  const choices = offeredChoices(question)
  return given.map((value) => choices.find((choice) => choice.value === value)?.role ?? 'answer')
}

/**
 * An item of its own version is never `not-in-version`. In a tick-all the box of a refusal speaks for the item; a
 * refusal without an answer is what an interviewer marked.
 */
const bearsOut = (status: string | undefined, roles: readonly (AnswerRole | 'answer')[] | null): boolean => {
  switch (status) {
    case 'answered':
      return roles !== null && !roles.includes('refused') && !roles.includes('dont-know')
    case 'blank':
    case 'not-asked':
      return roles === null
    case 'refused':
    case 'dont-know':
      // Without an answer it was said to the interviewer, or the whole form was refused.
      return roles === null || roles.includes(status)
    default:
      return false
  }
}
