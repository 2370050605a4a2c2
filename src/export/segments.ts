import { besideAnswers, figureOf } from '../tabulation/figures.ts'
import { plainly } from '../tabulation/shows.ts'
import type { Figure, Table, TableRow } from '../tabulation/table.ts'

/**
 * What a part of a bar is: an answer, by its place among the answers from 0; no answer; not asked; or hidden to protect
 * people, all hidden parts of a row together.
 */
export type SegmentKind =
  | { readonly kind: 'answer'; readonly place: number }
  | { readonly kind: 'non-response' | 'not-asked' | 'hidden' }

/** One part of a row's bar: its share of the base, from 0 to 1, and where it begins. */
export interface Segment {
  readonly id: string
  readonly label: string
  readonly is: SegmentKind
  /** As it stands in the bar: the count, or `[c]`. */
  readonly text: string
  readonly from: number
  readonly share: number
}

/** What is 100 % of a bar: its own base, or that of the largest row, so that a bar is as long as its count. */
export type BarScale = 'share' | 'count'

interface Part {
  readonly id: string
  readonly label: string
  readonly is: SegmentKind
  readonly figure: Figure
}

const hiddenPart = { id: '(hidden)', label: 'Hidden to protect people', is: { kind: 'hidden' } } as const

/** What a row is 100 % of, part by part. */
const partsOf = (table: Table<Figure>, row: TableRow<Figure>): readonly Part[] => {
  const { base } = table.shows ?? plainly
  return [
    ...table.columns.map(({ id, label }, place): Part => ({
      id,
      label,
      is: { kind: 'answer', place },
      figure: figureOf(row, id),
    })),
    ...(base === 'valid answers'
      ? []
      : [
          {
            id: besideAnswers.nonResponse,
            label: 'Non-response',
            is: { kind: 'non-response' },
            figure: row.nonResponse,
          } as const,
        ]),
    ...(base === 'all returned'
      ? [
          { id: besideAnswers.notAsked, label: 'Not asked', is: { kind: 'not-asked' }, figure: row.notAsked } as const,
          {
            id: besideAnswers.notInVersion,
            label: 'Not in version',
            is: { kind: 'not-asked' },
            figure: row.notInVersion,
          } as const,
        ]
      : []),
  ]
}

/**
 * The bar of a row: its answers, then what is no answer, side by side, together what is 100 %. What is hidden stands last
 * as one part, as large as the shown figures leave; where they do not say how large that is, it is the whole bar.
 */
export const segmentsOf = (table: Table<Figure>, row: TableRow<Figure>): readonly Segment[] => {
  const parts = partsOf(table, row)
  const known = parts.flatMap(({ figure }) => (figure === 'c' ? [] : [figure])).reduce((sum, count) => sum + count, 0)
  const isHidden = parts.some(({ figure }) => figure === 'c')
  const isWhole = (table.shows ?? plainly).base === 'all returned' && row.base !== 'c'
  if (isHidden && !isWhole) return [{ ...hiddenPart, text: '[c]', from: 0, share: 1 }]
  // Rounded figures need not add up.
  const base = isHidden && row.base !== 'c' ? Math.max(row.base, known) : known
  if (base === 0) return []
  let before = 0
  const shown = parts.flatMap(({ figure, ...part }): readonly Segment[] => {
    if (figure === 'c' || figure === 0) return []
    const from = before / base
    before += figure
    return [{ ...part, text: String(figure), from, share: figure / base }]
  })
  return base > before
    ? [...shown, { ...hiddenPart, text: '[c]', from: before / base, share: (base - before) / base }]
    : shown
}

/** What the key explains: every answer, whether anybody gave it or not, and the rest where there is some. */
export const keyOf = (table: Table<Figure>): readonly Pick<Segment, 'id' | 'label' | 'is'>[] => {
  const seen = new Set(table.rows.flatMap((row) => segmentsOf(table, row).map(({ id }) => id)))
  const [row] = table.rows
  const rest = row === undefined ? [] : partsOf(table, row).filter(({ is }) => is.kind !== 'answer')
  return [
    ...table.columns.map(({ id, label }, place) => ({ id, label, is: { kind: 'answer', place } as const })),
    ...rest.map(({ id, label, is }) => ({ id, label, is })),
    hiddenPart,
  ].filter(({ id, is }) => is.kind === 'answer' || seen.has(id))
}

/** What a bar is all of, in words. */
export const chartBase = (table: Table<Figure>, scale: BarScale = 'share'): string => {
  const unit = table.base.name === 'entries' ? 'entries' : 'returns'
  if (scale === 'count') return `Number of ${unit}, base ${table.base.count}`
  const base = table.shows?.base ?? 'all returned'
  if (base !== 'all returned') return `Share of ${base}. ${table.base.count} ${unit} are counted`
  return table.by === undefined
    ? `Share of ${unit}, base ${table.base.count}`
    : `Share of the ${unit} of each group, base ${table.base.count} in all`
}
