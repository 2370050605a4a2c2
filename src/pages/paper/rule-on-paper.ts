import { type Askable, answersTo, askables } from '../../survey/askables.ts'
import type { Definition } from '../../survey/definition.ts'
import { expressionToRule } from '../../survey/rule/expression-to-rule.ts'
import type { Condition, Value } from '../../survey/rule/rule.ts'
import { choiceLabel } from '../../survey/text.ts'
import type { Words } from '../collect/words.ts'

/**
 * Who answers a question of a paper form, in the form's own language; a rule that we did not write stands as it is.
 *
 * @example ruleOnPaper(definition, "{a} = 'yes'", englishWords, 'default') // "Only answer if question 1 is ‘Yes’."
 */
export const ruleOnPaper = (definition: Definition, expression: string, words: Words, language: string): string => {
  const { say } = words
  const rule = expressionToRule(expression)
  if (rule === null) return say('ruleOnlyIf', { conditions: expression })
  const known = askables(definition)
  const parts = rule.conditions.map((one) => conditionIn(one, known.get(one.item), words, language))
  const isAll = rule.match === 'all'
  const conditions = parts.join(say(isAll ? 'ruleAnd' : 'ruleOr'))
  return say('ruleOnlyIf', { conditions })
}

const conditionIn = ({ op, values }: Condition, about: Askable | undefined, words: Words, language: string): string => {
  const { say } = words
  const question = spokenOf(about, words, language)
  const labels = values.map((value) => labelOf(value, about, words, language))
  const answers = labels.map((text) => say('quoted', { text })).join(say('ruleEither'))
  const isDate = about?.question.type === 'text' && about.question.inputType === 'date'
  switch (op) {
    case 'is':
      return say('ruleIs', { question, answers })
    case 'is-not':
      return say('ruleIsNot', { question, answers })
    case 'includes':
      return say('ruleIncludes', { question, answers })
    case 'excludes':
      return say('ruleExcludes', { question, answers })
    case 'at-least':
      return say(isDate ? 'ruleLater' : 'ruleAtLeast', { question, answers: labels.join() })
    case 'at-most':
      return say(isDate ? 'ruleEarlier' : 'ruleAtMost', { question, answers: labels.join() })
    case 'answered':
      return say('ruleAnswered', { question })
    case 'not-answered':
      return say('ruleNotAnswered', { question })
    default:
      return op satisfies never
  }
}

const spokenOf = (about: Askable | undefined, { say }: Words, language: string): string => {
  if (about === undefined) return '?'
  const question = say('ruleQuestion', { number: String(about.number) })
  if (about.row === null) return question
  if (about.question.type === 'paneldynamic') return say('ruleEntries', { question })
  return `${question}${say('listSeparator')}${say('quoted', { text: choiceLabel(about.row, language) })}`
}

const labelOf = (value: Value, about: Askable | undefined, { day }: Words, language: string): string => {
  const choice = about === undefined ? undefined : answersTo(about).find((one) => String(one.value) === String(value))
  if (choice !== undefined) return choiceLabel(choice, language)
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? day(String(value)) : String(value)
}
