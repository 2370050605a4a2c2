export interface CsvLine {
  /** Of the first of its lines, where a cell holds several; 1 being the first. */
  readonly line: number
  readonly cells: readonly string[]
}

export type ReadCsv =
  | { readonly ok: true; readonly lines: readonly CsvLine[] }
  | { readonly ok: false; readonly reason: string }

/**
 * Reads CSV (RFC 4180) as spreadsheets save it: cells parted by commas, or by semicolons or tabs where the first line
 * has those, in any line ends, with or without a byte order mark. Empty lines are passed over.
 *
 * @example readCsv('a,b\r\n"x, ""y""",2\r\n') // { ok: true, lines: [{ line: 1, cells: ['a', 'b'] }, …] }
 */
export const readCsv = (text: string): ReadCsv => {
  const source = text.replace(/^\uFEFF/, '')
  const parting = partingOf(source)
  const lines: CsvLine[] = []
  let cells: string[] = []
  let line = 1
  let start = 1
  let at = 0

  const endLine = (): void => {
    if (cells.some((cell) => cell !== '')) lines.push({ line: start, cells })
    cells = []
  }

  while (at <= source.length) {
    const quoted = source[at] === '"'
    const end = quoted ? closingQuote(source, at) : endOfCell(source, at, parting)
    if (end === null) return { ok: false, reason: `line ${line}: a quotation mark opens here and never closes` }
    cells.push(quoted ? source.slice(at + 1, end).replaceAll('""', '"') : source.slice(at, end))
    line += source.slice(at, end).match(/\r\n|\r|\n/g)?.length ?? 0
    at = quoted ? end + 1 : end
    const next = source[at]
    if (next === parting) {
      at += 1
      continue
    }
    if (next !== undefined && next !== '\r' && next !== '\n')
      return { ok: false, reason: `line ${line}: something stands behind a closing quotation mark` }
    endLine()
    at += next === '\r' && source[at + 1] === '\n' ? 2 : 1
    line += 1
    start = line
  }
  return { ok: true, lines }
}

const partingOf = (source: string): string => {
  const first = /^[^\r\n]*/.exec(source)?.[0] ?? ''
  return [',', ';', '\t'].find((sign) => first.includes(sign)) ?? ','
}

const closingQuote = (source: string, from: number): number | null => {
  let at = source.indexOf('"', from + 1)
  while (at >= 0 && source[at + 1] === '"') at = source.indexOf('"', at + 2)
  return at < 0 ? null : at
}

const endOfCell = (source: string, from: number, parting: string): number => {
  let at = from
  while (at < source.length && source[at] !== parting && source[at] !== '\r' && source[at] !== '\n') at += 1
  return at
}
