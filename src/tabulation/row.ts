import { reserved } from './bytes.ts'
import type { TableColumn, TableRow } from './table.ts'

/** Where answers stand that are on no list of answers. No code can have this id: a code is a name or a number. */
export const unlistedColumn: TableColumn = { id: '(not listed)', label: 'Not on the list' }

/** A column, counted. */
export interface Counted {
  /** 256 counts, the byte being the index. */
  readonly counts: Uint32Array
  readonly base: number
}

export interface RowHead {
  readonly item: string
  readonly label: string
  readonly openEnded: boolean
  readonly within?: string
  readonly ofItem?: string
  readonly isTotal?: true
}

/**
 * Makes a row out of a column's counts.
 * @param counts how often each byte stands in the column, and the base, their sum
 * @param answers the id of the table column that each answer byte stands for
 * @param columns of the whole table: a row has a cell, 0 at least, in each
 * @throws Error where the row does not sum to its base: a fault in the program, never in the answers
 */
export const rowOf = (
  head: RowHead,
  { counts, base }: Counted,
  answers: readonly string[],
  columns: readonly TableColumn[],
): TableRow => {
  const at = (byte: number): number => counts[byte] ?? 0
  const cells = new Map<string, number>(columns.map(({ id }) => [id, 0]))
  for (const [byte, id] of answers.entries()) if (at(byte) > 0) cells.set(id, (cells.get(id) ?? 0) + at(byte))
  if (at(reserved.unlisted) > 0) cells.set(unlistedColumn.id, at(reserved.unlisted))
  return sumsToBase(
    {
      ...head,
      cells: Object.fromEntries(cells),
      nonResponse: at(reserved.blank) + at(reserved.refused) + at(reserved.dontKnow),
      refused: at(reserved.refused),
      dontKnow: at(reserved.dontKnow),
      notAsked: at(reserved.notAsked),
      notInVersion: at(reserved.notInVersion),
      base,
    },
    columns,
  )
}

/** Rule 1: whoever returned stands in every row exactly once, in a column that is shown. */
export const sumsToBase = (row: TableRow, columns: readonly TableColumn[]): TableRow => {
  const answered = columns.reduce((sum, { id }) => sum + (row.cells[id] ?? 0), 0)
  const sum = answered + row.nonResponse + row.notAsked + row.notInVersion
  if (sum !== row.base) throw new Error(`The row ${row.item} sums to ${sum}, its base is ${row.base}`)
  return row
}
