import type { ItemId } from '../survey/ids.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'

/** What was answered, by question name, exactly as given: a grid is an object by row, a tick-all an array. */
export type Answers = { readonly [question: string]: Json }

/** An empty string, an empty list and an empty grid are no answer; 0 and false are. */
export const isEmptyAnswer = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isJsonObject(value) && Object.values(value).every(isEmptyAnswer))

/** The answer to one item: of a question, one row of a grid (`support.analysing`) or of an entry (`children.2.age`). */
export const answerTo = (answers: Answers, item: ItemId): Json | undefined => {
  const dot = item.indexOf('.')
  const question = dot < 0 ? item : item.slice(0, dot)
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined
  if (dot < 0) return answer
  const row = item.slice(dot + 1)
  if (isList(answer)) {
    const [entry = '', inner = ''] = row.split('.')
    const given = answer[Number(entry) - 1]
    return isJsonObject(given) && Object.hasOwn(given, inner) ? given[inner] : undefined
  }
  return isJsonObject(answer) && Object.hasOwn(answer, row) ? answer[row] : undefined
}
