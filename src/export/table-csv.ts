import type { Table } from '../tabulation/table.ts'
import { csvCell } from './csv-cell.ts'
import { figureColumns, rowName } from './row-figures.ts'

/**
 * A table as CSV (RFC 4180, lines end in CRLF): a header, then a line for each row and nothing else, so that it reads
 * straight into a spreadsheet or R. Title, notes and response rate are in the other formats.
 *
 * @example 'Item,Yes,No,Not sure,Non-response,Base\r\nAnalysing data,4,4,5,8,21\r\n'
 */
export const tableCsv = (table: Table): string => {
  const figures = figureColumns(table)
  const lines = [
    ['Item', ...figures.map(({ label }) => label)].map(csvCell),
    ...table.rows.map((row) => [csvCell(rowName(row)), ...figures.map(({ of }) => String(of(row)))]),
  ]
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('')
}
