import { type Answers, answerTo, isEmptyAnswer } from '../../src/response/answers.ts'
import type { ItemId } from '../../src/survey/ids.ts'
import type { Condition, Rule, Value } from '../../src/survey/rule/rule.ts'

/** Whether a rule holds, worked out from what its words say: the plain reading that the engine is held against. */
export const ruleHolds = ({ match, conditions }: Rule, answers: Answers): boolean =>
  match === 'all'
    ? conditions.every((condition) => holds(condition, answers))
    : conditions.some((condition) => holds(condition, answers))

const holds = ({ item, op, values }: Condition, answers: Answers): boolean => {
  const answer = answerTo(answers, item as ItemId)
  const isEmpty = isEmptyAnswer(answer)
  const given = (Array.isArray(answer) ? answer : isEmpty ? [] : [answer]) as readonly Value[]
  const anyOf = given.some((one) => values.includes(one))
  switch (op) {
    case 'is':
    case 'includes':
      return anyOf
    case 'is-not':
    case 'excludes':
      return !anyOf
    case 'answered':
      return !isEmpty
    case 'not-answered':
      return isEmpty
    case 'at-least':
      return given.some((one) => values.every((value) => one >= value))
    case 'at-most':
      return given.some((one) => values.every((value) => one <= value))
    default:
      return op satisfies never
  }
}
