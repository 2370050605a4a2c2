import { figureOf, withFigures } from '../figures.ts'
import type { Figure, Table, TableRow } from '../table.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { type Arc, largestFlow, networkOf, unlimited } from './network.ts'
import { type Place, relationsOf } from './relations.ts'

/** A hidden count, and what can be worked out of it. */
export interface Told extends Place, Bounds {}

export type Audit =
  | { readonly ok: true; readonly told: readonly Told[] }
  /** The shown counts contradict each other: it is not a table that adds up. */
  | { readonly ok: false; readonly reason: string }

/**
 * Attacks a finished table: from what it shows, and from nothing else, says between which bounds each hidden count must
 * lie. Exact: there is a table with the count at either bound.
 */
export const audit = (table: Table<Figure>): Audit => {
  const guess = aTableThatFits(table)
  if (guess === null) return { ok: false, reason: 'The counts that are shown do not add up.' }
  const related = relationsOf(guess, () => false)
  const hidden = hiddenArcs(table, related.places)
  return {
    ok: true,
    told: [...hidden].map((arc) => ({
      ...(related.places[arc] as Place),
      ...boundsOf(related.network, hidden, arc),
    })),
  }
}

/**
 * Some table that agrees with all that is shown, or null. Hidden counts start at 0; where a relation then does not add
 * up, what it has too much or too little of flows through hidden counts to where it is wanted.
 */
const aTableThatFits = (table: Table<Figure>): Table | null => {
  const empty = withCounts(table, () => 0)
  const { network, places, arcAt } = relationsOf(empty, () => false)
  const excess = excessOf(network.arcs)
  const [source, sink] = [excess.length, excess.length + 1]
  // A count flows against its arc no further than its value: so a feed has no more to give than it should.
  const feeds: readonly Arc[] = excess.flatMap((amount, node) =>
    amount > 0
      ? [{ value: amount, from: node, to: source }]
      : amount < 0
        ? [{ value: -amount, from: sink, to: node }]
        : [],
  )
  const hidden = hiddenArcs(table, places)
  const open = new Set([...hidden, ...feeds.map((_, feed) => network.arcs.length + feed)])
  const flow = largestFlow(networkOf([...network.arcs, ...feeds]), open, {
    from: source,
    to: sink,
    without: -1,
    most: unlimited,
  })
  const wanted = excess.reduce((sum, amount) => sum + Math.max(0, amount), 0)
  if (flow.amount !== wanted) return null
  return withCounts(table, (row, figure) => flow.changes[arcAt(row, figure)] ?? 0)
}

/** By node, how much more flows in than out. */
const excessOf = (arcs: readonly Arc[]): readonly number[] => {
  const excess = Array.from({ length: 1 + Math.max(0, ...arcs.flatMap(({ from, to }) => [from, to])) }, () => 0)
  for (const { value, from, to } of arcs) {
    excess[to] = (excess[to] as number) + value
    excess[from] = (excess[from] as number) - value
  }
  return excess
}

const hiddenArcs = (table: Table<Figure>, places: readonly Place[]): ReadonlySet<number> =>
  new Set(
    places.flatMap(({ row, figure }, arc) =>
      figureOf(table.rows[row] as TableRow<Figure>, figure) === 'c' ? [arc] : [],
    ),
  )

const withCounts = (table: Table<Figure>, countAt: (row: number, figure: string) => number): Table => ({
  ...table,
  rows: table.rows.map((row, at) =>
    withFigures<Figure, number>(row, { refused: 0, dontKnow: 0 }, (figure, id) =>
      figure === 'c' ? countAt(at, id) : figure,
    ),
  ),
})
