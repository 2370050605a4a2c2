import { besideAnswers, figureOf, partsOf } from '../figures.ts'
import type { Table, TableRow } from '../table.ts'
import { type Arc, type Network, networkOf } from './network.ts'

/** A count of a table: which row and which figure of it. */
export interface Place {
  readonly row: number
  readonly figure: string
}

/** A table as a network: see `network.ts`. `places[arc]` is the count that an arc stands for. */
export interface Related {
  readonly network: Network
  readonly places: readonly Place[]
  readonly arcAt: (row: number, figure: string) => number
  /** Counts that must stay: they stand in other tables, or in every row of this one. */
  readonly fixed: ReadonlySet<number>
  readonly together: readonly ReadonlySet<number>[]
}

/** Rows that a total row adds up, or, without one, a row that stands for itself. */
export interface Block {
  readonly rows: readonly number[]
  readonly total: number | null
}

export const blocksOf = ({ rows }: Pick<Table, 'rows'>): readonly Block[] => {
  const within = Map.groupBy(rows.keys(), (row) => rows[row]?.within)
  return [...within.values()].flatMap((members): readonly Block[] => {
    const total = members.find((row) => rows[row]?.isTotal) ?? null
    return total === null
      ? members.map((row) => ({ rows: [row], total }))
      : [{ rows: members.filter((row) => row !== total), total }]
  })
}

/**
 * Row r: its parts flow out of it, its base flows in. Column j of a block with a total: its counts flow in, its total flows
 * out to the total row. A row without a total gives its parts to one node that takes everything.
 */
export const relationsOf = (table: Table, keepsBase: (row: TableRow) => boolean): Related => {
  const { rows } = table
  const parts = partsOf(table)
  const arcs: Arc[] = []
  const places: Place[] = []
  const fixed = new Set<number>()
  const free = rows.length
  let nodes = free + 1

  const add = (row: number, figure: string, from: number, to: number, isFixed: boolean): void => {
    if (isFixed) fixed.add(arcs.length)
    arcs.push({ value: figureOf(rows[row] as TableRow, figure), from, to })
    places.push({ row, figure })
  }

  for (const { rows: members, total } of blocksOf(table)) {
    if (total === null) {
      for (const row of members) {
        for (const part of parts) add(row, part, row, free, false)
        add(row, besideAnswers.base, free, row, true)
      }
      continue
    }
    const columns = new Map(parts.map((part, at) => [part, nodes + at]))
    const bases = nodes + parts.length
    nodes = bases + 1
    for (const row of members) {
      for (const [part, column] of columns) add(row, part, row, column, false)
      add(row, besideAnswers.base, bases, row, keepsBase(rows[row] as TableRow))
    }
    for (const [part, column] of columns) add(total, part, column, total, false)
    add(total, besideAnswers.base, total, bases, true)
  }
  const byPlace = new Map(places.map(({ row, figure }, arc) => [`${row} ${figure}`, arc]))
  const arcAt = (row: number, figure: string): number => byPlace.get(`${row} ${figure}`) ?? -1
  return { network: networkOf(arcs), places, arcAt, fixed, together: sharedCounts(table, arcAt) }
}

/** The same forms stand behind several rows, so that one refusal or one gate may be told in each of them. */
const sharedCounts = ({ rows }: Table, arcAt: Related['arcAt']): readonly ReadonlySet<number>[] => {
  const sameForms = Map.groupBy(rows.keys(), (row) => (rows[row]?.within === undefined ? '' : rows[row]?.item))
  return [...sameForms.values()].flatMap((members) =>
    [besideAnswers.nonResponse, besideAnswers.notAsked, besideAnswers.notInVersion].flatMap((figure) => {
      const values = new Set(members.map((row) => figureOf(rows[row] as TableRow, figure)))
      const isShared = members.length > 1 && values.size === 1 && !members.some((row) => rows[row]?.isTotal)
      return isShared ? [new Set(members.map((row) => arcAt(row, figure)))] : []
    }),
  )
}
