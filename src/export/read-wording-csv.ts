import type { Definition, Text } from '../survey/definition.ts'
import { limits } from '../survey/limits.ts'
import { textIn } from '../survey/text.ts'
import { answersInText } from '../survey/text-parts.ts'
import { mapTexts, wordings } from '../survey/wordings.ts'
import { type CsvLine, readCsv } from './read-csv.ts'
import { wordingHeader, wordsOfCell } from './wording-csv.ts'

export interface RefusedLine {
  readonly line: number
  /** The id that the line names, or what stands in its place. */
  readonly id: string
  readonly reason: string
}

export type ReadWording =
  | {
      readonly ok: true
      /** The survey with the translations that could be taken. */
      readonly definition: Definition
      /** How many wordings are new or changed. */
      readonly taken: number
      readonly refused: readonly RefusedLine[]
    }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads a translator's CSV back into a survey. A line without a translation changes nothing. Refused a line at a time,
 * with the reason: an id that is not there or stands twice, an original that has been reworded since, a translation
 * that is too long or loses an answer put in (`{child_name}`). Refused whole: a file that is not such a CSV.
 */
export const readWordingCsv = (text: string, definition: Definition, language: string): ReadWording => {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language))
    return { ok: false, reason: `“${language}” is not the code of a language, like cy or ur` }
  const csv = readCsv(text)
  if (!csv.ok) return csv
  const [header, ...lines] = csv.lines
  if (header === undefined) return { ok: false, reason: 'the file is empty' }
  const missing = wordingHeader.filter((name) => !header.cells.some((cell) => isColumn(cell, name)))
  if (missing.length > 0)
    return {
      ok: false,
      reason: `line ${header.line}: the first line must name the columns ${wordingHeader.join(', ')}; ${missing.join(', ')} is missing`,
    }

  const originals = new Map(wordings(definition).map(({ path, text: words }) => [path, textIn(words)]))
  const translations = new Map<string, string>()
  const refused: RefusedLine[] = []
  const seen = new Map<string, number>()
  for (const line of lines) {
    const read = readLine(line, header, originals, seen)
    seen.set(read.id, seen.get(read.id) ?? line.line)
    if ('reason' in read) refused.push({ line: line.line, id: read.id, reason: read.reason })
    else if (read.translation !== null) translations.set(read.id, read.translation)
  }
  return { ok: true, ...put(definition, language, translations), refused }
}

const isColumn = (cell: string, name: string): boolean => cell.trim().toLowerCase() === name.toLowerCase()

type ReadLine =
  | { readonly id: string; readonly translation: string | null }
  | { readonly id: string; readonly reason: string }

const readLine = (
  line: CsvLine,
  header: CsvLine,
  originals: ReadonlyMap<string, string>,
  seen: ReadonlyMap<string, number>,
): ReadLine => {
  const cell = (name: (typeof wordingHeader)[number]): string =>
    wordsOfCell(line.cells[header.cells.findIndex((one) => isColumn(one, name))] ?? '')
  const id = cell('Id').trim()
  const original = originals.get(id)
  const translation = cell('Translation')
  const first = seen.get(id)
  if (id === '') return { id, reason: 'it has no id' }
  if (original === undefined) return { id, reason: 'this survey has no such wording' }
  if (first !== undefined) return { id, reason: `it stands on line ${first} already` }
  if (translation.trim() === '') return { id, translation: null }
  if (!sameWords(cell('Original'), original))
    return { id, reason: 'the original has changed since this file was made; translate it anew' }
  if (translation.length > limits.textLength)
    return { id, reason: `the translation is over ${limits.textLength} characters` }
  if (!translation.isWellFormed()) return { id, reason: 'the translation holds a damaged character' }
  const kept = new Set(answersInText(translation))
  const lost = answersInText(original).find((name) => !kept.has(name))
  if (lost !== undefined) return { id, reason: `the translation leaves out {${lost}}, where an answer is put in` }
  const foreign = [...kept].find((name) => !answersInText(original).includes(name))
  return foreign === undefined
    ? { id, translation }
    : { id, reason: `the translation puts in {${foreign}}, which the original does not` }
}

/** Spreadsheets change line ends and the space at the end of a cell. */
const sameWords = (one: string, other: string): boolean =>
  one.replaceAll(/\s+/g, ' ').trim() === other.replaceAll(/\s+/g, ' ').trim()

const put = (definition: Definition, language: string, translations: ReadonlyMap<string, string>) => {
  let taken = 0
  const translated = mapTexts(definition, (text, path): Text => {
    const translation = translations.get(path)
    const before = typeof text === 'string' ? undefined : text[language]
    if (translation === undefined || translation === before) return text
    taken += 1
    return typeof text === 'string' ? { default: text, [language]: translation } : { ...text, [language]: translation }
  })
  const { proforma } = translated
  const known = proforma.languages ?? []
  const definitionNow =
    taken === 0 || known.includes(language)
      ? translated
      : { ...translated, proforma: { ...proforma, languages: [...known, language] } }
  return { definition: definitionNow, taken }
}
