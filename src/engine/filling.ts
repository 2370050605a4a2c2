import type { Model, QuestionPanelDynamicModel } from 'survey-core'
import { type Answers, isEmptyAnswer } from '../response/answers.ts'
import type { AskedPage, Filling } from '../response/filling.ts'
import type { Definition } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import { isAsked, keepAsked } from './asked.ts'
import { asGroup, askedInEntries, groupsIn, keepAskedEntries } from './asked-entries.ts'
import { openModel, openModelByPages } from './open-model.ts'
import { readByRules } from './read-by-rules.ts'

/** A form that survey-core routes, while this remembers everything that was typed. */
export interface RoutedFilling extends Filling {
  readonly model: Model
}

/**
 * Opens a form with what was typed before. A question that a changed gate hides loses its answer in the model, so that
 * no later rule hears it; the answer is remembered, and stands again when the gate is changed back.
 */
export const openFilling = (definition: Definition, before: Answers): RoutedFilling => {
  const model = openModel(definition)
  keepAsked(model, before)
  return fillingOf(model, definition, before)
}

/** The same in parts, none of which takes long. */
export function* openFillingByParts(definition: Definition, before: Answers): Generator<undefined, RoutedFilling> {
  const model = yield* openModelByPages(definition)
  keepAsked(model, before)
  yield
  return fillingOf(model, definition, before)
}

/** @param model holds what of `before` is asked */
const fillingOf = (model: Model, definition: Definition, before: Answers): RoutedFilling => {
  const typed = new Map<string, Json>(Object.entries(before))
  const listeners = new Set<() => void>()
  const groups = groupsIn(model)
  const read = readByRules(definition)
  let revision = 0
  let all: Answers = Object.fromEntries(typed)

  let asked = pagesAsked(model)

  const changed = (): void => {
    revision += 1
    const now = pagesAsked(model)
    if (!areSamePages(asked, now)) asked = now
    for (const listener of listeners) listener()
  }

  const bringBack = (already: Set<string>): boolean => {
    let any = false
    for (const question of model.getAllQuestions()) {
      const value = typed.get(question.name)
      if (value === undefined || already.has(question.name) || !question.isEmpty() || !isAsked(question)) continue
      already.add(question.name)
      question.value = copy(value)
      any = true
    }
    return any
  }

  /** survey-core forgets the entries of a group that is cleared or hidden, and then may put them back. */
  const clearEntries = (): boolean => {
    const stale = groups.filter(
      (group) => !(isAsked(group) && typed.has(group.name)) && Object.hasOwn(model.data as Answers, group.name),
    )
    for (const group of stale) model.clearValue(group.name)
    return stale.length > 0
  }

  /** survey-core does not run a rule over one row again when the whole grid is cleared, so all rules are run. */
  const route = (): void => {
    const already = new Set<string>()
    do {
      model.runExpressions()
      if (clearEntries()) model.runExpressions()
    } while (bringBack(already))
    for (const group of groups) if (hasRules(group)) routeEntries(group)
  }

  /** What stands before an entry's questions may show one again, so all that was typed in it is put before its rules. */
  const routeEntries = (group: QuestionPanelDynamicModel): void => {
    const value = typed.get(group.name)
    if (value === undefined || !isAsked(group)) return
    group.value = copy(value)
    keepAskedEntries(group, value, (entries) => {
      group.value = copy(entries)
    })
  }

  return {
    model,
    knows: 'all-now',
    typed: () => all,
    answer: (name, value) => {
      if (value === undefined || isEmptyAnswer(value)) typed.delete(name)
      else typed.set(name, value)
      all = Object.fromEntries(typed)
      const question = model.getQuestionByName(name)
      if (value === undefined || isEmptyAnswer(value)) question?.clearValue()
      // One that is hidden is remembered: in the model it would speak in later rules.
      else if (question && isAsked(question)) question.value = copy(value)
      // An answer that no rule looks at moves nothing: to run all rules of a long form takes longer than a key press.
      if (read.has(name.toLowerCase()) || asGroup(question) !== null) route()
      changed()
    },
    asked: () => asked,
    askedInEntries: (name) => {
      const group = asGroup(model.getQuestionByName(name))
      return group === null ? [] : askedInEntries(group)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    revision: () => revision,
  }
}

/** Without a rule inside, what was typed in an entry is asked, all of it. */
const hasRules = (group: QuestionPanelDynamicModel): boolean =>
  group.template.questions.some(({ visibleIf }) => visibleIf !== '')

const pagesAsked = (model: Model): readonly AskedPage[] =>
  model.visiblePages.map((page) => ({
    name: page.name,
    questions: page.questions.filter(isAsked).map(({ name }) => name),
  }))

const areSamePages = (before: readonly AskedPage[], now: readonly AskedPage[]): boolean =>
  before.length === now.length && before.every((page, index) => isSamePage(page, now[index]))

const isSamePage = (page: AskedPage, other: AskedPage | undefined): boolean =>
  page.name === other?.name &&
  page.questions.length === other.questions.length &&
  page.questions.every((name, index) => name === other.questions[index])

/** survey-core keeps and changes the objects it is given. */
const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json
