/**
 * A count of a table, as an arc of a network. Each relation of the table (a row that adds up to its base, a column that
 * adds up to its total) is a node; a count stands in two of them, and flows from the one to the other.
 */
export interface Arc {
  readonly value: number
  readonly from: number
  readonly to: number
}

export interface Network {
  readonly arcs: readonly Arc[]
  /** The arcs that touch each node. */
  readonly around: readonly (readonly number[])[]
}

export const networkOf = (arcs: readonly Arc[]): Network => {
  const around: number[][] = []
  for (const [arc, { from, to }] of arcs.entries()) {
    for (const node of [from, to]) (around[node] ??= []).push(arc)
  }
  return { arcs, around }
}

/** What may still flow through an arc from a node: up without end, down to a count of 0. */
const roomFrom = ({ value, from }: Arc, node: number, change: number): number =>
  from === node ? unlimited : value + change

/** No table has counts as large: an arc that may grow without end has this much room. */
export const unlimited = 1e12

export interface Flow {
  readonly amount: number
  /** How each arc's count changes with it. */
  readonly changes: Float64Array
}

/**
 * The largest flow from one node to another through hidden arcs, but for one of them, up to `most`. Shortest paths first.
 * Source: J. Edmonds and R. M. Karp, JACM 19 (1972).
 */
export const largestFlow = (
  { arcs, around }: Network,
  hidden: ReadonlySet<number>,
  {
    from: source,
    to: sink,
    without,
    most,
  }: { readonly from: number; readonly to: number; readonly without: number; readonly most: number },
): Flow => {
  const changes = new Float64Array(arcs.length)
  let amount = 0
  while (amount < most) {
    const path = pathTo(sink, source, { arcs, around }, (arc, node) =>
      arc !== without && hidden.has(arc) && roomFrom(arcs[arc] as Arc, node, changes[arc] as number) > 0 ? 1 : null,
    )
    if (path === null) break
    const room = Math.min(
      most - amount,
      ...path.map(({ arc, node }) => roomFrom(arcs[arc] as Arc, node, changes[arc] as number)),
    )
    for (const { arc, node } of path)
      changes[arc] = (changes[arc] as number) + (arcs[arc]?.from === node ? room : -room)
    amount += room
  }
  return { amount, changes }
}

/** One step of a path: an arc, taken from a node. */
export interface Step {
  readonly arc: number
  readonly node: number
}

/**
 * The cheapest path from one node to another, or null. `cost` of an arc taken from a node; null where it can't be taken.
 * Source: E. W. Dijkstra, Numerische Mathematik 1 (1959).
 */
export const pathTo = (
  sink: number,
  source: number,
  { arcs, around }: Network,
  cost: (arc: number, node: number) => number | null,
): readonly Step[] | null => {
  const best = new Map<number, { readonly cost: number; readonly step: Step | null }>([
    [source, { cost: 0, step: null }],
  ])
  const open = new Set([source])
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => ((best.get(b)?.cost ?? 0) < (best.get(a)?.cost ?? 0) ? b : a))
    open.delete(node)
    if (node === sink) break
    for (const arc of around[node] ?? []) {
      const { from, to } = arcs[arc] as Arc
      const step = cost(arc, node)
      if (step === null || from === to) continue
      const next = from === node ? to : from
      const total = (best.get(node)?.cost ?? 0) + step
      if (total >= (best.get(next)?.cost ?? Number.POSITIVE_INFINITY)) continue
      best.set(next, { cost: total, step: { arc, node } })
      open.add(next)
    }
  }
  if (!best.has(sink)) return null
  const path: Step[] = []
  for (let step = best.get(sink)?.step; step; step = best.get(step.node)?.step) path.unshift(step)
  return path
}

/** Whether an arc, taken from a node, has anything to give after these changes. */
export const canGive = (arc: Arc, node: number, change: number): boolean => roomFrom(arc, node, change) > 0
