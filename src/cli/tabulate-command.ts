import { tableCsv } from '../export/table-csv.ts'
import { tablesHtml } from '../export/table-html.ts'
import { tableJson } from '../export/table-json.ts'
import { tableText } from '../export/table-text.ts'
import { versionId } from '../survey/version.ts'
import type { Columns } from '../tabulation/columns.ts'
import { couldBe, ifRandomInWords } from '../tabulation/could-be.ts'
import { policyInWords, usualPolicy } from '../tabulation/disclosure/policy.ts'
import { encodeSets } from '../tabulation/entry-columns.ts'
import { type Grouped, groupBy, nest } from '../tabulation/grouping.ts'
import { isGrid, tabulableGroups } from '../tabulation/groups.ts'
import { shownTable } from '../tabulation/shown-table.ts'
import type { Figure, Table } from '../tabulation/table.ts'
import { where } from '../tabulation/where.ts'
import { ofTheList } from '../population/of-the-list.ts'
import { readLedgerFile } from './read-ledger-file.ts'
import { readReturnsFile } from './read-returns-file.ts'
import { readSurvey } from './read-survey.ts'
import { type Asked, readTabulateArguments } from './tabulate-arguments.ts'
import { failed, misused, type Told } from './told.ts'

/** `proforma tabulate SURVEY.json RETURNS.ndjson`: see `usage.ts`. */
export const tabulateCommand = async (args: readonly string[]): Promise<Told> => {
  const asked = readTabulateArguments(args)
  if (!asked.ok) return asked
  const survey = await readSurvey(asked.survey)
  if (!survey.ok) return survey
  const { definition } = survey
  const read = await readReturnsFile(asked.returns, definition)
  if (!read.ok) return read
  const { about, themes, codings } = read.file
  const ledger = asked.ledger === null ? null : await readLedgerFile(asked.ledger)
  if (ledger !== null && !ledger.ok) return ledger
  const listed = ledger === null ? null : ofTheList(read.file.returns, ledger.base)
  const returns = listed?.returns ?? read.file.returns
  const encoded = encodeSets([{ id: versionId(definition), number: null, definition }], returns)
  if (!encoded.ok) return failed(`${asked.returns}: ${encoded.reason}`)
  const columns = setWith(encoded.sets, asked.question)

  const questions = asked.question === null ? defaultQuestions(columns) : [asked.question]
  if (questions.length === 0) return failed(`${asked.survey}: this survey has no question to make a table of.`)
  if (questions.length > 1 && isOneTable(asked.format)) {
    return misused(`${asked.format} holds one table. Choose one with --question: ${questions.join(', ')}.`)
  }
  const by = groupedAs(columns, asked)
  if (by !== null && !by.ok) return failed(by.reason)
  const only = asked.where === null ? null : where(columns, asked.where)
  if (only !== null && !only.ok) return failed(only.reason)

  const given = {
    population: asked.population ?? listed?.population ?? null,
    themes,
    codings,
    notes: [...(about?.note ? [about.note] : []), ...(listed?.notes ?? [])],
    by: by?.grouping ?? null,
    where: only,
  }
  const policy = asked.policy ?? usualPolicy(definition.proforma.units)
  const tables: Table<Figure>[] = []
  for (const question of questions) {
    const shown = shownTable(columns, question, given, {
      shows: asked.shows,
      policy,
      tests: asked.tests ? { by: asked.by } : null,
    })
    if (!shown.ok) return failed(shown.reason)
    tables.push(withWhatCouldBe(shown.table, asked))
  }
  const unprotected = definition.proforma.units === 'people' && policyInWords(policy) === null
  return {
    ok: true,
    text: writers[asked.format](tables),
    ...(unprotected
      ? { warning: 'Small counts are shown: protect them before you publish, with --protect under5.' }
      : {}),
  }
}

/** What the returns are sorted by; null where they are not. */
const groupedAs = (columns: Columns, { by, andBy }: Asked): Grouped | null => {
  if (by === null) return null
  const outer = groupBy(columns, by)
  if (andBy === null || !outer.ok) return outer
  const inner = groupBy(columns, andBy)
  return inner.ok ? nest(outer.grouping, inner.grouping) : inner
}

/** The forms, or the entries of the repeated group that asks the question. */
const setWith = ([forms, ...entries]: readonly [Columns, ...Columns[]], question: string | null): Columns =>
  entries.find(({ codebook }) => codebook.groups.some(({ id }) => id === question)) ?? forms

/** A survey with grids is read by its grids; one without, by every question that has a list of answers. */
const defaultQuestions = ({ codebook }: Columns): readonly string[] => {
  const able = tabulableGroups(codebook)
  const grids = able.filter(isGrid)
  return (grids.length > 0 ? grids : able).map(({ id }) => id)
}

const isOneTable = (format: Asked['format']): boolean => format === 'json' || format === 'csv' || format === 'csv-raw'

/** A line for each row on what the ones who did not return could change about an answer, if that was asked for. */
const withWhatCouldBe = (table: Table<Figure>, { couldBe: answer }: Asked): Table<Figure> => {
  const lines = answer === null ? [] : couldBe(table, answer)
  const column = table.columns.find(({ id }) => id === answer)?.label
  const asked = table.base.population
  if (lines.length === 0 || asked === null) return table
  return {
    ...table,
    notes: [
      ...table.notes,
      ...lines.map(
        ({ label, worst, ifRandom }) =>
          `${label}, ${column}: between ${worst.low} and ${worst.high} of the ${asked}, whatever the others would say; if random, ${ifRandom.low} to ${ifRandom.high}.`,
      ),
      ifRandomInWords(asked),
    ],
  }
}

const writers = {
  text: (tables) => tables.map(tableText).join('\n\n'),
  csv: (tables) => tables.map((table) => tableCsv(table)).join(''),
  'csv-raw': (tables) => tables.map((table) => tableCsv(table, 'raw')).join(''),
  json: (tables) => tables.map(tableJson).join(''),
  html: tablesHtml,
} as const satisfies { readonly [F in Asked['format']]: (tables: readonly Table<Figure>[]) => string }
