import type { Choice, Question, Text } from '../../survey/definition.ts'
import { asChoice, hasTextIn, textIn } from '../../survey/text.ts'

/** Words to be read out, in the language of that code. */
export interface Spoken {
  readonly words: string
  readonly code: string
}

interface SpokenIn {
  /** A code, or `default` for the language the survey was written in. */
  readonly language: string
  readonly original: string
}

/** What is read out of a question: its wording, its hint, and what can be answered. Prompts are the interviewer's. */
export const spokenQuestion = (question: Question, { language, original }: SpokenIn): readonly Spoken[] => {
  const spoken = (text: Text | undefined): Spoken => ({
    words: textIn(text, language),
    code: language !== 'default' && hasTextIn(text, language) ? language : original,
  })
  const choices = [...listsOf(question)].map((choice) => spoken(choice.text ?? String(choice.value)))
  return [spoken(question.title), spoken(question.description), ...choices].filter(({ words }) => words !== '')
}

const listsOf = (question: Question): readonly Choice[] => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return question.choices.map(asChoice)
    case 'rating':
      return question.rateValues.map(asChoice)
    case 'matrix':
      return [...question.rows, ...question.columns].map(asChoice)
    case 'text':
    case 'comment':
    case 'file':
    case 'signaturepad':
    case 'paneldynamic':
      return []
    default:
      return question satisfies never
  }
}
