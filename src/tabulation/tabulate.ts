import type { Coding, Theme } from '../coding/theme.ts'
import { responseLine } from '../population/response-line.ts'
import { withUnlisted } from './answer-columns.ts'
import { countUncoded } from './coded-rows.ts'
import type { Columns } from './columns.ts'
import type { Grouping } from './grouping.ts'
import { isGrid, tabulable } from './groups.ts'
import { type Line, linesOf } from './lines.ts'
import { notesOn } from './notes.ts'
import { rowOf } from './row.ts'
import { countSelected, type Selection, selectionOf } from './selection.ts'
import { quantileMethod } from './statistics/summary.ts'
import { allGroups, summariesOf } from './summaries.ts'
import type { Table, TableColumn, TableRow } from './table.ts'
import { weightedRows } from './weighted-rows.ts'
import type { Weights } from './weigh.ts'

export type Tabulated =
  | {
      readonly ok: true
      readonly table: Table
      /** Of each weighted row the fewest forms that its shares tell apart: never shown, what may be shown hangs on it. */
      readonly leastWeighted: readonly number[]
    }
  | { readonly ok: false; readonly reason: string }

export interface TabulateWith {
  /** How many were asked; null or left out where that is not known. */
  readonly population?: number | null
  readonly themes?: readonly Theme[]
  readonly codings?: readonly Coding[]
  /** What a reader must know that the answers cannot tell, set before the table's own notes. */
  readonly notes?: readonly string[]
  /** Gives each item a row for each group, and one for all: see `grouping.ts`. */
  readonly by?: Grouping | null
  /** Gives shares by weights beside the counts: see `weigh.ts`. */
  readonly weights?: Weights | null
  /** Counts only those: see `where.ts`. */
  readonly where?: { readonly chosen: Uint8Array; readonly words: string } | null
}

/**
 * The table of a question. A grid gives its items by its answers, and each theme of its open-ended answers a row after
 * them; a single choice or a scale gives one row; a tick-all gives each box a row, Ticked or Not ticked; what is answered
 * in figures or words is counted by whether it was, with what the figures come to beside it.
 *
 * @param question the id of a group of the codebook: `support`
 * Refused where there is no such question, where it was asked in different ways, and where more returned than were asked.
 * @throws Error where a row does not sum to its base: a fault in the program
 */
export const tabulate = (columns: Columns, question: string, given: TabulateWith = {}): Tabulated => {
  const { themes = [], codings = [], notes = [], by = null, where = null, weights = null } = given
  // How many were asked is told of all: who of them a filter would have left out is not known.
  // Nor is it, of entries, how many there are in the forms that did not come back.
  const population = where === null && columns.entries === undefined ? (given.population ?? null) : null
  const group = columns.codebook.groups.find(({ id }) => id === question)
  if (group === undefined) return { ok: false, reason: `This survey has no question “${question}”.` }
  const able = tabulable(columns.codebook, group)
  if (!able.ok) return able
  const rate = responseLine(columns.responses.length, population)
  if (!rate.ok) return rate

  const selection = selectionOf(columns.responses.length, by, where?.chosen ?? null)
  const { lines, columns: answers, variables, coded } = linesOf(columns, group, themes, codings)
  const { shown, rows } = countRows(lines, answers, selection)
  const weighted = weights === null ? [] : weightedRows(lines, selection, weights)
  const summaries = summariesOf(columns, lines, selection)
  const uncoded = isGrid(group) ? countUncoded(columns, group.id, themes, codings) : 0
  return {
    ok: true,
    leastWeighted: weighted.map(({ least }) => least),
    table: {
      title: group.label,
      survey: columns.codebook.title,
      versions: columns.versions,
      base:
        columns.entries === undefined
          ? { name: 'all returned', count: selection.count, population }
          : { name: 'entries', count: selection.count, population: null, of: columns.entries },
      ...(by === null ? {} : { by: by.label }),
      ...(where === null ? {} : { where: where.words }),
      columns: shown,
      rows,
      ...(summaries.length === 0 ? {} : { summaries }),
      ...(weights === null ? {} : { weighted: { rows: weighted.map(({ row }) => row) } }),
      notes: [
        ...notes,
        ...notesOn(
          columns,
          group,
          variables,
          by === null ? rows : rows.filter(({ isTotal }) => isTotal),
          coded,
          uncoded,
        ),
        ...(summaries.length === 0 ? [] : [`Quartiles by ${quantileMethod}.`]),
      ],
    },
  }
}

const countRows = (
  lines: readonly Line[],
  answers: readonly TableColumn[],
  selection: Selection,
): { readonly shown: readonly TableColumn[]; readonly rows: readonly TableRow[] } => {
  const counted = lines.map((line) => ({ line, counts: countSelected(line.column, selection) }))
  const shown = withUnlisted(
    answers,
    counted.map(({ counts }) => counts.all),
  )
  const { groups } = selection
  return {
    shown,
    rows: counted.flatMap(({ line, counts }): readonly TableRow[] => {
      if (groups === null) return [rowOf(line.head, counts.all, line.answers, shown)]
      const within = lines.length > 1 ? { within: line.head.label, ofItem: line.head.item } : {}
      const { openEnded } = line.head
      return [
        ...groups.map(({ id, label }, at) =>
          rowOf({ item: id, label, openEnded, ...within }, counts.byGroup[at] ?? nobody, line.answers, shown),
        ),
        rowOf({ ...allGroups, openEnded, ...within, isTotal: true }, counts.all, line.answers, shown),
      ]
    }),
  }
}

const nobody = { counts: new Uint32Array(256), base: 0 }
