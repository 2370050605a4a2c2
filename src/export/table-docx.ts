import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableRow as WordRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Figure, Table } from '../tabulation/table.ts'
import { returnedLine } from './returned-line.ts'
import { figureColumns, linesUnder, rowHeads, tableTitle } from './row-figures.ts'

/** A4 in twentieths of a point, and its margins of 18 mm. */
const page = { width: 11906, height: 16838, margin: 1020 }

/** More columns than this do not stand upright. */
const mostUpright = 8

/**
 * Tables as one Word document, laid out as in the appendix of a report: a title above each table, rules instead of boxes, a
 * head that is repeated on the next page, rows that are not split, and the response line and notes below.
 */
export const tablesDocx = (tables: readonly Table<Figure>[]): Promise<ArrayBuffer> =>
  Packer.toArrayBuffer(
    new Document({
      title: tables[0]?.survey ?? 'Tables',
      creator: 'Proforma',
      styles: {
        default: {
          document: { run: { font: 'Arial', size: 21 } },
          heading1: {
            run: { font: 'Arial', size: 32, bold: true, color: '000000' },
            paragraph: { spacing: { after: 240 } },
          },
          heading2: {
            run: { font: 'Arial', size: 24, bold: true, color: '000000' },
            paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
          },
        },
      },
      sections: tables.map((table, at) => section(table, at)),
    }),
  )

const section = (table: Table<Figure>, at: number): ISectionOptions => {
  const columns = rowHeads(table).length + figureColumns(table).length
  const orientation = columns > mostUpright ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const wide = (orientation === PageOrientation.LANDSCAPE ? page.height : page.width) - 2 * page.margin
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height, orientation },
        margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
      },
    },
    children: [
      ...(at === 0 ? [new Paragraph({ text: table.survey, heading: HeadingLevel.HEADING_1 })] : []),
      new Paragraph({ text: `Table ${at + 1}: ${tableTitle(table)}`, heading: HeadingLevel.HEADING_2 }),
      wordTable(table, wide),
      ...[returnedLine(table), ...linesUnder(table)].map(
        (line, index) =>
          new Paragraph({
            spacing: { before: index === 0 ? 120 : 40 },
            children: [new TextRun({ text: line, size: 18 })],
          }),
      ),
    ],
  }
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** The narrowest column, in twentieths of a point, and the size of its words in halves of one: smaller in a wide table. */
const roomy = { least: 1120, size: 21 }
const dense = { least: 980, size: 16 }

/** More columns than this are set dense. */
const mostRoomy = 11

const wordTable = (table: Table<Figure>, wide: number): WordTable => {
  const heads = rowHeads(table)
  const figures = figureColumns(table)
  const { least, size } = heads.length + figures.length > mostRoomy ? dense : roomy
  // Words take about four times the room of a figure, and “response” must fit above one.
  const part = Math.max(least, Math.floor(wide / (4 * heads.length + figures.length)))
  const words = Math.max(least, Math.floor((wide - part * figures.length) / heads.length))
  const widths = [...heads.map(() => words), ...figures.map(() => part)]
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? part, type: WidthType.DXA },
      verticalAlign: isHead ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
      borders: { top: isHead ? rule(12) : none, bottom: rule(isHead ? 8 : 2), left: none, right: none },
      margins: { top: 60, bottom: 60, left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: column < heads.length ? AlignmentType.LEFT : AlignmentType.RIGHT,
          children: [new TextRun({ text, bold: isHead, size })],
        }),
      ],
    })
  const row = (cells: readonly (string | number)[], isHead: boolean): WordRow =>
    new WordRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, column) => cell(String(text), column, isHead)),
    })
  return new WordTable({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      row(
        [...heads, ...figures].map(({ label }) => label),
        true,
      ),
      ...table.rows.map((one) => row([...heads.map(({ of }) => of(one)), ...figures.map(({ of }) => of(one))], false)),
    ],
  })
}
