import type { Definition, Question } from '../survey/definition.ts'
import { questionsOf } from '../survey/questions.ts'
import { hasTextIn, textIn } from '../survey/text.ts'
import { bareText, textParts } from '../survey/text-parts.ts'
import { mapTexts } from '../survey/wordings.ts'
import { answerLines } from './answer-words.ts'
import type { Answers } from './answers.ts'
import { isCalendarDate } from './problem.ts'

/** A wording that is longer reads badly inside another: the rest becomes three dots. */
const longest = 100

/**
 * A survey whose wordings hold the answers that are put in, in words and in one language. What is not answered stands
 * as "…", and so does what is not in `answers` because it is not asked. The very same survey where nothing is put in.
 *
 * @param dayInWords how an ISO date is read: `2026-11-23` → `23 November 2026`
 * @example 'How old is {child_name}?' // 'How old is Amir?'
 */
export const putInAnswers = (
  definition: Definition,
  answers: Answers,
  language: string,
  dayInWords: (iso: string) => string,
): Definition => {
  let questions: ReadonlyMap<string, Question> | null = null
  const inWords = (name: string): string | null => {
    questions ??= new Map(questionsOf(definition).map((question) => [question.name, question]))
    const question = questions.get(name)
    if (question === undefined) return null
    return answerInWords(question, Object.hasOwn(answers, name) ? answers[name] : undefined, language, dayInWords)
  }
  return mapTexts(definition, (text) => {
    const words = textIn(text, language)
    if (!words.includes('{')) return text
    const put = textParts(words)
      .map((part) => ('text' in part ? bareText(part.text) : (inWords(part.answerTo) ?? `{${part.answerTo}}`)))
      .join('')
    // Still a wording of that language: a screen marks what stands in another one.
    return language !== 'default' && hasTextIn(text, language) ? { default: textIn(text), [language]: put } : put
  })
}

const answerInWords = (
  question: Question,
  answer: Answers[string] | undefined,
  language: string,
  dayInWords: (iso: string) => string,
): string => {
  const words = answerLines(question, answer, language)
    .map(({ of, words: line }) => (of === '' ? line : `${of}: ${line}`))
    .map((line) => (isCalendarDate(line) ? dayInWords(line) : line))
    .join('; ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words === '') return '…'
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
}
