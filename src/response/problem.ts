import type { GroupQuestion, Question } from '../survey/definition.ts'
import { entryRange } from '../survey/entry-definition.ts'
import { asChoice } from '../survey/text.ts'
import { isJsonObject, type Json } from '../survey/json.ts'
import { mostPhotos, photosIn, signatureIn } from './attachment.ts'
import { isEmptyAnswer } from './answers.ts'
import { entriesOf } from './entries.ts'

/** Why an answer can't stand as it is. What to say of it is the page's business. */
export type Problem =
  | { readonly kind: 'required' }
  | { readonly kind: 'rows-missing'; readonly rows: readonly string[] }
  | { readonly kind: 'not-a-number' | 'not-a-date' }
  | { readonly kind: 'too-small' | 'too-large'; readonly bound: number | string }
  | { readonly kind: 'too-few-entries'; readonly least: number }
  | { readonly kind: 'entry-empty' }
  | { readonly kind: 'too-long'; readonly most: number; readonly length: number }
  | { readonly kind: 'too-many-photos'; readonly most: number }
  /** Signed by drawing alone: the name in letters is missing. */
  | { readonly kind: 'name-missing' }

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a day of the calendar, as ISO 8601 writes it: 2026-02-30 is not. */
export const isCalendarDate = (text: string): boolean => {
  const [, year, month, day] = (isoDate.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * What keeps an answer from standing, or null. An empty answer is a problem only where one is required, and not where
 * an interviewer has marked why there is none.
 */
export const problemOf = (question: Question, answer: Json | undefined, marked = false): Problem | null => {
  const problem = problemOfAnswer(question, answer)
  return marked && problem !== null && saidByMark.has(problem.kind) ? null : problem
}

const saidByMark: ReadonlySet<Problem['kind']> = new Set(['required', 'rows-missing', 'too-few-entries'])

const problemOfAnswer = (question: Question, answer: Json | undefined): Problem | null => {
  if (answer === undefined || isEmptyAnswer(answer)) {
    if (question.type === 'matrix' && question.eachRowRequired) return missingRows(question, {})
    if (question.type === 'paneldynamic' && entryRange(question).least > 0) return tooFewEntries(question, [])
    return question.isRequired ? { kind: 'required' } : null
  }
  switch (question.type) {
    case 'matrix':
      return question.eachRowRequired ? missingRows(question, answer) : null
    case 'text':
      if (question.inputType === 'number') return numberProblem(question, answer)
      if (question.inputType === 'date') return dateProblem(question, answer)
      return tooLong(question.maxLength, answer)
    case 'comment':
      return tooLong(question.maxLength, answer)
    case 'signaturepad':
      return (signatureIn(answer)?.name ?? '').trim() === '' ? { kind: 'name-missing' } : null
    case 'file':
      return photosProblem(mostPhotos(question), photosIn(answer)?.length ?? 0)
    case 'radiogroup':
    case 'checkbox':
    case 'rating':
      return null
    case 'paneldynamic':
      return tooFewEntries(question, answer)
    default:
      return question satisfies never
  }
}

const photosProblem = (most: number, given: number): Problem | null =>
  given > most ? { kind: 'too-many-photos', most } : null

const missingRows = (question: Extract<Question, { type: 'matrix' }>, answer: Json): Problem | null => {
  const rows = question.rows
    .map((row) => String(asChoice(row).value))
    .filter((row) => !isJsonObject(answer) || !Object.hasOwn(answer, row) || isEmptyAnswer(answer[row]))
  return rows.length === 0 ? null : { kind: 'rows-missing', rows }
}

const tooFewEntries = (group: GroupQuestion, answer: Json): Problem | null => {
  const { least } = entryRange(group)
  return entriesOf(answer).length < least ? { kind: 'too-few-entries', least } : null
}

type Bounded = { readonly min?: number | string; readonly max?: number | string }

const numberProblem = ({ min, max }: Bounded, answer: Json): Problem | null => {
  if (typeof answer !== 'number') return { kind: 'not-a-number' }
  if (typeof min === 'number' && answer < min) return { kind: 'too-small', bound: min }
  if (typeof max === 'number' && answer > max) return { kind: 'too-large', bound: max }
  return null
}

const dateProblem = ({ min, max }: Bounded, answer: Json): Problem | null => {
  if (typeof answer !== 'string' || !isCalendarDate(answer)) return { kind: 'not-a-date' }
  // ISO dates stand in the order of their letters.
  if (typeof min === 'string' && answer < min) return { kind: 'too-small', bound: min }
  if (typeof max === 'string' && answer > max) return { kind: 'too-large', bound: max }
  return null
}

const tooLong = (most: number | undefined, answer: Json): Problem | null =>
  most !== undefined && typeof answer === 'string' && answer.length > most
    ? { kind: 'too-long', most, length: answer.length }
    : null
