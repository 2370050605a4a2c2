import { type Askable, answersTo } from '../askables.ts'
import { entryRange } from '../entry-definition.ts'
import type { Condition, Rule, Value } from './rule.ts'

/**
 * Why a rule can never hold, or null where it can, as far as its conditions show: an answer that is not offered, a
 * number outside the range, two conditions that shut each other out. Items that are not in the survey are not judged.
 */
export const neverMet = (rule: Rule, known: ReadonlyMap<string, Askable>): string | null => {
  const alone = rule.conditions.map((condition) => neverAlone(condition, known.get(condition.item)))
  const reason = alone.find((one) => one !== null) ?? null
  if (rule.match === 'any') return alone.every((one) => one !== null) ? reason : null
  if (reason !== null) return reason
  for (const item of new Set(rule.conditions.map((condition) => condition.item))) {
    const about = known.get(item)
    const together = rule.conditions.filter((condition) => condition.item === item)
    if (about !== undefined && shutOut(together, about))
      return `Two parts of this rule about ${item} shut each other out.`
  }
  return null
}

const neverAlone = ({ item, op, values }: Condition, about: Askable | undefined): string | null => {
  if (about === undefined) return null
  const { question, row } = about
  const picksOne = op === 'is' || op === 'includes' || op === 'at-least' || op === 'at-most'
  if (question.type === 'matrix' && row === null && picksOne) {
    return `${item} is a grid. Pick one of its items.`
  }
  if (question.type === 'paneldynamic' && row === null && picksOne) {
    return `${item} has several entries. Ask how many.`
  }
  if (question.type === 'checkbox' && op === 'is') return `${item} can have several answers: ask what it includes.`
  switch (op) {
    case 'is':
    case 'includes': {
      const offered = answersTo(about)
      if (offered.length === 0) return outOfRange(about, values)
      if (values.some((value) => offered.some((choice) => isSame(choice.value, value)))) return null
      return `${item} does not offer the answer ${values.map((value) => `‘${value}’`).join(' or ')}.`
    }
    case 'at-least':
    case 'at-most': {
      const [least, most] = rangeOf(about)
      const [bound] = values
      if (bound === undefined) return null
      const outside = op === 'at-least' ? isMore(bound, most) : isMore(least, bound)
      return outside ? `${item} can never be ${bound} or ${op === 'at-least' ? 'more' : 'less'}.` : null
    }
    case 'is-not':
    case 'excludes':
    case 'answered':
    case 'not-answered':
      return null
    default:
      return op satisfies never
  }
}

const outOfRange = (about: Askable, values: readonly Value[]): string | null => {
  const [least, most] = rangeOf(about)
  const inside = values.some((value) => !isMore(least, value) && !isMore(value, most))
  return inside ? null : `${about.item} can never be ${values.join(' or ')}.`
}

/** The least and the most that can be answered, where that is known. */
const rangeOf = ({ question }: Askable): readonly [Value | undefined, Value | undefined] => {
  if (question.type === 'text') return [question.min, question.max]
  if (question.type === 'paneldynamic') return [0, entryRange(question).most]
  if (question.type !== 'rating') return [undefined, undefined]
  const steps = question.rateValues.map((entry) => Number(typeof entry === 'object' ? entry.value : entry))
  const numbers = steps.filter(Number.isFinite)
  return numbers.length === 0 ? [undefined, undefined] : [Math.min(...numbers), Math.max(...numbers)]
}

const isMore = (a: Value | undefined, b: Value | undefined): boolean =>
  a !== undefined && b !== undefined && typeof a === typeof b && a > b

/** Answers are compared as survey-core does it, whatever their case, a number and its figures alike. */
const isSame = (a: Value, b: Value): boolean => String(a).toLowerCase() === String(b).toLowerCase()

/** Whether no answer to one item fits all of these conditions, each of which can be met alone. */
const shutOut = (conditions: readonly Condition[], about: Askable): boolean => {
  const has = (op: Condition['op']): boolean => conditions.some((condition) => condition.op === op)
  const needsAnswer = has('answered') || has('is') || has('includes') || has('at-least') || has('at-most')
  if (has('not-answered')) return needsAnswer
  const bounds = (op: Condition['op']): readonly Value[] =>
    conditions.flatMap((condition) => (condition.op === op ? condition.values.slice(0, 1) : []))
  if (bounds('at-least').some((least) => bounds('at-most').some((most) => isMore(least, most)))) return true
  const excluded = (value: Value): boolean =>
    conditions.some(({ op, values }) => op === 'excludes' && values.some((one) => isSame(one, value)))
  if (conditions.some(({ op, values }) => op === 'includes' && values.every(excluded))) return true
  if (about.question.type === 'checkbox') return false
  const offered = answersTo(about)
  const candidates = has('is')
    ? conditions.flatMap(({ op, values }) => (op === 'is' ? values : []))
    : needsAnswer && offered.length > 0
      ? offered.map((choice) => choice.value)
      : null
  return candidates !== null && !candidates.some((value) => conditions.every((condition) => fits(condition, value)))
}

const fits = ({ op, values }: Condition, value: Value): boolean => {
  switch (op) {
    case 'is':
    case 'includes':
      return values.some((one) => isSame(one, value))
    case 'is-not':
    case 'excludes':
      return !values.some((one) => isSame(one, value))
    case 'at-least':
      return !isMore(values[0], value)
    case 'at-most':
      return !isMore(value, values[0])
    case 'answered':
      return true
    case 'not-answered':
      return false
    default:
      return op satisfies never
  }
}
