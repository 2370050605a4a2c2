import { entryReference, isEntryReference, withoutEntry } from '../../survey/entry-reference.ts'
import type { Importing } from './note.ts'

export type ImportedRule = { readonly ok: true; readonly rule: string } | { readonly ok: false; readonly why: string }

interface Token {
  readonly kind: 'space' | 'variable' | 'text' | 'number' | 'word' | 'sign'
  readonly text: string
}

const kinds = ['space', 'variable', 'text', 'number', 'word', 'sign'] as const
const pattern =
  /(\s+)|(\{[^{}]*\})|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|([<>=!&|]+|[()[\],-])/y

/** What joins and compares, in the words of SurveyJS. Any other word is a function, which could do anything. */
const operators = new Set(
  'and or not true false empty notempty contains notcontains contain notcontain anyof allof noneof equal notequal greater less greaterorequal lessorequal'.split(
    ' ',
  ),
)

/**
 * A rule of a foreign survey with its questions and answers called as they are called now. Taken apart into its words,
 * so that a name inside a text is never mistaken for the question.
 *
 * @example with `full name` renamed to `full_name`: "{full name} = 'x'" gives "{full_name} = 'x'"
 */
export const importRule = (rule: string, importing: Importing): ImportedRule => {
  const tokens = tokensOf(rule)
  if (tokens === null) return { ok: false, why: 'It cannot be read.' }
  const written: string[] = []
  let about: string | null = null
  for (const [index, token] of tokens.entries()) {
    switch (token.kind) {
      case 'variable': {
        const found = variableNow(token.text.slice(1, -1).trim(), importing)
        if (found === null)
          return { ok: false, why: `It looks at ${token.text}, and no question that was taken is called that.` }
        about = found.question
        written.push(`{${found.item}}`)
        break
      }
      case 'text':
      case 'number':
        written.push(valueNow(token.text, about ?? nextVariable(tokens.slice(index), importing), importing))
        break
      case 'word': {
        const word = token.text.toLowerCase()
        if (!operators.has(word)) return { ok: false, why: `It works with “${token.text}”, which Proforma does not.` }
        if (word === 'and' || word === 'or') about = null
        written.push(word === 'true' || word === 'false' ? valueNow(word, about, importing) : token.text)
        break
      }
      case 'sign':
        if (/^(?:[()]|&&|\|\|)$/.test(token.text)) about = null
        written.push(token.text)
        break
      case 'space':
        written.push(token.text)
        break
      default:
        return token.kind satisfies never
    }
  }
  return { ok: true, rule: written.join('').trim() }
}

const tokensOf = (rule: string): readonly Token[] | null => {
  const tokens: Token[] = []
  const scan = new RegExp(pattern)
  while (scan.lastIndex < rule.length) {
    const found = scan.exec(rule)
    const kind = kinds[found?.slice(1).findIndex((group) => group !== undefined) ?? -1]
    if (found === null || kind === undefined) return null
    tokens.push({ kind, text: found[0] })
  }
  return tokens
}

/** What a variable is called now: a question, or one row of a grid. */
const variableNow = (
  variable: string,
  { names, rows, inEntries }: Importing,
): { readonly question: string; readonly item: string } | null => {
  const entry = isEntryReference(variable) ? names.get(withoutEntry(variable).toLowerCase()) : undefined
  if (entry !== undefined && inEntries.has(entry)) return { question: entry, item: entryReference(entry) }
  const whole = names.get(variable.toLowerCase())
  if (whole !== undefined) return { question: whole, item: whole }
  for (let dot = variable.indexOf('.'); dot > 0; dot = variable.indexOf('.', dot + 1)) {
    const question = names.get(variable.slice(0, dot).toLowerCase())
    const row = question === undefined ? undefined : rows.get(question)?.get(variable.slice(dot + 1))
    if (question !== undefined && row !== undefined) return { question, item: `${question}.${row}` }
  }
  return null
}

const nextVariable = (tokens: readonly Token[], importing: Importing): string | null => {
  const next = tokens.find(({ kind, text }) => kind === 'variable' || /^(?:and|or)$/i.test(text))
  return next?.kind === 'variable' ? (variableNow(next.text.slice(1, -1).trim(), importing)?.question ?? null) : null
}

const valueNow = (literal: string, about: string | null, { answers }: Importing): string => {
  const quoted = /^['"]/.test(literal)
  const was = quoted ? literal.slice(1, -1).replaceAll(/\\(.)/g, '$1') : literal
  const now = about === null ? undefined : answers.get(about)?.get(was)
  if (now === undefined) return literal
  return typeof now === 'number' ? String(now) : `'${now}'`
}
