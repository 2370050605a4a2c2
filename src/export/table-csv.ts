import type { Figure, Table } from '../tabulation/table.ts'
import { csvCell, type CsvSafety, rawCsvCell } from './csv-cell.ts'
import { figureColumns, rowHeads } from './row-figures.ts'

/**
 * A table as CSV (RFC 4180, lines end in CRLF): a header, then a line for each row and nothing else, so that it reads
 * straight into a spreadsheet or R. Title, notes and response rate are in the other formats.
 *
 * @example 'Item,Yes,No,Not sure,Non-response,Base\r\nAnalysing data,4,4,5,8,21\r\n'
 */
export const tableCsv = (table: Table<Figure>, safety: CsvSafety = 'safe'): string => {
  const text = safety === 'safe' ? csvCell : rawCsvCell
  const heads = rowHeads(table)
  const figures = figureColumns(table)
  const lines = [
    [...heads, ...figures].map(({ label }) => text(label)),
    ...table.rows.map((row) => [...heads.map(({ of }) => text(of(row))), ...figures.map(({ of }) => String(of(row)))]),
  ]
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('')
}
