import type { Choice, Definition, Entry, Question } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { asChoice, choiceLabel, textIn } from '../text.ts'
import type { Check } from './finding.ts'

const consent =
  /\b(?:consent|agree to|happy (?:to|for)|willing to|take part|may we|can we|do you want to|would you like (?:to|us|a|an)|are you ready)\b/i

/** Yes or no, as a question or along the top of a grid, without room for those who do not know. */
export const noNotSure: Check = (definition) =>
  questionsOf(definition).flatMap((question) => {
    const answers = listOf(question)
    if (answers === null || !isYesNoAlone(answers) || isConsent(question, definition)) return []
    return [
      {
        question: question.name,
        judged: `${textIn(question.title)} ${answers.map((answer) => choiceLabel(answer)).join(' / ')}`,
        reason: 'People who do not know have to guess or leave it blank. Then nobody can tell them apart.',
        betterWay: 'Add “Not sure”. It is counted as an answer of its own.',
      },
    ]
  })

const listOf = (question: Question): readonly Choice[] | null => {
  const list: readonly Entry[] | null =
    question.type === 'radiogroup' ? question.choices : question.type === 'matrix' ? question.columns : null
  return list?.map(asChoice) ?? null
}

const isYesNoAlone = (answers: readonly Choice[]): boolean => {
  if (answers.some(({ role }) => role === 'not-sure' || role === 'dont-know')) return false
  const labels = answers.filter(({ role }) => role === undefined).map((answer) => choiceLabel(answer))
  return (
    labels.length === 2 && labels.some((label) => /^yes\b/i.test(label)) && labels.some((label) => /^no\b/i.test(label))
  )
}

/** People know whether they want to take part, and nothing else may count as yes. */
const isConsent = (question: Question, definition: Definition): boolean =>
  question.proforma?.consent === true ||
  consent.test(textIn(question.title)) ||
  (question.isRequired === true && isGate(question.name, definition))

const isGate = (name: string, { pages }: Definition): boolean =>
  pages.some(({ visibleIf }) => visibleIf?.includes(`{${name}}`))
