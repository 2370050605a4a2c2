import type { Problem } from '../../response/problem.ts'
import type { Question } from '../../survey/definition.ts'
import { asChoice, choiceLabel, textIn } from '../../survey/text.ts'
import type { Words } from './words.ts'

/** Says what is wrong with an answer and how to mend it, naming the field: `Answer ‘What is your role?’`. */
export const problemWords = (problem: Problem, question: Question, language: string, { say, day }: Words): string => {
  const field = say('quoted', { text: textIn(question.title, language) })
  switch (problem.kind) {
    case 'required':
      return say('problemRequired', { field })
    case 'rows-missing':
      return say('problemRows', { field, rows: rowNames(problem.rows, question, language).join(say('listSeparator')) })
    case 'not-a-number':
      return say('problemNumber', { field })
    case 'not-a-date':
      return say('problemDate', { field })
    case 'too-small':
      return typeof problem.bound === 'string'
        ? say('problemTooEarly', { field, bound: day(problem.bound) })
        : say('problemTooSmall', { field, bound: problem.bound })
    case 'too-large':
      return typeof problem.bound === 'string'
        ? say('problemTooLate', { field, bound: day(problem.bound) })
        : say('problemTooLarge', { field, bound: problem.bound })
    case 'too-long':
      return say('problemTooLong', { field, most: problem.most, length: problem.length })
    case 'too-few-entries':
      return say('problemEntries', { field, least: problem.least })
    case 'entry-empty':
      return say('problemEntryEmpty')
    case 'too-many-photos':
      return say('problemPhotos', { field, n: problem.most })
    case 'name-missing':
      return say('problemName', { field })
    default:
      return problem satisfies never
  }
}

const rowNames = (rows: readonly string[], question: Question, language: string): readonly string[] =>
  question.type === 'matrix'
    ? question.rows
        .map(asChoice)
        .filter((row) => rows.includes(String(row.value)))
        .map((row) => choiceLabel(row, language))
    : []
