import { escapeHtml } from './escape-html.ts'

/** A worksheet: lines of cells from A1 on. No cells are merged and none is empty within a line. */
export interface Sheet {
  readonly name: string
  readonly lines: readonly (readonly (string | number)[])[]
  /** Which lines are headings, from 0: drawn bold. */
  readonly headings: readonly number[]
  /** Where the table stands that is marked as one: its head line, from 0. It goes on to the last line. */
  readonly head: number | null
}

/** Text as it may stand in XML: without the control characters that XML has no way to write. */
const xmlText = (text: string): string => escapeHtml(text.replaceAll(/[^\P{Cc}\n\t]/gu, ''))

/** The name of a column from its number, from 0: A, Z, AA. */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const styles = { plain: 0, heading: 1, wrapped: 2 } as const

const cell = (value: string | number, at: string, style: number): string =>
  typeof value === 'number'
    ? `<c r="${at}" s="${style}"><v>${value}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`

const widest = 60

/** In characters: as wide as its longest text in the table, or a reading width on a sheet of words. */
const widths = ({ lines, head }: Sheet): readonly number[] => {
  const counted = head === null ? lines : lines.slice(head)
  const columns = Math.max(1, ...lines.map((line) => line.length))
  return Array.from({ length: columns }, (_, column) =>
    Math.min(widest, Math.max(10, ...counted.map((line) => String(line[column] ?? '').length + 3))),
  )
}

/** A sheet as SpreadsheetML (ECMA-376). The head of a table is frozen, and the table is marked as one. */
export const sheetXml = (sheet: Sheet): string => {
  const { lines, headings, head } = sheet
  const rows = lines.map((line, row) => {
    const isHeading = headings.includes(row)
    const style = isHeading ? styles.heading : head !== null && row < head ? styles.plain : styles.wrapped
    const cells = line.map((value, column) => cell(value, `${columnName(column)}${row + 1}`, style))
    return `<row r="${row + 1}">${cells.join('')}</row>`
  })
  const frozen =
    head === null
      ? ''
      : `<pane xSplit="1" ySplit="${head + 1}" topLeftCell="B${head + 2}" activePane="bottomRight" state="frozen"/>`
  const cols = widths(sheet).map(
    (width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>${
    head === null ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
  }</worksheet>`
}

/** The part that marks a table: its columns must be named as its head cells are. */
export const tableXml = ({ lines, head }: Sheet, number: number): string => {
  const names = (head === null ? [] : (lines[head] ?? [])).map(String)
  const ref = `A${(head ?? 0) + 1}:${columnName(Math.max(0, names.length - 1))}${lines.length}`
  const columns = names.map((name, at) => `<tableColumn id="${at + 1}" name="${xmlText(name)}"/>`)
  return `${xmlHead}<table xmlns="${main}" id="${number}" name="Table_${number}" displayName="Table_${number}" ref="${ref}"><tableColumns count="${names.length}">${columns.join('')}</tableColumns></table>`
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const stylesXml = `${xmlHead}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="12"/><name val="Arial"/></font><font><b/><sz val="12"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="0" vertical="top"/></xf><xf fontId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`
