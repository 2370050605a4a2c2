import type { Definition, GroupQuestion, Question, Text } from '../survey/definition.ts'
import { isEntryReference, withoutEntry } from '../survey/entry-reference.ts'
import { groupsOf } from '../survey/inner-elements.ts'
import { mapSame } from '../survey/map-elements.ts'
import { formQuestionsOf } from '../survey/questions.ts'
import { hasTextIn, textIn } from '../survey/text.ts'
import { bareText, plainText, textParts } from '../survey/text-parts.ts'
import { mapElementTexts, mapTexts } from '../survey/wordings.ts'
import { answerLines } from './answer-words.ts'
import type { Answers } from './answers.ts'
import { entriesOf } from './entries.ts'
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
  const inWords = wordsOfAnswers(formQuestionsOf(definition), answers, { language, dayInWords })
  const inEntries = new Set(groupsOf(definition).flatMap(({ templateElements }) => templateElements.map(nameOf)))
  return mapTexts(definition, (text, path) => {
    const words = textIn(text, language)
    if (!words.includes('{')) return text
    // Inside a repeated group each entry has its own answers: they are put in by putInEntry.
    const isInEntry = inEntries.has(path.slice(0, path.indexOf('.')))
    const put = textParts(words)
      .map((part) => {
        if ('text' in part) return isInEntry ? part.text : bareText(part.text)
        if (isInEntry && isEntryReference(part.answerTo)) return `{${part.answerTo}}`
        const answer = inWords(part.answerTo) ?? `{${part.answerTo}}`
        return isInEntry ? plainText(answer) : answer
      })
      .join('')
    return inLanguage(text, put, language)
  })
}

/** The questions of one entry of a repeated group, out of {@link putInAnswers}, with that entry's answers put in. */
export const putInEntry = (group: GroupQuestion, entry: Answers, wording: Wording): readonly Question[] => {
  const inWords = wordsOfAnswers(group.templateElements, entry, wording)
  return mapSame(group.templateElements, (question) => {
    const inEntry = mapElementTexts(question, (text) => {
      const words = textIn(text, wording.language)
      if (!words.includes('{')) return text
      const put = textParts(words)
        .map((part) =>
          'text' in part ? bareText(part.text) : (inWords(withoutEntry(part.answerTo)) ?? `{${part.answerTo}}`),
        )
        .join('')
      return inLanguage(text, put, wording.language)
    })
    return inEntry.type === 'panel' ? question : inEntry
  })
}

/** Still a wording of that language: a screen marks what stands in another one. */
const inLanguage = (text: Text, put: string, language: string): Text =>
  language !== 'default' && hasTextIn(text, language) ? { default: textIn(text), [language]: put } : put

/** The language that answers are put in, and how an ISO date is read in it. */
interface Wording {
  readonly language: string
  readonly dayInWords: (iso: string) => string
}

const nameOf = ({ name }: Question): string => name

const wordsOfAnswers = (
  questions: readonly Question[],
  answers: Answers,
  { language, dayInWords }: Wording,
): ((name: string) => string | null) => {
  let byName: ReadonlyMap<string, Question> | null = null
  return (name) => {
    byName ??= new Map(questions.map((question) => [question.name, question]))
    const question = byName.get(name)
    if (question === undefined) return null
    return answerInWords(question, Object.hasOwn(answers, name) ? answers[name] : undefined, language, dayInWords)
  }
}

const answerInWords = (
  question: Question,
  answer: Answers[string] | undefined,
  language: string,
  dayInWords: (iso: string) => string,
): string => {
  // Of a repeated group, how many entries it has: what was answered in each is too much for a wording.
  const lines =
    question.type === 'paneldynamic'
      ? [{ of: '', words: String(entriesOf(answer).length) }]
      : answerLines(question, answer, language)
  const words = lines
    .map(({ of, words: line }) => (of === '' ? line : `${of}: ${line}`))
    .map((line) => (isCalendarDate(line) ? dayInWords(line) : line))
    .join('; ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (words === '') return '…'
  return words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words
}
