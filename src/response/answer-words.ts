import type { Question } from '../survey/definition.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'
import { asChoice, choiceLabel, textIn } from '../survey/text.ts'
import { photosIn, signatureIn } from './attachment.ts'
import { isEmptyAnswer } from './answers.ts'

/** One line of an answer as a person reads it. `of` names the row of a grid, and is empty otherwise. */
export interface AnswerLine {
  readonly of: string
  readonly words: string
}

/** An answer in words, a line for each row of a grid; no line where nothing was answered. Dates stay in ISO form. */
export const answerLines = (question: Question, answer: Json | undefined, language: string): readonly AnswerLine[] => {
  if (answer === undefined || isEmptyAnswer(answer)) return []
  switch (question.type) {
    case 'matrix':
      return question.rows.map(asChoice).flatMap((row) => {
        const given = isJsonObject(answer) ? answer[String(row.value)] : undefined
        return given === undefined || isEmptyAnswer(given)
          ? []
          : [{ of: choiceLabel(row, language), words: labelOf(question.columns, given, language) }]
      })
    case 'radiogroup':
      return line(labelOf(question.choices, answer, language))
    case 'rating':
      return line(labelOf(question.rateValues, answer, language))
    case 'checkbox':
      return line(
        (isList(answer) ? answer : [answer]).map((one) => labelOf(question.choices, one, language)).join(', '),
      )
    case 'text':
    case 'comment':
      return line([plain(answer), textIn(question.proforma?.unit, language)].filter(Boolean).join(' '))
    case 'paneldynamic':
      return line(String(isList(answer) ? answer.length : 0))
    case 'file':
      return line(photosInWords(photosIn(answer)?.length ?? 0))
    case 'signaturepad':
      return line(signatureIn(answer)?.name ?? plain(answer))
    default:
      return question satisfies never
  }
}

const photosInWords = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`)

const line = (words: string): readonly AnswerLine[] => [{ of: '', words }]

const labelOf = (choices: readonly Parameters<typeof asChoice>[0][], value: Json, language: string): string => {
  const choice = choices.map(asChoice).find((one) => one.value === value)
  return choice === undefined ? plain(value) : choiceLabel(choice, language)
}

/** What no choice matches is shown as it stands, never dropped. */
const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
