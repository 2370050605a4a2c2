import type { Figure, Table } from '../tabulation/table.ts'
import { figureColumns, linesUnder, rowName, tableTitle } from './row-figures.ts'
import { returnedLine } from './returned-line.ts'
import { wrapWords } from './wrap-words.ts'

/** How wide a table in plain text may be, in characters: a terminal's 80, and more only where the figures need it. */
const width = 80

/** The narrowest that a row's name is set, however many figures stand beside it. */
const narrowest = 24

/**
 * A table as plain text: title, figures in columns, then base and notes. Long names go on to the next line, their
 * figures stand on the last.
 */
export const tableText = (table: Table<Figure>): string => {
  const figures = figureColumns(table)
  const widths = figures.map(({ label, of }) => Math.max(label.length, ...table.rows.map((row) => `${of(row)}`.length)))
  const taken = widths.reduce((sum, each) => sum + each + 2, 0)
  const longest = Math.max(...table.rows.map((row) => rowName(row).length), (table.by ?? 'Item').length)
  const nameWidth = Math.min(longest, Math.max(narrowest, width - taken))
  const inColumns = (cells: readonly string[]): string =>
    cells.map((cell, index) => `  ${cell.padStart(widths[index] ?? 0)}`).join('')
  const lines = [
    ...wrapWords(tableTitle(table), width),
    '',
    (table.by ?? 'Item').padEnd(nameWidth) + inColumns(figures.map(({ label }) => label)),
    '-'.repeat(nameWidth + taken),
    ...table.rows.flatMap((row, at) => {
      const { within } = row
      const item =
        within !== undefined && within !== table.rows[at - 1]?.within ? ['', ...wrapWords(within, width)] : []
      const name = wrapWords(rowName(row), nameWidth)
      const last = (name.at(-1) ?? '').padEnd(nameWidth)
      return [...item, ...name.slice(0, -1), last + inColumns(figures.map(({ of }) => String(of(row))))]
    }),
    '',
    ...wrapWords(returnedLine(table), width),
    ...linesUnder(table).flatMap((note) => wrapWords(note, width)),
  ]
  return `${lines.join('\n')}\n`
}
