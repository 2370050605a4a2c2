import { type Arc, largestFlow, type Network, unlimited } from './network.ts'

/** What an attacker who knows every shown count can know of a hidden one: it is a whole number from `low` to `high`. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/**
 * The exact bounds of a hidden count. All tables that agree with what is shown differ from the true one by flows
 * around the network, through hidden arcs only: how far the count can rise is the largest flow back from where its arc
 * leads, how far it can fall the largest the other way. Both are whole numbers.
 * Source: L. R. Ford and D. R. Fulkerson, Flows in Networks (1962); for tables, L. H. Cox, "Network models for
 * complementary cell suppression", JASA 90 (1995).
 */
export const boundsOf = (network: Network, hidden: ReadonlySet<number>, arc: number): Bounds => {
  const { value, from, to } = network.arcs[arc] as Arc
  const rise = largestFlow(network, hidden, { from: to, to: from, without: arc, most: unlimited })
  const fall = largestFlow(network, hidden, { from, to, without: arc, most: value })
  return {
    low: value - fall.amount,
    high: rise.amount >= unlimited ? Number.POSITIVE_INFINITY : value + rise.amount,
  }
}

/** Whether a hidden count is told more narrowly than this many apart. */
export const isNarrow = ({ low, high }: Bounds, width: number): boolean => high - low < width
