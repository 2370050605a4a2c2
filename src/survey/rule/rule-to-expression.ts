import type { Condition, Rule, Value } from './rule.ts'

/**
 * A rule as the expression that a definition holds; null where there is no condition, and so no rule.
 *
 * @example ruleToExpression({ match: 'all', conditions: [{ item: 'culture', op: 'is', values: ['yes', 'partly'] }] })
 * // "{culture} = 'yes' or {culture} = 'partly'"
 */
export const ruleToExpression = ({ match, conditions }: Rule): string | null => {
  const [only] = conditions
  if (only === undefined) return null
  if (conditions.length === 1) return conditionParts(only).join(` ${joinerOf(only)} `)
  return conditions.map(inBrackets).join(match === 'all' ? ' and ' : ' or ')
}

const inBrackets = (condition: Condition): string => {
  const parts = conditionParts(condition)
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${joinerOf(condition)} `)})`
}

/** Any of several values is "or"; none of them is "and not". */
const joinerOf = ({ op }: Condition): 'and' | 'or' => (op === 'is-not' || op === 'excludes' ? 'and' : 'or')

const conditionParts = ({ item, op, values }: Condition): readonly string[] => {
  const each = (operator: string): readonly string[] => values.map((value) => `{${item}} ${operator} ${literal(value)}`)
  switch (op) {
    case 'is':
      return each('=')
    case 'is-not':
      return each('<>')
    case 'includes':
      return each('contains')
    case 'excludes':
      return each('notcontains')
    case 'at-least':
      return each('>=')
    case 'at-most':
      return each('<=')
    case 'answered':
      return [`{${item}} notempty`]
    case 'not-answered':
      return [`{${item}} empty`]
    default:
      return op satisfies never
  }
}

const literal = (value: Value): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", String.raw`\'`)}'`

/**
 * Whether a value can stand in an expression. survey-core reads no backslash, double quotation mark, line break or
 * exponent there, takes off a mark that a text begins or ends with, and rewrites `<>`, `=<`, `=>` and `equals` wherever
 * they stand (its patchExpression).
 */
export const canBeWritten = (value: Value): boolean =>
  typeof value === 'number'
    ? /^-?\d+(?:\.\d+)?$/.test(String(value))
    : /^(?!')[^\\"\n\r]*(?<!')$/.test(value) && !/<>|=[<>]|equals/.test(value)
