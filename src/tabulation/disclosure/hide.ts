import { boundsOf, isNarrow } from './bounds.ts'
import { type Arc, canGive, largestFlow, type Network, pathTo, type Step, unlimited } from './network.ts'

export interface ToHide {
  readonly network: Network
  /** Hidden for what they are. */
  readonly first: ReadonlySet<number>
  /** Never hidden, whatever it takes: totals that stand elsewhere too. */
  readonly fixed: ReadonlySet<number>
  /** Arcs that are one count, shown in several places: hidden together or not at all. */
  readonly together: readonly ReadonlySet<number>[]
  /** How far apart the bounds of each hidden count must be. */
  readonly width: number
}

/**
 * Hides as many further counts as it takes until none of the hidden ones is told more narrowly than `width`. Where a
 * count is, the cheapest way for it to rise is opened, few and small counts first; what turns out to be needless is shown
 * again. Null where even hiding everything that may be hidden is not enough.
 */
export const hideMore = (task: ToHide): ReadonlySet<number> | null => {
  const hidden = new Set(task.first)
  completeTogether(task, hidden)
  for (;;) {
    const narrow = narrowest(task, hidden)
    if (narrow === null) break
    const opened = cheapestRise(task, hidden, narrow)
    if (opened === null) return null
    for (const { arc } of opened) hidden.add(arc)
    completeTogether(task, hidden)
  }
  return withoutNeedless(task, hidden)
}

const completeTogether = ({ together }: ToHide, hidden: Set<number>): void => {
  for (const group of together) if ([...group].some((arc) => hidden.has(arc))) for (const arc of group) hidden.add(arc)
}

/** A hidden arc that is told too narrowly; null where none is. */
const narrowest = ({ network, width }: ToHide, hidden: ReadonlySet<number>): number | null => {
  for (const arc of hidden) if (isNarrow(boundsOf(network, hidden, arc), width)) return arc
  return null
}

/** The cheapest way to let a count rise further than it can: through hidden arcs for nothing, through shown ones at a price. */
const cheapestRise = ({ network, fixed }: ToHide, hidden: ReadonlySet<number>, arc: number): readonly Step[] | null => {
  const { from, to } = network.arcs[arc] as Arc
  const { changes } = largestFlow(network, hidden, { from: to, to: from, without: arc, most: unlimited })
  return pathTo(from, to, network, (one, node) => {
    const there = network.arcs[one] as Arc
    if (one === arc || fixed.has(one) || !canGive(there, node, changes[one] as number)) return null
    return hidden.has(one) ? 0 : 1 + Math.log2(1 + there.value)
  })
}

/** Beyond this many, trying each would take longer than it is worth. */
const mostTried = 150

const withoutNeedless = (task: ToHide, hidden: Set<number>): ReadonlySet<number> => {
  const value = (arc: number): number => task.network.arcs[arc]?.value ?? 0
  const tied = new Set(task.together.flatMap((group) => [...group]))
  const further = [...hidden].filter((arc) => !task.first.has(arc) && !tied.has(arc))
  if (further.length > mostTried) return hidden
  for (const arc of further.toSorted((a, b) => value(b) - value(a))) {
    hidden.delete(arc)
    if (narrowest(task, hidden) !== null) hidden.add(arc)
  }
  return hidden
}
