import { besideAnswers, figureOf } from '../tabulation/figures.ts'
import { summaryColumns } from './summary-columns.ts'
import { baseOf, plainly } from '../tabulation/shows.ts'
import type { Figure, Shows, Table, TableRow } from '../tabulation/table.ts'

/** A column of figures as every format shows it: the answers, then what is no answer, then the base. */
export interface FigureColumn {
  readonly label: string
  readonly of: (row: TableRow<Figure>) => number | string
}

/**
 * Symbols in place of a number: `[c]` hidden to protect people, `[z]` does not apply.
 * Source: Government Analysis Function, "Symbols in tables: definitions and help".
 */
export type Symbol = '[c]' | '[z]'

/**
 * The figures of a table, in order, then what the numbers of its rows come to. Not asked and Not in version stand only
 * where some row has them.
 */
export const figureColumns = (table: Table<Figure>): readonly FigureColumn[] => {
  const shows = table.shows ?? plainly
  const counts = [
    ...table.columns,
    ...(shows.apart ? partsOfNonResponse : [{ id: besideAnswers.nonResponse, label: 'Non-response' }]),
    ...outside.filter(({ id }) => table.rows.some((row) => figureOf(row, id) !== 0)),
  ]
  const weighted = weightedFigures(table)
  const inBase = new Set([...table.columns, ...(shows.base === 'valid answers' ? [] : counts)].map(({ id }) => id))
  const shares = counts.filter(
    ({ id }) => inBase.has(id) && (shows.base === 'all returned' || !outside.some((one) => one.id === id)),
  )
  return [
    ...counts.map(({ id, label }) => ({ label, of: (row: TableRow<Figure>) => symbol(countOf(row, id)) })),
    ...(shows.percent
      ? shares.map(({ id, label }) => ({
          label: `${label} %`,
          of: (row: TableRow<Figure>) => percent(countOf(row, id), baseOf(row, shows.base)),
        }))
      : []),
    ...(weighted === null
      ? []
      : shares
          .filter(({ id }) => !partsOfNonResponse.some((part) => part.id === id))
          .map(({ id, label }) => ({
            label: `${label}, weighted %`,
            of: (row: TableRow<Figure>) => weightedPercent(weighted(row), id, shows.base),
          }))),
    {
      label: baseLabel(table, shows.base),
      of: (row) => symbol(baseOf(row, shows.base)),
    },
    ...summaryColumns(table),
  ]
}

const baseLabel = ({ weighted }: Table<Figure>, base: Shows['base']): string => {
  const name = base === 'all returned' ? 'Base' : `Base: ${base}`
  return weighted === undefined ? name : `${name}, unweighted`
}

type Sums = { readonly [id: string]: number }

/** The sums of weights of a row; null where they are hidden. Null altogether where nothing is weighted. */
const weightedFigures = ({ weighted }: Table<Figure>): ((row: TableRow<Figure>) => Sums | null) | null => {
  if (weighted === undefined) return null
  const byName = new Map(weighted.rows.map(({ item, within, figures }) => [`${within ?? ''} ${item}`, figures]))
  return ({ item, within }) => byName.get(`${within ?? ''} ${item}`) ?? null
}

const weightedPercent = (sums: Sums | null, id: string, base: Shows['base']): number | Symbol => {
  if (sums === null) return '[c]'
  const sum = (part: string): number => (Object.hasOwn(sums, part) ? (sums[part] ?? 0) : 0)
  const outsideBase: readonly string[] =
    base === 'all returned'
      ? []
      : [
          besideAnswers.notAsked,
          besideAnswers.notInVersion,
          ...(base === 'valid answers' ? [besideAnswers.nonResponse] : []),
        ]
  const all = outsideBase.reduce((left, part) => left - sum(part), sum(besideAnswers.base))
  // Sums of weights are no whole numbers: what is left of nobody may be a trace.
  return all < 1e-6 ? '[z]' : Math.round((100 * sum(id)) / all)
}

const outside = [
  { id: besideAnswers.notAsked, label: 'Not asked' },
  { id: besideAnswers.notInVersion, label: 'Not in version' },
] as const

const partsOfNonResponse = [
  { id: '(blank)', label: 'Left blank' },
  { id: '(refused)', label: 'Refused' },
  { id: '(don’t know)', label: 'Don’t know' },
] as const

const countOf = (row: TableRow<Figure>, id: string): Figure => {
  const { nonResponse, refused, dontKnow } = row
  switch (id) {
    case '(blank)':
      return nonResponse === 'c' || refused === 'c' || dontKnow === 'c' ? 'c' : nonResponse - refused - dontKnow
    case '(refused)':
      return refused
    case '(don’t know)':
      return dontKnow
    default:
      return figureOf(row, id)
  }
}

const symbol = (figure: Figure): number | Symbol => (figure === 'c' ? '[c]' : figure)

/** Whole per cent, halves up; a share of nobody does not apply. */
const percent = (part: Figure, base: Figure): number | Symbol => {
  if (base === 0) return '[z]'
  return part === 'c' || base === 'c' ? '[c]' : Math.round((100 * part) / base)
}

/** How a row is named: an item that respondents named themselves has an asterisk. */
export const rowName = ({ label, openEnded }: TableRow<Figure>): string => (openEnded ? `${label} *` : label)

/** What names a row, a column each: the item; in a table by groups the group, after the item where there are several. */
export const rowHeads = (
  table: Table<Figure>,
): readonly { readonly label: string; readonly of: (row: TableRow<Figure>) => string }[] => {
  if (table.by === undefined) return [{ label: 'Item', of: rowName }]
  const group = { label: table.by, of: ({ label }: TableRow<Figure>) => label }
  if (table.rows.every(({ within }) => within === undefined)) return [group]
  return [{ label: 'Item', of: (row) => rowName({ ...row, label: row.within ?? '' }) }, group]
}

/** What stands under a table, each a sentence: its notes, then what tests say. */
export const linesUnder = ({ notes, tests }: Table<Figure>): readonly string[] => [...notes, ...(tests ?? [])]

/** What a table is called: its question, and what it is sorted by. */
export const tableTitle = ({ title, by }: Table<Figure>): string => (by === undefined ? title : `${title}, by ${by}`)
