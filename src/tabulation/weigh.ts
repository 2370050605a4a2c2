import { leftOut } from './count.ts'
import { type Grouping, notStated } from './grouping.ts'
import { designEffect, rake } from './statistics/weights.ts'
import { unlistedColumn } from './row.ts'

/** How much each form counts. */
export interface Weights {
  /** Of each form; 0 where it is not counted. They sum to the number of forms that are. */
  readonly of: Float64Array
  /** Forms of one class count the same. */
  readonly classes: Uint16Array
  /** How many forms the smallest class has: the design effect tells of it. */
  readonly smallest: number
  /** What they are weighted by, in words. */
  readonly words: string
  /** Kish's design effect, and the size of an unweighted sample that would say as much. */
  readonly effect: number
  readonly effectiveSize: number
}

/** What forms are weighted by: groups, and what each should come to by its id; `equal` where each is to count once. */
export interface WeighBy {
  readonly grouping: Grouping
  readonly targets: ReadonlyMap<string, number> | 'equal'
}

export type Weighed = { readonly ok: true; readonly weights: Weights } | { readonly ok: false; readonly reason: string }

/**
 * Weights the forms that are counted, by one margin or several. Only the proportions of the targets matter. Who is in no
 * group counts as before: as many of all as they are.
 *
 * @param chosen 1 where a form is counted; null where all are
 * Refused where a target has no form, a group has no target, and where margins contradict each other.
 */
export const weigh = (by: readonly [WeighBy, ...WeighBy[]], chosen: Uint8Array | null): Weighed => {
  const forms = by[0].grouping.of.length
  const places = Array.from({ length: forms }, (_, place) => place).filter(
    (place) => (chosen === null || chosen[place] === 1) && by.every(({ grouping }) => grouping.of[place] !== leftOut),
  )
  if (places.length === 0) return { ok: false, reason: 'There are no returns to weight.' }
  const raked = rake(by.map((one) => marginOf(one, places)))
  if (!raked.ok) return raked
  const of = new Float64Array(forms)
  const classes = new Uint16Array(forms)
  const known = new Map<string, number>()
  const sizes: number[] = []
  for (const [index, place] of places.entries()) {
    const weight = raked.weights[index] as number
    of[place] = weight
    const name = weight.toFixed(9)
    if (!known.has(name)) known.set(name, known.size + 1)
    const number = known.get(name) ?? 0
    classes[place] = number
    sizes[number - 1] = (sizes[number - 1] ?? 0) + 1
  }
  return {
    ok: true,
    weights: { of, classes, smallest: Math.min(...sizes), words: wordsOf(by), ...designEffect(raked.weights) },
  }
}

const wordsOf = (by: readonly WeighBy[]): string => {
  const equal = by.filter(({ targets }) => targets === 'equal').map(({ grouping }) => grouping.label)
  const given = by.filter(({ targets }) => targets !== 'equal').map(({ grouping }) => `“${grouping.label}”`)
  return [
    ...(equal.length === 0 ? [] : [`Each of “${equal.join('”, “')}” counts once, however many forms it has`]),
    ...(given.length === 0 ? [] : [`Weighted by ${given.join(' and ')}`]),
  ].join('. ')
}

const isUnknown = (id: string): boolean => id === notStated.id || id === unlistedColumn.id

const marginOf = ({ grouping, targets }: WeighBy, places: readonly number[]): Parameters<typeof rake>[0][number] => {
  const groups = places.map((place) => grouping.groups[grouping.of[place] ?? leftOut] ?? notStated)
  const there = new Map<string, number>()
  for (const { id } of groups) there.set(id, (there.get(id) ?? 0) + 1)
  const labels = new Map(grouping.groups.map(({ id, label }) => [id, label]))
  const name = (id: string): string => labels.get(id) ?? id
  const wanted =
    targets === 'equal'
      ? new Map([...there.keys()].filter((id) => !isUnknown(id)).map((id) => [id, 1]))
      : new Map([...targets].filter(([id, target]) => target > 0 && !isUnknown(id)))
  const all = [...wanted.values()].reduce((sum, target) => sum + target, 0)
  const unknown = [...there].filter(([id]) => isUnknown(id))
  const stated = places.length - unknown.reduce((sum, [, count]) => sum + count, 0)
  return {
    name: `“${grouping.label}”`,
    groups: groups.map(({ id }) => name(id)),
    target: new Map([
      ...[...wanted].map(([id, target]) => [name(id), (target / all) * stated] as const),
      ...unknown.map(([id, count]) => [name(id), count] as const),
    ]),
  }
}
