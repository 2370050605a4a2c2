import type { Condition, Op, Rule } from './rule.ts'
import { type Node, parseExpression } from './parse-expression.ts'

/**
 * Reads an expression as a rule: what `ruleToExpression` writes, and what people commonly write by hand. Null where it
 * says something else (functions, sums, "and" mixed with "or"): then it is shown as it stands, and never rewritten.
 */
export const expressionToRule = (expression: string): Rule | null => {
  const tree = parseExpression(expression)
  if (tree === null) return null
  const one = asCondition(tree)
  if (one !== null) return { match: 'all', conditions: [one] }
  if (tree.kind === 'condition') return null
  const conditions = tree.parts.map(asCondition)
  return conditions.every((condition) => condition !== null)
    ? { match: tree.kind === 'and' ? 'all' : 'any', conditions: joined(conditions, tree.kind) }
    : null
}

/** The operators that several values of one item share, by how their parts are joined. */
const sharing: { readonly [joiner in 'and' | 'or']: readonly Op[] } = {
  or: ['is', 'includes'],
  and: ['is-not', 'excludes'],
}

/** One condition, or several over one item that read as one: `{a} = 'x' or {a} = 'y'`. */
const asCondition = (node: Node): Condition | null => {
  if (node.kind === 'condition') return node.condition
  const leaves = node.parts.map((part) => (part.kind === 'condition' ? part.condition : null))
  if (!leaves.every((leaf) => leaf !== null)) return null
  const [only, ...others] = joined(leaves, node.kind)
  return only !== undefined && others.length === 0 ? only : null
}

/** Conditions with neighbours over one item made one, where that says the same. */
const joined = (conditions: readonly Condition[], joiner: 'and' | 'or'): readonly Condition[] => {
  const result: Condition[] = []
  for (const condition of conditions) {
    const last = result.at(-1)
    if (last?.item === condition.item && last.op === condition.op && sharing[joiner].includes(last.op)) {
      result[result.length - 1] = { ...last, values: [...last.values, ...condition.values] }
    } else result.push(condition)
  }
  return result
}
