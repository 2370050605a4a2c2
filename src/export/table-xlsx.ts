import { strToU8, zipSync } from 'fflate'
import type { Figure, Table } from '../tabulation/table.ts'
import { returnedLine } from './returned-line.ts'
import { figureColumns, linesUnder, rowHeads, tableTitle } from './row-figures.ts'
import { main, relations, type Sheet, sheetXml, stylesXml, tableXml, xmlHead } from './xlsx-sheet.ts'

/**
 * Tables as one Excel workbook: cover, contents, notes, then a sheet for each table, with no merged cells.
 * Source: Government Analysis Function, "Releasing statistics in spreadsheets".
 */
export const tablesXlsx = (tables: readonly Table<Figure>[]): Uint8Array<ArrayBuffer> => {
  const sheets = [cover(tables), contents(tables), notes(tables), ...tables.map(tableSheet)]
  const marked = new Map(sheets.filter(({ head }) => head !== null).map((sheet, at) => [sheet, at + 1]))
  const files: { [path: string]: Uint8Array } = {}
  const add = (path: string, xml: string): void => void (files[path] = strToU8(xml))
  add('[Content_Types].xml', contentTypes(sheets.length, marked.size))
  add('_rels/.rels', links([['officeDocument', 'xl/workbook.xml']]))
  add('xl/workbook.xml', workbook(sheets))
  add(
    'xl/_rels/workbook.xml.rels',
    links([
      ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'] as const,
    ]),
  )
  add('xl/styles.xml', stylesXml)
  for (const [at, sheet] of sheets.entries()) {
    add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))
    const number = marked.get(sheet)
    if (number === undefined) continue
    add(`xl/tables/table${number}.xml`, tableXml(sheet, number))
    add(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, links([['table', `../tables/table${number}.xml`]]))
  }
  return zipSync(files)
}

const cover = (tables: readonly Table<Figure>[]): Sheet => ({
  name: 'Cover',
  head: null,
  headings: [0],
  lines: [
    [tables[0]?.survey ?? 'Tables'],
    [`This workbook has ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}, each on a sheet of its own.`],
    ...[...new Set(tables.map(returnedLine))].map((line) => [line]),
    ['Notes and symbols stand on the sheet Notes.'],
  ],
})

const contents = (tables: readonly Table<Figure>[]): Sheet => ({
  name: 'Contents',
  head: 1,
  headings: [0, 1],
  lines: [['Contents'], ['Sheet', 'Table'], ...tables.map((table, at) => [`Table_${at + 1}`, tableTitle(table)])],
})

const symbols = [
  ['[c]', 'Hidden to protect people'],
  ['[z]', 'Does not apply: there is nobody to count'],
  ['*', 'Sorted into themes from open-ended answers'],
] as const

const notes = (tables: readonly Table<Figure>[]): Sheet => ({
  name: 'Notes',
  head: 1,
  headings: [0, 1],
  lines: [
    ['Notes and symbols'],
    ['Stands in', 'Note'],
    ...symbols.map(([symbol, words]) => ['All tables', `${symbol}: ${words}`]),
    ...tables.flatMap((table, at) => linesUnder(table).map((note) => [`Table_${at + 1}`, note])),
  ],
})

const tableSheet = (table: Table<Figure>, at: number): Sheet => {
  const heads = rowHeads(table)
  const figures = figureColumns(table)
  const above = [
    `Table ${at + 1}: ${tableTitle(table)}`,
    'This sheet has one table. Symbols and notes stand on the sheet Notes.',
    returnedLine(table),
  ]
  return {
    name: `Table_${at + 1}`,
    head: above.length,
    headings: [0, above.length],
    lines: [
      ...above.map((line) => [line]),
      unlike([...heads, ...figures].map(({ label }) => label)),
      ...table.rows.map((row) => [...heads.map(({ of }) => of(row)), ...figures.map(({ of }) => of(row))]),
    ],
  }
}

/** Columns of a marked table must differ in their names, whatever their capitals. */
const unlike = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`
    taken.add(free.toLowerCase())
    return free
  })
}

const links = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const workbook = (sheets: readonly Sheet[]): string =>
  `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`

const part = (path: string, type: string): string =>
  `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`

const contentTypes = (sheets: number, marked: number): string => {
  const numbered = (count: number, path: string, type: string): string =>
    Array.from({ length: count }, (_, at) => part(`${path}${at + 1}.xml`, type)).join('')
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${numbered(sheets, 'worksheets/sheet', 'worksheet')}${numbered(marked, 'tables/table', 'table')}</Types>`
}
