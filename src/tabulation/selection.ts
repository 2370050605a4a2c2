import { countBytes, countBytesByGroup, leftOut } from './count.ts'
import type { Grouping } from './grouping.ts'
import type { Counted } from './row.ts'

/** Which responses are counted, and in which groups. */
export interface Selection {
  /** Of each response its group, or left out; null where all are counted together. */
  readonly of: Uint8Array | null
  readonly groups: Grouping['groups'] | null
  /** How many are counted. */
  readonly count: number
}

export const selectionOf = (responses: number, by: Grouping | null, chosen: Uint8Array | null): Selection => {
  if (chosen === null) return { of: by?.of ?? null, groups: by?.groups ?? null, count: responses }
  const of = new Uint8Array(responses)
  let count = 0
  for (let place = 0; place < responses; place += 1) {
    const isChosen = chosen[place] === 1
    of[place] = isChosen ? (by?.of[place] ?? 0) : leftOut
    if (isChosen) count += 1
  }
  return { of, groups: by?.groups ?? null, count }
}

/** The counts of a column: of each group, where there are groups, and of all together. */
export const countSelected = (
  column: Uint8Array,
  { of, groups, count }: Selection,
): { readonly byGroup: readonly Counted[]; readonly all: Counted } => {
  if (of === null) return { byGroup: [], all: { counts: countBytes(column), base: count } }
  const counted = countBytesByGroup(column, of, groups?.length ?? 1).map((counts) => ({
    counts,
    base: counts.reduce((sum, n) => sum + n, 0),
  }))
  const all = new Uint32Array(256)
  for (const { counts } of counted) for (const [byte, n] of counts.entries()) all[byte] = (all[byte] as number) + n
  return { byGroup: groups === null ? [] : counted, all: { counts: all, base: count } }
}
