import { parseArgs } from 'node:util'
import { tableCsv } from '../export/table-csv.ts'
import { tablesHtml } from '../export/table-html.ts'
import { tableJson } from '../export/table-json.ts'
import { tableText } from '../export/table-text.ts'
import { versionId } from '../survey/version.ts'
import { type Columns, encodeColumns } from '../tabulation/columns.ts'
import { isGrid, tabulableGroups } from '../tabulation/groups.ts'
import type { Table } from '../tabulation/table.ts'
import { tabulate } from '../tabulation/tabulate.ts'
import { readReturnsFile } from './read-returns-file.ts'
import { readSurvey } from './read-survey.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma tabulate SURVEY.json RETURNS.ndjson`: see `usage.ts`. */
export const tabulateCommand = async (args: readonly string[]): Promise<Told> => {
  const asked = readArguments(args)
  if (!asked.ok) return asked
  const survey = await readSurvey(asked.survey)
  if (!survey.ok) return survey
  const { definition } = survey
  const read = await readReturnsFile(asked.returns, definition)
  if (!read.ok) return read
  const { about, returns, themes, codings } = read.file
  const encoded = encodeColumns([{ id: versionId(definition), number: null, definition }], returns)
  if (!encoded.ok) return failed(`${asked.returns}: ${encoded.reason}`)

  const questions = asked.question === null ? defaultQuestions(encoded.columns) : [asked.question]
  if (questions.length === 0) return failed(`${asked.survey}: no question of this survey has a list of answers.`)
  if (questions.length > 1 && (asked.format === 'csv' || asked.format === 'json')) {
    return misused(`${asked.format} holds one table. Choose one with --question: ${questions.join(', ')}.`)
  }
  const tables: Table[] = []
  for (const question of questions) {
    const notes = about?.note ? [about.note] : []
    const made = tabulate(encoded.columns, question, { population: asked.population, themes, codings, notes })
    if (!made.ok) return failed(made.reason)
    tables.push(made.table)
  }
  return { ok: true, text: writers[asked.format](tables) }
}

/** A survey with grids is read by its grids; one without, by every question that has a list of answers. */
const defaultQuestions = ({ codebook }: Columns): readonly string[] => {
  const able = tabulableGroups(codebook)
  const grids = able.filter(isGrid)
  return (grids.length > 0 ? grids : able).map(({ id }) => id)
}

const writers = {
  text: (tables) => tables.map(tableText).join('\n\n'),
  csv: (tables) => tables.map(tableCsv).join(''),
  json: (tables) => tables.map(tableJson).join(''),
  html: tablesHtml,
} as const satisfies { readonly [format: string]: (tables: readonly Table[]) => string }

type Format = keyof typeof writers

interface Arguments {
  readonly ok: true
  readonly survey: string
  readonly returns: string
  readonly format: Format
  readonly question: string | null
  readonly population: number | null
}

const readArguments = (args: readonly string[]): Arguments | (Told & { readonly ok: false }) => {
  const parsed = parse(args)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed
  const [survey, returns, ...more] = positionals
  if (survey === undefined || returns === undefined || more.length > 0) {
    return misused('tabulate needs two files: the survey and its returns.')
  }
  const format = values.format ?? 'text'
  if (!isFormat(format)) return misused(`There is no format “${format}”: choose text, csv, json or html.`)
  const { population: written } = values
  if (written !== undefined && !/^\d{1,9}$/.test(written))
    return misused(`“${written}” is not a number of people asked.`)
  const population = written === undefined ? null : Number(written)
  return { ok: true, survey, returns, format, question: values.question ?? null, population }
}

const isFormat = (format: string): format is Format => Object.hasOwn(writers, format)

const parse = (args: readonly string[]) => {
  const options = { format: { type: 'string' }, question: { type: 'string' }, population: { type: 'string' } } as const
  try {
    return { ok: true as const, ...parseArgs({ args: [...args], options, allowPositionals: true }) }
  } catch (error) {
    return misused(error instanceof Error ? `${error.message.split('. ')[0]}.` : 'That was not understood.')
  }
}
