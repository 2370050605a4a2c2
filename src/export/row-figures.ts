import type { Table, TableRow } from '../tabulation/table.ts'

/** A column of figures as every format shows it: the answers, then what is no answer, then the base. */
export interface FigureColumn {
  readonly label: string
  readonly of: (row: TableRow) => number
}

/** The figures of a table, in order. Not asked and Not in version stand only where some row has them. */
export const figureColumns = ({ columns, rows }: Table): readonly FigureColumn[] => [
  ...columns.map(({ id, label }) => ({ label, of: ({ cells }: TableRow) => cells[id] ?? 0 })),
  { label: 'Non-response', of: (row) => row.nonResponse },
  ...(rows.some((row) => row.notAsked > 0) ? [{ label: 'Not asked', of: (row: TableRow) => row.notAsked }] : []),
  ...(rows.some((row) => row.notInVersion > 0)
    ? [{ label: 'Not in version', of: (row: TableRow) => row.notInVersion }]
    : []),
  { label: 'Base', of: (row) => row.base },
]

/** How a row is named: an item that respondents named themselves has an asterisk. */
export const rowName = ({ label, openEnded }: TableRow): string => (openEnded ? `${label} *` : label)
