import type { Code, Variable } from '../survey/codebook.ts'
import { type Node, parseExpression } from '../survey/rule/parse-expression.ts'
import type { Condition, Value } from '../survey/rule/rule.ts'
import { isAnswer, reserved, tickBytes } from './bytes.ts'
import type { Columns } from './columns.ts'
import { dayNumber } from './day-number.ts'

/** Which responses are counted: 1 where a response is, 0 where it is not, and how to say it. */
export type Selected =
  | { readonly ok: true; readonly chosen: Uint8Array; readonly words: string }
  | { readonly ok: false; readonly reason: string }

const words = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\{[^}]*\}|[A-Za-z][\w.]*/g

const operators = new Set(['and', 'or', 'empty', 'notempty', 'contains', 'notcontains'])

/** A filter as it is typed, `region = 'London' and age >= 5`, in the language of rules: names in braces. */
const inBraces = (text: string): string =>
  text.replaceAll(words, (word) => (/^['"{]/.test(word) || operators.has(word.toLowerCase()) ? word : `{${word}}`))

/**
 * Picks the responses of which a filter holds. An answer is named by its code or by its wording. Who gave no answer is not
 * among those who "are" anything, and is among those who "are not".
 *
 * @example where(columns, "region = 'London' and help contains 'housing'")
 * Refused where it can't be read, and where it names a variable or an answer that there is not.
 */
export const where = (columns: Columns, text: string): Selected => {
  const node = parseExpression(inBraces(text))
  if (node === null) {
    return { ok: false, reason: `“${text}” is not a filter. Write it like: region = 'London' and age >= 5.` }
  }
  return holds(columns, node)
}

const holds = (columns: Columns, node: Node): Selected => {
  if (node.kind === 'condition') return holdsOne(columns, node.condition)
  const parts = node.parts.map((part) => holds(columns, part))
  const sound = parts.filter((part) => part.ok)
  const refused = parts.find((part) => !part.ok)
  if (refused !== undefined) return refused
  const every = node.kind === 'and'
  const chosen = Uint8Array.from({ length: columns.responses.length }, (_, place) =>
    Number(every ? sound.every((part) => part.chosen[place] === 1) : sound.some((part) => part.chosen[place] === 1)),
  )
  const inWords = sound.map((part, at) => (node.parts[at]?.kind === 'or' ? `(${part.words})` : part.words))
  return { ok: true, chosen, words: inWords.join(every ? ' and ' : ' or ') }
}

const holdsOne = (columns: Columns, condition: Condition): Selected => {
  const { item, op, values } = condition
  switch (op) {
    case 'is':
    case 'includes':
    case 'is-not':
    case 'excludes': {
      const negated = op === 'is-not' || op === 'excludes'
      const found = givenAs(columns, item, values)
      if (!found.ok) return found
      const { column, bytes, labels, about } = found
      const chosen = column.map((byte) => Number(bytes.has(byte) !== negated))
      return {
        ok: true,
        chosen,
        words: `${about} ${negated ? 'is not' : 'is'} ${labels.map((one) => `‘${one}’`).join(' or ')}`,
      }
    }
    case 'answered':
    case 'not-answered': {
      const found = variableOf(columns, item)
      if (found === null) return unknown(item)
      const wanted = op === 'answered'
      const chosen = found.column.map((byte) => Number(isAnswer(byte) === wanted))
      return { ok: true, chosen, words: `${found.variable.label} is ${wanted ? '' : 'not '}answered` }
    }
    case 'at-least':
    case 'at-most': {
      const found = variableOf(columns, item)
      if (found === null) return unknown(item)
      const numbers = numbersOf(columns, found.variable, found.column)
      const bound = boundOf(values[0], found.variable)
      if (numbers === null || Number.isNaN(bound))
        return {
          ok: false,
          reason: `“${found.variable.label}” is not a number or a date that can be compared with ${values[0]}.`,
        }
      const isEnough = (number: number): boolean => (op === 'at-least' ? number >= bound : number <= bound)
      const chosen = Uint8Array.from(numbers, (number) => Number(isEnough(number)))
      return {
        ok: true,
        chosen,
        words: `${found.variable.label} is ${values[0]} or ${op === 'at-least' ? 'more' : 'less'}`,
      }
    }
    default:
      return op satisfies never
  }
}

const unknown = (item: string): Selected & { readonly ok: false } => ({
  ok: false,
  reason: `This survey has no variable “${item}”.`,
})

interface Found {
  readonly variable: Variable
  readonly column: Uint8Array
}

const variableOf = ({ codebook, bytes }: Columns, id: string): Found | null => {
  const variable =
    codebook.variables.find((one) => one.id === id) ?? codebook.variables.find(({ question }) => question === id)
  const column = variable && bytes.get(variable.id)
  return variable === undefined || column === undefined ? null : { variable, column }
}

const same = (code: Code, value: Value): boolean =>
  String(code.value) === String(value) || code.label.toLowerCase() === String(value).toLowerCase()

/** The bytes that say any of these answers: of a tick-all it is one of its boxes that is looked at. */
const givenAs = (columns: Columns, item: string, values: readonly Value[]) => {
  const found = variableOf(columns, item)
  if (found === null) return unknown(item)
  const { variable } = found
  if (variable.kind === 'tick') {
    const [value = ''] = values
    const box = columns.codebook.variables.find(
      ({ question, codes }) => question === variable.question && codes.some((code) => same(code, value)),
    )
    const column = box && columns.bytes.get(box.id)
    if (box === undefined || column === undefined) return noAnswer(variable.question, value)
    return {
      ok: true as const,
      column,
      bytes: new Set<number>([tickBytes.ticked]),
      labels: ['ticked'],
      about: box.label,
    }
  }
  const bytes = new Set<number>()
  const labels: string[] = []
  for (const value of values) {
    const at = variable.codes.findIndex((code) => same(code, value))
    const code = variable.codes[at]
    if (code === undefined) return noAnswer(variable.label, value)
    bytes.add(code.role === 'refused' ? reserved.refused : code.role === 'dont-know' ? reserved.dontKnow : at)
    labels.push(code.label)
  }
  return { ok: true as const, column: found.column, bytes, labels, about: variable.label }
}

const noAnswer = (variable: string, value: Value): Selected & { readonly ok: false } => ({
  ok: false,
  reason: `“${variable}” has no answer “${value}”.`,
})

/** The number that each response gave: itself, the day of a date, or the code of a scale. */
const numbersOf = ({ numbers }: Columns, { id, codes }: Variable, column: Uint8Array): ArrayLike<number> | null =>
  numbers.get(id) ??
  (codes.length > 0 && codes.every(({ value }) => !Number.isNaN(Number(value)))
    ? Float64Array.from(column, (byte) => Number(codes[byte]?.value ?? Number.NaN))
    : null)

const boundOf = (value: Value | undefined, { kind }: Variable): number =>
  kind === 'date' ? dayNumber(String(value)) : Number(value)
