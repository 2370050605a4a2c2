import { kindNames, kindOfQuestion } from '../edit/question-kind.ts'
import { questionsOf } from '../questions.ts'
import { textIn } from '../text.ts'
import { answerWords, askedWords } from './asked-words.ts'
import type { Check } from './finding.ts'

/** What is asked or may be answered without a word: people see a gap, and a table has a row without a name. */
export const notWorded: Check = (definition) =>
  questionsOf(definition).flatMap((question) => {
    const asked = askedWords({ ...definition, pages: [{ name: 'page', elements: [question] }] })
    const missing =
      textIn(question.title).trim() === ''
        ? 'This question'
        : asked.some(({ isRow, words }) => isRow && words.trim() === '')
          ? 'An item of this question'
          : answerWords(question).some((words) => words.trim() === '')
            ? 'An answer of this question'
            : null
    return missing === null
      ? []
      : [
          {
            question: question.name,
            judged: `${missing} ${kindNames[kindOfQuestion(question)]}`,
            reason: `${missing} has no words. People see a gap, and so do tables.`,
            betterWay: 'Write the words, or delete it.',
          },
        ]
  })
