import type { Problem } from '../../response/problem.ts'
import type { Question } from '../../survey/definition.ts'
import { asChoice, choiceLabel, textIn } from '../../survey/text.ts'
import { ukDate } from '../frame/dates.ts'

/** Says what is wrong with an answer and how to mend it, naming the field: `Answer ‘What is your role?’`. */
export const problemWords = (problem: Problem, question: Question, language: string): string => {
  const field = `‘${textIn(question.title, language)}’`
  switch (problem.kind) {
    case 'required':
      return `Answer ${field}`
    case 'rows-missing':
      return `Answer ${rowNames(problem.rows, question, language)} in ${field}`
    case 'not-a-number':
      return `${field} must be a number, like 4`
    case 'not-a-date':
      return `${field} must be a real date, like 27 3 2026`
    case 'too-small':
      return `${field} must be ${bound(problem.bound)} or ${typeof problem.bound === 'string' ? 'later' : 'more'}`
    case 'too-large':
      return `${field} must be ${bound(problem.bound)} or ${typeof problem.bound === 'string' ? 'earlier' : 'less'}`
    case 'too-long':
      return `${field} must be ${problem.most} characters or fewer. It has ${problem.length}`
    case 'too-many-photos':
      return `${field} takes ${problem.most === 1 ? '1 photo' : `up to ${problem.most} photos`}. Remove what is over`
    case 'name-missing':
      return `Type the name in ${field}, beside the drawing`
    default:
      return problem satisfies never
  }
}

const bound = (value: number | string): string => (typeof value === 'string' ? ukDate(value) : String(value))

const rowNames = (rows: readonly string[], question: Question, language: string): string =>
  question.type === 'matrix'
    ? question.rows
        .map(asChoice)
        .filter((row) => rows.includes(String(row.value)))
        .map((row) => choiceLabel(row, language))
        .join(', ')
    : ''
