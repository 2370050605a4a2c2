import type { Coding, Theme } from '../coding/theme.ts'
import { responseLine } from '../population/response-line.ts'
import { answerColumns, columnsOfBytes, rowVariables, withUnlisted } from './answer-columns.ts'
import { codedColumns, countUncoded } from './coded-rows.ts'
import type { Columns } from './columns.ts'
import { countBytes } from './count.ts'
import { isGrid, tabulable } from './groups.ts'
import { notesOn } from './notes.ts'
import { type Counted, rowOf } from './row.ts'
import type { Table, TableRow } from './table.ts'

export type Tabulated = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly reason: string }

export interface TabulateWith {
  /** How many were asked; null or left out where that is not known. */
  readonly population?: number | null
  readonly themes?: readonly Theme[]
  readonly codings?: readonly Coding[]
  /** What a reader must know that the answers cannot tell, set before the table's own notes. */
  readonly notes?: readonly string[]
}

/**
 * The one-way table of a question. A grid gives its items by its answers, and each theme of its open-ended answers
 * a row after them; a single choice or a scale gives one row; a tick-all gives each box a row, Ticked or Not ticked.
 *
 * @param question the id of a group of the codebook: `support`
 * Refused where there is no such question, where it has no list of answers, and where more returned than were asked.
 * @throws Error where a row does not sum to its base: a fault in the program
 */
export const tabulate = (columns: Columns, question: string, given: TabulateWith = {}): Tabulated => {
  const { population = null, themes = [], codings = [], notes = [] } = given
  const group = columns.codebook.groups.find(({ id }) => id === question)
  if (group === undefined) return { ok: false, reason: `This survey has no question “${question}”.` }
  const able = tabulable(columns.codebook, group)
  if (!able.ok) return able
  const rate = responseLine(columns.responses.length, population)
  if (!rate.ok) return rate

  const variables = rowVariables(columns, group)
  const answers = answerColumns(variables, group)
  const items = variables.map((variable) => ({ variable, counted: countColumn(columnOf(columns, variable.id)) }))
  const coded = isGrid(group) ? codedColumns(columns, group.id, answers, themes, codings) : []
  const themed = coded.map(({ theme, column }) => ({ theme, counted: countColumn(column) }))
  const counted = [...items, ...themed].map((row) => row.counted)
  const shown = withUnlisted(answers, counted)
  const themeAnswers = answers.map(({ id }) => id)
  const rows: readonly TableRow[] = [
    ...items.map(({ variable, counted }) =>
      rowOf({ item: variable.id, label: variable.label, openEnded: false }, counted, columnsOfBytes(variable), shown),
    ),
    ...themed.map(({ theme, counted }) =>
      rowOf({ item: theme.id, label: theme.label, openEnded: true }, counted, themeAnswers, shown),
    ),
  ]
  const uncoded = isGrid(group) ? countUncoded(columns, group.id, themes, codings) : 0
  return {
    ok: true,
    table: {
      title: group.label,
      survey: columns.codebook.title,
      versions: columns.versions,
      base: { name: 'all returned', count: columns.responses.length, population },
      columns: shown,
      rows,
      notes: [...notes, ...notesOn(columns, group, variables, rows, coded, uncoded)],
    },
  }
}

const columnOf = ({ bytes }: Columns, variable: string): Uint8Array => {
  const column = bytes.get(variable)
  if (column === undefined) throw new Error(`The variable ${variable} was not encoded`)
  return column
}

const countColumn = (column: Uint8Array): Counted => ({ counts: countBytes(column), base: column.length })
