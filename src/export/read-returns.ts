import type { Coding, Theme } from '../coding/theme.ts'
import { type About, type FileReturn, readReturnLine, type ReturnLine } from './return-lines.ts'

/** What a file of returns holds, each with the number of its line, 1 being the first. */
export interface ReturnsFile {
  readonly about: About | null
  /** In the order of the file, which is the order of arrival. */
  readonly returns: readonly (FileReturn & OnLine)[]
  readonly themes: readonly (Theme & OnLine)[]
  readonly codings: readonly (Coding & OnLine)[]
}

export interface OnLine {
  readonly line: number
}

export type ReadReturns =
  | { readonly ok: true; readonly file: ReturnsFile }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads returns from NDJSON: one JSON object a line, its `type` being about, return, theme or coding. Empty lines are
 * passed over. The file is taken whole or refused with `line N: …`. Whether the answers fit the survey is not looked
 * at here.
 *
 * @param survey the id of the survey that the returns must answer
 */
export const readReturns = (text: string, survey: string): ReadReturns => {
  const lines: (ReturnLine & OnLine)[] = []
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (written.trim() === '') continue
    const read = readReturnLine(written)
    if (!read.ok) return refusedAt({ line: index + 1 }, read.reason)
    lines.push({ ...read.line, line: index + 1 })
  }
  if (lines.length === 0) return { ok: false, reason: 'the file is empty' }
  return otherSurvey(lines, survey) ?? told(lines) ?? danglingCoding(lines) ?? { ok: true, file: sorted(lines) }
}

type Lines = readonly (ReturnLine & OnLine)[]

const refusedAt = ({ line }: OnLine, reason: string): ReadReturns & { readonly ok: false } => ({
  ok: false,
  reason: `line ${line}: ${reason}`,
})

const otherSurvey = (lines: Lines, survey: string) => {
  for (const entry of lines) {
    const answered =
      entry.type === 'return' ? entry.returned.survey : entry.type === 'about' ? entry.about.survey : survey
    if (answered !== survey) return refusedAt(entry, `this is for the survey “${answered}”, not for “${survey}”`)
  }
  return null
}

/** What may stand once only. */
const nameOf = (entry: ReturnLine): string => {
  switch (entry.type) {
    case 'about':
      return 'a line about the file'
    case 'return':
      return `the return “${entry.returned.id}”`
    case 'theme':
      return `the theme “${entry.theme.id}”`
    case 'coding':
      return `the coding of “${entry.coding.question}” in “${entry.coding.response}” as “${entry.coding.theme}”`
    default:
      return entry satisfies never
  }
}

const told = (lines: Lines) => {
  const before = new Map<string, number>()
  for (const entry of lines) {
    const name = nameOf(entry)
    const first = before.get(name)
    if (first !== undefined) return refusedAt(entry, `${name} stands on line ${first} already`)
    before.set(name, entry.line)
  }
  return null
}

const danglingCoding = (lines: Lines) => {
  const themes = new Set(lines.flatMap((entry) => (entry.type === 'theme' ? [entry.theme.id] : [])))
  const responses = new Set<string>(
    lines.flatMap((entry) => (entry.type === 'return' ? [entry.returned.response] : [])),
  )
  for (const entry of lines) {
    if (entry.type !== 'coding') continue
    const { theme, response } = entry.coding
    if (!themes.has(theme)) return refusedAt(entry, `there is no theme “${theme}” in this file`)
    if (!responses.has(response)) return refusedAt(entry, `there is no response “${response}” in this file`)
  }
  return null
}

const sorted = (lines: Lines): ReturnsFile => ({
  about: lines.flatMap((entry) => (entry.type === 'about' ? [entry.about] : []))[0] ?? null,
  returns: lines.flatMap((entry) => (entry.type === 'return' ? [{ ...entry.returned, line: entry.line }] : [])),
  themes: lines.flatMap((entry) => (entry.type === 'theme' ? [{ ...entry.theme, line: entry.line }] : [])),
  codings: lines.flatMap((entry) => (entry.type === 'coding' ? [{ ...entry.coding, line: entry.line }] : [])),
})
