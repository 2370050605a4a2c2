import type { Returned } from '../../src/response/current.ts'
import { type Columns, encodeColumns } from '../../src/tabulation/columns.ts'
import type { KnownVersion } from '../../src/tabulation/merge-versions.ts'
import type { Table } from '../../src/tabulation/table.ts'
import { type TabulateWith, tabulate } from '../../src/tabulation/tabulate.ts'

/** The columns of returns that are known to encode. */
export const columnsOf = (versions: readonly KnownVersion[], returns: readonly Returned[]): Columns => {
  const encoded = encodeColumns(versions, returns)
  if (!encoded.ok) throw new Error(encoded.reason)
  return encoded.columns
}

/** The table of a question that is known to make one. */
export const tableOf = (columns: Columns, question: string, given: TabulateWith = {}): Table => {
  const made = tabulate(columns, question, given)
  if (!made.ok) throw new Error(made.reason)
  return made.table
}

/** A row as one reads it aloud: the cells in order, then non-response, not asked, not in version. */
export const figuresOf = (table: Table, item: string): readonly number[] => {
  const row = table.rows.find((row) => row.item === item)
  if (row === undefined) throw new Error(`There is no row ${item}`)
  return [...table.columns.map(({ id }) => row.cells[id] ?? -1), row.nonResponse, row.notAsked, row.notInVersion]
}
