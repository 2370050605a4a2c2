import { type Contingency, marginsOf } from './contingency.ts'
import { chiSquareTail } from './distributions.ts'

export interface ChiSquare {
  readonly statistic: number
  /** Degrees of freedom. */
  readonly df: number
  readonly p: number
  /** The smallest count that would be expected if the groups did not differ: under 5, the p-value is not to be trusted. */
  readonly leastExpected: number
  /** Cramér's V, from 0 (no association) to 1. */
  readonly cramersV: number
  /** How far each cell is from what is expected, in standard errors. */
  readonly adjustedResiduals: readonly (readonly number[])[]
}

/**
 * Pearson's chi-square test of independence, without a continuity correction, of a table of at least 2 x 2 without an
 * empty row or column. Null for anything smaller.
 * Source: A. Agresti, Categorical Data Analysis, 3rd ed. (2013), 3.2.1 and 3.3.1; H. Cramér (1946) for V.
 */
export const chiSquare = (table: Contingency): ChiSquare | null => {
  const { rows, columns, total } = marginsOf(table)
  if (rows.length < 2 || columns.length < 2 || rows.includes(0) || columns.includes(0)) return null
  const expected = rows.map((row) => columns.map((column) => (row * column) / total))
  const gaps = table.map((row, at) => row.map((count, column) => count - (expected[at]?.[column] ?? 0)))
  const sum = gaps
    .flatMap((row, at) => row.map((gap, column) => (gap * gap) / (expected[at]?.[column] ?? 1)))
    .reduce((all, part) => all + part, 0)
  const df = (rows.length - 1) * (columns.length - 1)
  return {
    statistic: sum,
    df,
    p: chiSquareTail(sum, df),
    leastExpected: Math.min(...expected.flat()),
    cramersV: Math.sqrt(sum / (total * Math.min(rows.length - 1, columns.length - 1))),
    adjustedResiduals: gaps.map((row, at) =>
      row.map((gap, column) => {
        const left = 1 - (rows[at] ?? 0) / total
        const beside = 1 - (columns[column] ?? 0) / total
        return gap / Math.sqrt((expected[at]?.[column] ?? 1) * left * beside)
      }),
    ),
  }
}
