import type { Figure, Shows, TableRow } from './table.ts'

/** Counts alone, over all that returned. */
export const plainly: Shows = { percent: false, base: 'all returned', apart: false }

/** Under this many, a share says more than the figures can bear: percentages are off unless somebody asks. */
export const leastForPercent = 50

/** What is 100 % of a row. Hidden where a part of it is. */
export const baseOf = (row: TableRow<Figure>, base: Shows['base']): Figure => {
  switch (base) {
    case 'all returned':
      return row.base
    case 'all asked':
      return less(row.base, [row.notAsked, row.notInVersion])
    case 'valid answers':
      return less(row.base, [row.notAsked, row.notInVersion, row.nonResponse])
    default:
      return base satisfies never
  }
}

const less = (from: Figure, parts: readonly Figure[]): Figure =>
  parts.reduce<Figure>((left, part) => (left === 'c' || part === 'c' ? 'c' : left - part), from)
