import type { GroupQuestion, Question } from '../survey/definition.ts'
import { eachOf } from '../survey/entry-definition.ts'
import { isJsonObject, isList, type Json } from '../survey/json.ts'
import { asChoice, choiceLabel, textIn } from '../survey/text.ts'
import { photosIn, signatureIn } from './attachment.ts'
import { type Answers, isEmptyAnswer } from './answers.ts'
import { entriesOf } from './entries.ts'

/** One line of an answer as a person reads it. `of` names the row of a grid or the entry of a group; else it is empty. */
export interface AnswerLine {
  readonly of: string
  readonly words: string
}

/** An answer in words, a line for each row of a grid and each entry of a group; no line where nothing was answered. Dates stay in ISO form. */
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
      return entriesOf(answer).map((entry, index) => ({
        of: entryName(question, entry, index + 1, language),
        words: question.templateElements
          .flatMap((inner) => answerLines(inner, entry[inner.name], language))
          .map(({ words }) => words)
          .join('; '),
      }))
    case 'file':
      return line(photosInWords(photosIn(answer)?.length ?? 0))
    case 'signaturepad':
      return line(signatureIn(answer)?.name ?? plain(answer))
    default:
      return question satisfies never
  }
}

const photosInWords = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`)
/** How an entry is spoken of: by its first answer in words, `Child 2` until it has one. Entries count from 1. */
export const entryName = (group: GroupQuestion, entry: Answers, number: number, language: string): string => {
  const first = group.templateElements.find((one) => one.type === 'text' && (one.inputType ?? 'text') === 'text')
  const said = first === undefined ? undefined : entry[first.name]
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : `${textIn(eachOf(group), language)} ${number}`
}

const line = (words: string): readonly AnswerLine[] => [{ of: '', words }]

const labelOf = (choices: readonly Parameters<typeof asChoice>[0][], value: Json, language: string): string => {
  const choice = choices.map(asChoice).find((one) => one.value === value)
  return choice === undefined ? plain(value) : choiceLabel(choice, language)
}

/** What no choice matches is shown as it stands, never dropped. */
const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
