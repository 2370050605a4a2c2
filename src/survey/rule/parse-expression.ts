import type { Condition, Op, Value } from './rule.ts'

/** What an expression says: a condition, or parts that are joined. */
export type Node =
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }

const operators = new Map<string, Op>([
  ['=', 'is'],
  ['==', 'is'],
  ['<>', 'is-not'],
  ['!=', 'is-not'],
  ['contains', 'includes'],
  ['notcontains', 'excludes'],
  ['>=', 'at-least'],
  ['<=', 'at-most'],
])

const token =
  /\s*(?:(\{[^{}]*\})|('(?:[^'\\]|\\['"])*'|"(?:[^"\\]|\\['"])*")|(-?\d+(?:\.\d+)?)|([()])|([<>=!]+|[a-z]+))/iy

/** Parses an expression of conditions, `and`, `or` and brackets; null for anything else. `and` binds tighter. */
export const parseExpression = (expression: string): Node | null => {
  const tokens = tokensOf(expression)
  if (tokens === null) return null
  let at = 0

  const taken = (word: string): boolean => {
    const found = tokens[at]?.toLowerCase() === word
    if (found) at += 1
    return found
  }

  const chain = (kind: 'and' | 'or', part: () => Node | null): Node | null => {
    const parts: Node[] = []
    do {
      const next = part()
      if (next === null) return null
      parts.push(next)
    } while (taken(kind))
    return parts.length === 1 ? (parts[0] ?? null) : { kind, parts }
  }

  const either = (): Node | null => chain('or', () => chain('and', atom))

  const atom = (): Node | null => {
    if (taken('(')) {
      const inside = either()
      return taken(')') ? inside : null
    }
    const item = /^\{\s*([A-Za-z][\w.]*)\s*\}$/.exec(tokens[at] ?? '')?.[1]
    if (item === undefined) return null
    at += 1
    if (taken('notempty')) return { kind: 'condition', condition: { item, op: 'answered', values: [] } }
    if (taken('empty')) return { kind: 'condition', condition: { item, op: 'not-answered', values: [] } }
    const op = operators.get(tokens[at]?.toLowerCase() ?? '')
    const value = valueOf(tokens[at + 1])
    if (op === undefined || value === null) return null
    at += 2
    return { kind: 'condition', condition: { item, op, values: [value] } }
  }

  const tree = either()
  return at === tokens.length ? tree : null
}

const tokensOf = (expression: string): readonly string[] | null => {
  const tokens: string[] = []
  const scan = new RegExp(token)
  const end = expression.trimEnd().length
  while (scan.lastIndex < end) {
    const found = scan.exec(expression)
    if (found === null) return null
    tokens.push(found[0].trim())
  }
  return tokens
}

const valueOf = (token: string | undefined): Value | null => {
  if (token === undefined) return null
  if (/^-?\d/.test(token)) return Number(token)
  const quote = token[0]
  return quote === "'" || quote === '"' ? token.slice(1, -1).replaceAll(/\\(['"])/g, '$1') : null
}
