import type { Figure, Table, TableRow } from '../tabulation/table.ts'
import { escapeHtml } from './escape-html.ts'
import { rowName, tableTitle } from './row-figures.ts'
import { type BarScale, chartBase, keyOf, type Segment, type SegmentKind, segmentsOf } from './segments.ts'
import { wrapWords } from './wrap-words.ts'

/** A chart as a picture: SVG that stands alone, and how large it is in pixels. */
export interface ChartPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const width = 960
const labels = 320
const room = width - labels - 24
const bar = 26
const line = 20
const colours = ['#1f4e5f', '#b5541c', '#5b3f8c', '#0f7a5a', '#8a6d00', '#a0306b']

const fill = (is: SegmentKind): string => {
  switch (is.kind) {
    case 'answer':
      return colours[is.place % colours.length] ?? '#000000'
    case 'non-response':
      return 'url(#lines)'
    case 'hidden':
      return 'url(#dots)'
    case 'not-asked':
      return '#f5f6f4'
    default:
      return is satisfies never
  }
}

/**
 * A table as stacked bars, to stand in a report: title with the base, key, a bar for each row with its figures in it and
 * what is no answer hatched at the end. The figures are those that the table shows; what it hides is hidden here.
 */
export const chartSvg = (table: Table<Figure>, scale: BarScale): ChartPicture => {
  const title = wrapWords(tableTitle(table), 84)
  const base = chartBase(table, scale)
  const key = keyLines(table)
  const top = 24 + title.length * 26 + 28 + key.rows * 26 + 12
  const largest = Math.max(1, ...table.rows.map((row) => (row.base === 'c' ? 0 : row.base)))
  let y = top
  let within: string | undefined
  const rows = table.rows.map((row) => {
    const isNew = row.within !== undefined && row.within !== within
    within = row.within
    const head = isNew ? wrapWords(rowName({ ...row, label: row.within ?? '' }), 90) : []
    const start = y + (isNew ? 8 : 0)
    const name = wrapWords(row.within === undefined ? rowName(row) : row.label, 38)
    const at = start + head.length * line
    y = at + Math.max(bar, name.length * line) + 10
    const long = scale === 'share' || row.base === 'c' ? 1 : row.base / largest
    return `${texts(head, 12, start + 15, ' font-weight="700"')}${texts(name, 12, at + 15)}${segmentsOf(table, row)
      .map((segment) => drawn(segment, at, long))
      .join('')}${outline(row, at, long)}`
  })
  const height = y + 14
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Arial, Helvetica, sans-serif" font-size="15" fill="#1a1c1e" role="img"><title>${escapeHtml(`${tableTitle(table)}. ${base}.`)}</title><defs><pattern id="lines" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffffff"/><rect width="2" height="7" fill="#6f757b"/></pattern><pattern id="dots" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#ffffff"/><circle cx="2" cy="2" r="1.5"/><circle cx="6" cy="6" r="1.5"/></pattern></defs><rect width="${width}" height="${height}" fill="#ffffff"/>${texts(
    title,
    12,
    30,
    ' font-size="19" font-weight="700"',
    26,
  )}${texts([base], 12, 24 + title.length * 26 + 18, ' fill="#4a4f55"')}${key.drawn(24 + title.length * 26 + 34)}${rows.join('')}</svg>`
  return { svg, width, height }
}

const texts = (lines: readonly string[], x: number, y: number, more = '', step = line): string =>
  lines.map((words, at) => `<text x="${x}" y="${y + at * step}"${more}>${escapeHtml(words)}</text>`).join('')

/** The least width of a figure's place in a bar: 9 a character and a little beside. */
const widthOf = (text: string): number => 9 * text.length + 8

const drawn = ({ is, from, share, text }: Segment, y: number, long: number): string => {
  const x = labels + from * long * room
  const wide = share * long * room
  const middle = x + wide / 2
  const isTold = wide >= widthOf(text)
  const plate =
    isTold && is.kind !== 'answer'
      ? `<rect x="${middle - widthOf(text) / 2}" y="${y + 4}" width="${widthOf(text)}" height="${bar - 8}" fill="#ffffff"/>`
      : ''
  const figure = isTold
    ? `<text x="${middle}" y="${y + 18}" text-anchor="middle" font-weight="700"${is.kind === 'answer' ? ' fill="#ffffff"' : ''}>${escapeHtml(text)}</text>`
    : ''
  return `<rect x="${x}" y="${y}" width="${wide}" height="${bar}" fill="${fill(is)}" stroke="#ffffff"/>${plate}${figure}`
}

const outline = (row: TableRow<Figure>, y: number, long: number): string =>
  row.base === 0
    ? ''
    : `<rect x="${labels}" y="${y}" width="${long * room}" height="${bar}" fill="none" stroke="#1a1c1e"/>`

const keyLines = (table: Table<Figure>) => {
  let x = 12
  let row = 0
  const placed = keyOf(table).map(({ label, is }) => {
    const words = wrapWords(label, 60)[0] ?? ''
    const wide = 34 + 8.2 * words.length
    if (x > 12 && x + wide > width - 12) {
      x = 12
      row += 1
    }
    const at = { x, row, words, is }
    x += wide + 14
    return at
  })
  return {
    rows: row + 1,
    drawn: (y: number): string =>
      placed
        .map(
          (part) =>
            `<rect x="${part.x}" y="${y + part.row * 26}" width="18" height="18" fill="${fill(part.is)}" stroke="#1a1c1e"/>${texts([part.words], part.x + 26, y + part.row * 26 + 14)}`,
        )
        .join(''),
  }
}
