import { isWritingLine } from './instructions.ts'
import { splitAnswers } from './answers-in-line.ts'
import { takeMarker, type PastedLine } from './lines.ts'
import { propose } from './propose.ts'
import type { PassedOver, Pasted, Proposed } from './proposed.ts'

interface Row {
  readonly line: PastedLine
  readonly cells: readonly string[]
}

const orderOnly = /^(?:q?\s?\d{1,3}[.):]?|\(?[a-z][.)]|[•·▪–-])?$/i
const mark = /^[xX✓✔☐☑□○]?$/

/** Whether text came out of a spreadsheet or a table: most of its lines have words in two cells or more. */
export const isTable = (lines: readonly PastedLine[]): boolean => {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const wide = filled.filter(({ cells }) => cellsOf(cells).filter((cell) => cell !== '').length > 1)
  return (
    filled.length > 0 &&
    (wide.length * 2 >= filled.length || asGrid(filled.map((line) => ({ line, cells: cellsOf(line.cells) }))) !== null)
  )
}

/** The cells without those in front that only count: `1.`, `Q2`, a bullet, also where a tab sets it in. */
const cellsOf = (cells: readonly string[]): readonly string[] => {
  const filled = cells.findIndex((cell) => cell !== '')
  const counts = cells.length > 1 && filled >= 0 && orderOnly.test(cells[filled] ?? '')
  return counts ? cells.slice(filled + 1) : cells
}

const withWords = (cells: readonly string[]): readonly string[] =>
  cells.filter((cell) => !mark.test(cell) && !isWritingLine(cell))

/** The questions of a table: a grid with its answers along the top, or a question a line with its answers beside it. */
export const readTable = (lines: readonly PastedLine[]): Pasted => {
  const rows = lines
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((line): Row => ({ line, cells: cellsOf(line.cells) }))
  const grid = asGrid(rows)
  if (grid !== null) return { questions: [grid], passedOver: [] }
  const [head, ...body] = rows
  const isHead = head !== undefined && body.length > 0 && headWords(head)
  const passedOver: readonly PassedOver[] = isHead
    ? [{ words: head.cells.join(', '), reason: 'It names the columns.', lines: span(head.line) }]
    : []
  return { questions: (isHead ? body : rows).map(questionOfRow), passedOver }
}

const span = (line: PastedLine): readonly [number, number] => [line.number, line.last]

const headWords = ({ cells }: Row): boolean => /^(?:question|item|wording|text|title)s?$/i.test(cells[0] ?? '')

const questionOfRow = ({ line, cells }: Row): Proposed => {
  const [first = '', ...rest] = cells
  const beside = withWords(rest)
  const answers = beside.length === 1 ? splitAnswers(beside[0] ?? '') : []
  const list = answers.length > 0 ? answers : beside.length > 1 ? beside : []
  const inner = (words: string): PastedLine => ({ ...line, words, marker: 'bullet', cells: [words] })
  const words = takeMarker(first).words
  return propose({
    line: { ...line, words, cells: [words] },
    under: list.map(inner),
    hint: list.length === 0 ? beside.join(' ') : '',
    instruction: null,
    writingLines: 0,
    last: line.last,
  })
}

/** Answers along the top and items down the side, with boxes or nothing between them; or the same answers in each row. */
const asGrid = (rows: readonly Row[]): Proposed | null => {
  const start = rows.findIndex(({ cells }) => withWords(cells.slice(1)).length > 1)
  const head = rows[start]
  if (head === undefined) return null
  const items = rows.slice(start + 1)
  const columns = withWords(head.cells.slice(1))
  const title = start === 1 ? (rows[0]?.cells[0] ?? '') : start === 0 ? '' : null
  const last = rows.at(-1)?.line.last ?? head.line.last
  if (title === null) return null
  const shared = { kind: 'grid', columns, lines: [rows[0]?.line.number ?? 1, last] as const } as const
  const wordsOf = ({ cells }: Row): string => takeMarker(cells[0] ?? '').words
  const same = rows.slice(start).every(({ cells }) => withWords(cells.slice(1)).join('\t') === columns.join('\t'))
  if (same && items.length > 0 && (head.cells[0] ?? '') !== '')
    return {
      ...shared,
      wording: title === '' ? fallback : title,
      rows: rows.slice(start).map(wordsOf),
      why: 'Read as a grid because each line has the same answers beside it.',
    }
  const bare =
    items.length > 0 && items.every(({ cells }) => (cells[0] ?? '') !== '' && withWords(cells.slice(1)).length === 0)
  if (!bare || headWords(head)) return null
  return {
    ...shared,
    wording: [title, head.cells[0] ?? ''].find((words) => words !== '') ?? fallback,
    rows: items.map(wordsOf),
    why: 'Read as a grid because the first line holds answers and each line under it an item.',
  }
}

const fallback = 'Give one answer for each line'
