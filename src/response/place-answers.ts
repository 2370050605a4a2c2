import type { Definition, Question } from '../survey/definition.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'
import { questionsOf } from '../survey/questions.ts'
import type { Answers } from './answers.ts'
import { offersAnswer } from './check-revision.ts'

/** Answers sorted by whether a version has a place for them: together they are all that was given. */
export interface Placed {
  readonly kept: Answers
  /** Of questions that are gone, and what is not offered any more: a row of a grid, a box of a tick-all, a whole answer. */
  readonly aside: Answers
}

/** Sorts answers to one version of a survey by what another one asks and offers. */
export const placeAnswers = (answers: Answers, definition: Definition): Placed => {
  const questions = new Map(questionsOf(definition).map((question) => [question.name, question]))
  const kept: [string, Json][] = []
  const aside: [string, Json][] = []
  for (const [name, answer] of Object.entries(answers)) {
    const question = questions.get(name)
    const { stays, goes } = question === undefined ? { stays: undefined, goes: answer } : placed(question, answer)
    if (stays !== undefined) kept.push([name, stays])
    if (goes !== undefined) aside.push([name, goes])
  }
  return { kept: Object.fromEntries(kept), aside: Object.fromEntries(aside) }
}

interface Sorted {
  readonly stays: Json | undefined
  readonly goes: Json | undefined
}

const placed = (question: Question, answer: Json): Sorted => {
  if (offersAnswer(question, answer)) return { stays: answer, goes: undefined }
  if (question.type === 'matrix' && isJsonObject(answer)) {
    const has = ([row, cell]: readonly [string, Json]): boolean => offersAnswer(question, { [row]: cell })
    const cells = Object.entries(answer)
    return { stays: rows(cells.filter(has)), goes: rows(cells.filter((cell) => !has(cell))) }
  }
  if (question.type === 'checkbox' && isList(answer)) {
    const has = (box: Json): boolean => offersAnswer(question, [box])
    return { stays: boxes(answer.filter(has)), goes: boxes(answer.filter((box) => !has(box))) }
  }
  return { stays: undefined, goes: answer }
}

const rows = (cells: readonly (readonly [string, Json])[]): Json | undefined =>
  cells.length === 0 ? undefined : Object.fromEntries(cells)

const boxes = (given: readonly Json[]): Json | undefined => (given.length === 0 ? undefined : given)
