import type { Model } from 'survey-core'
import { type Answers, answerTo, isEmptyAnswer } from '../response/answers.ts'
import type { Marks } from '../response/draft.ts'
import { entriesOf, entryItem, entryQuestions } from '../response/entries.ts'
import { saidNo } from '../response/consent.ts'
import { isMark, type Mark, markOf } from '../response/marks.ts'
import { type ItemStatus, type Statuses, statusOf } from '../response/status.ts'
import { codebook, type Variable } from '../survey/codebook.ts'
import type { Definition } from '../survey/definition.ts'
import type { ItemId } from '../survey/ids.ts'
import type { Json } from '../survey/json.ts'
import { consentQuestion } from '../survey/rule/consent-rule.ts'
import { isAsked, keepAsked } from './asked.ts'
import { asGroup, askedInEntries, groupsIn } from './asked-entries.ts'
import { openModel } from './open-model.ts'

/** A response as it is returned: the answers to what was asked, and why each item holds what it holds. */
export interface Settled {
  readonly answers: Answers
  readonly statuses: Statuses
}

/**
 * Settles what was typed: drops what is no longer asked and gives every item of the definition its one status. Read
 * from the answers as typed, never from the model, where a default would look like an answer. A mark is the status of
 * what its question was asked and left empty: it never speaks over an answer, nor for a question that is not asked.
 *
 * Whoever was asked for consent and said no gave no answers: only the no is kept, and all else counts as refused.
 */
export const settle = (definition: Definition, typed: Answers, marks: Marks = {}): Settled => {
  const model = openModel(definition)
  const answers = given(keepAsked(model, withoutEmptyEntries(model, withoutBlanks(typed))), model)
  if (saidNo(definition, answers)) return refusedBut(consentQuestion(definition), definition, answers)
  return { answers, statuses: statusesIn(model, definition, answers, marks) }
}

const refusedBut = (consent: string | null, definition: Definition, answers: Answers): Settled => {
  const kept = Object.fromEntries(Object.entries(answers).filter(([question]) => question === consent))
  const statuses: { [item: ItemId]: ItemStatus } = {}
  for (const variable of codebook(definition).variables) {
    statuses[variable.item] =
      variable.question === consent
        ? statusOfAnswer(answerTo(kept, variable.item), statuses[variable.item], variable)
        : 'refused'
  }
  return { answers: kept, statuses }
}

/** The status of each item for these answers: see {@link settle}. */
export const statusesOf = (definition: Definition, typed: Answers): Statuses => settle(definition, typed).statuses

/**
 * The marks that a return was made with, for a draft that amends it. Only by asking its answers again can a question
 * that was marked not asked be told from one that was routed past.
 */
export const marksOf = (definition: Definition, returned: Settled): Marks => {
  const unmarked = settle(definition, returned.answers).statuses
  const marked = (item: ItemId, key: string): readonly (readonly [string, Mark])[] => {
    const status = statusOf(returned.statuses, item)
    return unmarked[item] === 'blank' && isMark(status) ? [[key, status]] : []
  }
  return Object.fromEntries([
    ...codebook(definition).variables.flatMap(({ item, question }) => marked(item, question)),
    ...[...entryQuestions(definition, returned.answers).keys()].flatMap((item) => marked(item, item)),
  ])
}

const statusesIn = (model: Model, definition: Definition, answers: Answers, marks: Marks): Statuses => {
  const asked = new Set(
    model
      .getAllQuestions()
      .filter(isAsked)
      .map((question) => question.name),
  )
  const statuses: { [item: ItemId]: ItemStatus } = {}
  for (const variable of codebook(definition).variables) {
    const status = asked.has(variable.question)
      ? statusOfAnswer(answerTo(answers, variable.item), statuses[variable.item], variable)
      : 'not-asked'
    statuses[variable.item] = status === 'blank' ? (markOf(marks, variable.question) ?? status) : status
  }
  return { ...statuses, ...entryStatuses(model, definition, answers, marks) }
}

/** The same of each entry of each repeated group. */
const entryStatuses = (model: Model, definition: Definition, answers: Answers, marks: Marks): Statuses => {
  const statuses: { [item: ItemId]: ItemStatus } = {}
  for (const { id: name, variables } of codebook(definition).levels) {
    const group = asGroup(model.getQuestionByName(name))
    const asked = group === null ? [] : askedInEntries(group)
    for (const [index] of entriesOf(answers[name]).entries()) {
      for (const variable of variables) {
        const item = entryItem(name, index + 1, variable.item)
        const status = asked[index]?.has(variable.question)
          ? statusOfAnswer(answerTo(answers, item), statuses[item], variable)
          : 'not-asked'
        statuses[item] = status === 'blank' ? (markOf(marks, item) ?? status) : status
      }
    }
  }
  return statuses
}

/**
 * An entry that holds no answer is none: somebody asked for one more and left it. Group by group, as how many entries
 * one has may decide what is asked in the next.
 */
const withoutEmptyEntries = (model: Model, typed: Answers): Answers =>
  groupsIn(model).reduce((answers, { name }) => {
    if (!Object.hasOwn(answers, name)) return answers
    const entries = entriesOf(answers[name])
    const kept = entriesOf(keepAsked(model, answers)[name])
    const full = entries.filter((_, index) => kept[index] !== undefined && !isEmptyAnswer(kept[index]))
    // A hidden group has none now; what was typed in it is dropped with it.
    return kept.length === 0 || full.length === entries.length ? answers : { ...answers, [name]: full }
  }, typed)

/** A tick-all is one item with a variable for each box: the box of a refusal speaks for the item. */
const statusOfAnswer = (answer: Json | undefined, before: ItemStatus | undefined, variable: Variable): ItemStatus => {
  if (answer === undefined || isEmptyAnswer(answer)) return 'blank'
  const given: readonly Json[] = Array.isArray(answer) ? answer : [answer]
  const role = variable.codes.find((code) => given.includes(code.value))?.role
  if (role === 'refused' || role === 'dont-know') return role
  return before === 'refused' || before === 'dont-know' ? before : 'answered'
}

const withoutBlanks = (entry: Answers): Answers =>
  Object.fromEntries(Object.entries(entry).filter(([, answer]) => !isEmptyAnswer(answer)))

/** Space alone, an empty list and an empty grid are no answer, and are not sent as one; nor is what no question asked. */
const given = (answers: Answers, model: Model): Answers =>
  Object.fromEntries(
    model.getAllQuestions().flatMap(({ name }) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
      return answer === undefined || isEmptyAnswer(answer)
        ? []
        : [[name, asGroup(model.getQuestionByName(name)) === null ? answer : entriesOf(answer).map(withoutBlanks)]]
    }),
  )
