import type { Model } from 'survey-core'
import { type Answers, isEmptyAnswer } from '../response/answers.ts'
import type { Definition } from '../survey/definition.ts'
import type { Json } from '../survey/json.ts'
import { isAsked, keepAsked } from './asked.ts'
import { openModel } from './open-model.ts'

/** A form being filled in: survey-core routes, and this remembers everything that was typed. */
export interface Filling {
  readonly model: Model
  /** All that was typed, by question, what is hidden now included: what a draft keeps. */
  readonly typed: () => Answers
  readonly answer: (question: string, value: Json | undefined) => void
  /** Turns to the page of that name. */
  readonly turnTo: (page: string) => void
  /** Calls the listener after every change of an answer, and so of what is shown. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Grows with every change, so that a screen can tell. */
  readonly revision: () => number
}

/**
 * Opens a form with what was typed before. A question that a changed gate hides loses its answer in the model, so that
 * no later rule hears it; the answer is remembered, and stands again when the gate is changed back.
 */
export const openFilling = (definition: Definition, before: Answers): Filling => {
  const model = openModel(definition)
  const typed = new Map<string, Json>(Object.entries(before))
  const listeners = new Set<() => void>()
  let revision = 0

  keepAsked(model, before)

  const changed = (): void => {
    revision += 1
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

  /** survey-core does not run a rule over one row again when the whole grid is cleared, so all rules are run. */
  const route = (): void => {
    const already = new Set<string>()
    do model.runExpressions()
    while (bringBack(already))
  }

  return {
    model,
    typed: () => Object.fromEntries(typed),
    answer: (name, value) => {
      if (value === undefined || isEmptyAnswer(value)) typed.delete(name)
      else typed.set(name, value)
      const question = model.getQuestionByName(name)
      if (value === undefined || isEmptyAnswer(value)) question?.clearValue()
      else if (question) question.value = copy(value)
      route()
      changed()
    },
    turnTo: (page) => {
      model.currentPage = page
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    revision: () => revision,
  }
}

/** survey-core keeps and changes the objects it is given. */
const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json
