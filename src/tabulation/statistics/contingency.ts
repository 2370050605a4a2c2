/** Counts of people in independent groups: a row a group, a column an answer. Whole numbers of 0 and more. */
export type Contingency = readonly (readonly number[])[]

export interface Margins {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly total: number
}

export const marginsOf = (table: Contingency): Margins => {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0))
  const columns = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  return { rows, columns, total: rows.reduce((sum, row) => sum + row, 0) }
}

/** Without the rows and columns that nobody stands in: they say nothing and would divide by nothing. */
export const withoutEmpty = (table: Contingency): Contingency => {
  const { rows, columns } = marginsOf(table)
  return table
    .filter((_, row) => (rows[row] ?? 0) > 0)
    .map((row) => row.filter((_, column) => (columns[column] ?? 0) > 0))
}
