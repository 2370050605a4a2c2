import type { Definition, Question } from '../definition.ts'
import { questionsOf } from '../questions.ts'
import { asChoice, choiceLabel, textIn } from '../text.ts'

/**
 * Seconds to read a word: adults read 238 words of English non-fiction a minute.
 * Source: M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109, 2019.
 */
const secondsAWord = 60 / 238

/**
 * Seconds to decide and tap, for a question that stands alone. Pew Research Center counts 85 such questions to 15
 * minutes, 10.6 s each with its reading ("How we keep our online surveys from running too long", 8 December 2022); the
 * words here are counted by themselves, so 6 s are left. A row of a grid is less, writing is more: our own figures.
 */
const seconds = { one: 6, row: 4, box: 1, short: 10, photo: 20, long: 45 } as const

/** How long a form takes, in minutes, for somebody who is asked everything: reading at an adult's pace, then answering. */
export const estimatedMinutes = (definition: Definition): number => {
  const opening = words(textIn(definition.title), textIn(definition.description), textIn(definition.proforma.privacy))
  const answering = questionsOf(definition).reduce((sum, question) => sum + secondsOf(question), 0)
  return (opening * secondsAWord + answering) / 60
}

const secondsOf = (question: Question): number => {
  const asked = words(textIn(question.title), textIn(question.description)) * secondsAWord
  switch (question.type) {
    case 'radiogroup':
      return asked + labelled(question.choices) * secondsAWord + seconds.one
    case 'rating':
      return asked + labelled(question.rateValues) * secondsAWord + seconds.one
    case 'checkbox':
      return asked + labelled(question.choices) * secondsAWord + seconds.one + question.choices.length * seconds.box
    case 'matrix':
      return (
        asked +
        (labelled(question.rows) + labelled(question.columns)) * secondsAWord +
        question.rows.length * seconds.row
      )
    case 'text':
      return asked + (question.inputType === undefined || question.inputType === 'text' ? seconds.short : seconds.one)
    case 'comment':
      return asked + seconds.long
    case 'paneldynamic':
      // Its questions are counted once with the others, and once more here: two entries.
      return asked + seconds.one + question.templateElements.reduce((sum, inner) => sum + secondsOf(inner), 0)
    case 'file':
      return asked + seconds.photo
    case 'signaturepad':
      return asked + seconds.short
    default:
      return question satisfies never
  }
}

const words = (...texts: readonly string[]): number =>
  texts.reduce((count, text) => count + text.split(/\s+/).filter((word) => word !== '').length, 0)

const labelled = (choices: readonly Parameters<typeof asChoice>[0][]): number =>
  words(...choices.map((choice) => choiceLabel(asChoice(choice))))
