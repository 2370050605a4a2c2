import type { RowSummary, Figure, Table, TableRow } from '../tabulation/table.ts'
import type { FigureColumn } from './row-figures.ts'

/**
 * What the numbers of each row come to: none where no item is answered with numbers, dates or steps of a scale. To two
 * decimals; dates as 2026-11-23. `[c]` where it is hidden to protect people, `[z]` where nobody gave a number.
 */
export const summaryColumns = (table: Table<Figure>): readonly FigureColumn[] => {
  const { summaries } = table
  if (summaries === undefined) return []
  const summaryOf = (row: TableRow<Figure>): RowSummary | undefined =>
    summaries.find(({ item, within }) => item === row.item && within === row.within)
  return told.map(({ label, part }) => ({
    label,
    of: (row) => {
      const summary = summaryOf(row)
      return summary === undefined ? '[c]' : inFigures(summary[part], summary.of)
    },
  }))
}

const told = [
  { label: 'Mean', part: 'mean' },
  { label: 'Lower quartile', part: 'lowerQuartile' },
  { label: 'Median', part: 'median' },
  { label: 'Upper quartile', part: 'upperQuartile' },
] as const

const dayLength = 86_400_000

const inFigures = (figure: number | null, of: RowSummary['of']): number | string => {
  if (figure === null) return '[z]'
  return of === 'days'
    ? new Date(Math.round(figure) * dayLength).toISOString().slice(0, 10)
    : Math.round(figure * 100) / 100
}
