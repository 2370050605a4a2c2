import { type Askable, answersTo, askables, spokenOf } from '../askables.ts'
import type { Definition } from '../definition.ts'
import { choiceLabel } from '../text.ts'
import type { Condition, Rule, Value } from './rule.ts'

/**
 * A rule as the sentence that stands under a question.
 *
 * @example ruleInWords(definition, rule) // "Only ask if question 3 is ‘Yes’ or ‘Not sure’"
 */
export const ruleInWords = (definition: Definition, rule: Rule): string => {
  const known = askables(definition)
  const parts = rule.conditions.map((condition) => conditionInWords(condition, known.get(condition.item)))
  return `Only ask if ${parts.join(rule.match === 'all' ? ', and ' : ', or ')}`
}

const conditionInWords = (condition: Condition, about: Askable | undefined): string => {
  const { op, values } = condition
  const subject = about === undefined ? 'a question that is gone' : spokenOf(about)
  const labels = values.map((value) => `‘${labelOf(value, about)}’`)
  const any = labels.join(' or ')
  const isDate = about?.question.type === 'text' && about.question.inputType === 'date'
  switch (op) {
    case 'is':
      return `${subject} is ${any}`
    case 'is-not':
      return labels.length > 1 ? `${subject} is neither ${labels.join(' nor ')}` : `${subject} is not ${any}`
    case 'includes':
      return `${subject} includes ${any}`
    case 'excludes':
      return labels.length > 1
        ? `${subject} includes neither ${labels.join(' nor ')}`
        : `${subject} does not include ${any}`
    case 'at-least':
      return `${subject} is ${values.map((value) => labelOf(value, about)).join()} or ${isDate ? 'later' : 'more'}`
    case 'at-most':
      return `${subject} is ${values.map((value) => labelOf(value, about)).join()} or ${isDate ? 'earlier' : 'less'}`
    case 'answered':
      return `${subject} is answered`
    case 'not-answered':
      return `${subject} is not answered`
    default:
      return op satisfies never
  }
}

const labelOf = (value: Value, about: Askable | undefined): string => {
  const choice = about === undefined ? undefined : answersTo(about).find((one) => String(one.value) === String(value))
  if (choice !== undefined) return choiceLabel(choice)
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? dateInWords(String(value)) : String(value)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const dateInWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${months[(month ?? 0) - 1]} ${year}`
}
