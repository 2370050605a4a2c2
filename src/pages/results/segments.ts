import type { Table, TableRow } from '../../tabulation/table.ts'

/** One part of a row's bar: its share of the base, from 0 to 1, and where it begins. */
export interface Segment {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly from: number
  readonly share: number
  /** Which colour, from 0; null for what is no answer, which is hatched. */
  readonly colour: number | null
}

const parts = (table: Table, row: TableRow): readonly Omit<Segment, 'from' | 'share'>[] => [
  ...table.columns.map(({ id, label }, colour) => ({ id, label, count: row.cells[id] ?? 0, colour })),
  { id: ' non-response', label: 'Non-response', count: row.nonResponse, colour: null },
  { id: ' not-asked', label: 'Not asked', count: row.notAsked + row.notInVersion, colour: null },
]

/** The bar of a row: its answers, then what is no answer, side by side, together the whole base. */
export const segmentsOf = (table: Table, row: TableRow): readonly Segment[] => {
  let before = 0
  return parts(table, row).flatMap((part) => {
    const from = row.base === 0 ? 0 : before / row.base
    before += part.count
    return part.count === 0 ? [] : [{ ...part, from, share: part.count / row.base }]
  })
}

/** What the key explains: every answer, whether anybody gave it or not, and what is no answer where there is some. */
export const keyOf = (table: Table): readonly Pick<Segment, 'id' | 'label' | 'colour'>[] => {
  const seen = new Set(table.rows.flatMap((row) => segmentsOf(table, row).map(({ id }) => id)))
  const [row] = table.rows
  return row === undefined ? [] : parts(table, row).filter(({ id, colour }) => colour !== null || seen.has(id))
}
