import { sha256Hex } from '../survey/sha256.ts'
import { type Member, stratumOf } from './member.ts'

/** How many of each group are drawn: in proportion to its size, the same of each, or as the lead says. */
export type Allocation =
  | { readonly kind: 'simple' }
  | { readonly kind: 'proportional' | 'equal'; readonly by: string }
  | { readonly kind: 'by-hand'; readonly by: string; readonly numbers: { readonly [stratum: string]: number } }

export interface DrawAsked {
  readonly seed: string
  /** How many in all; by hand it is what the numbers come to. */
  readonly n: number
  readonly allocation: Allocation
}

/** All that anyone needs to make the same draw again. */
export interface DrawRecord {
  readonly method: string
  readonly seed: string
  readonly n: number
  readonly allocation: Allocation
  /** SHA-256 of the list: a line `id TAB stratum LF` for each unit, sorted by UTF-16. */
  readonly listSha256: string
  readonly strata: readonly {
    readonly stratum: string
    readonly size: number
    /** Ids, in the order drawn. */
    readonly drawn: readonly string[]
    /** Ids: who is asked next where one of them can't be. */
    readonly reserves: readonly string[]
  }[]
}

/** A draw that stands: its record, and when it was made, ISO. One that was made before that was kept has no time. */
export interface KeptDraw extends DrawRecord {
  readonly drawnAt?: string
}

export type Drawn = { readonly ok: true; readonly record: DrawRecord } | { readonly ok: false; readonly reason: string }

/** In words, for the page that anyone can check. */
const drawMethod =
  'Within each group the units are sorted by the SHA-256 of the seed, a colon and their id, in UTF-8, as lower-case hex; the first ones are drawn.'

/**
 * Draws units at random, the same ones on every machine: a seed and the list decide all of it. In proportion, what is
 * left over after whole shares goes to the largest remainders, the first group by name where they are equal.
 */
export const draw = (members: readonly Pick<Member, 'id' | 'strata'>[], { seed, n, allocation }: DrawAsked): Drawn => {
  const by = allocation.kind === 'simple' ? null : allocation.by
  const groups = Map.groupBy(members, (member) => stratumOf(member, by))
  const strata = [...groups]
    .map(([stratum, units]) => ({ stratum, units }))
    .sort((a, b) => inOrder(a.stratum, b.stratum))
  if (seed.trim() === '') return refusedWith('Give a seed: any word or number, written down before the draw.')
  if (by !== null && !members.some((member) => stratumOf(member, by) !== ''))
    return refusedWith(`The list has no column “${by}”.`)
  const shares = sharesOf(
    strata.map(({ stratum, units }) => ({ stratum, size: units.length })),
    n,
    allocation,
  )
  if (!shares.ok) return shares
  return {
    ok: true,
    record: {
      method: drawMethod,
      seed,
      n: [...shares.shares.values()].reduce((sum, share) => sum + share, 0),
      allocation,
      listSha256: listSha256(members, by),
      strata: strata.map(({ stratum, units }) => {
        const order = units
          .map(({ id }) => ({ id, hash: sha256Hex(`${seed}:${id}`) }))
          .sort((a, b) => inOrder(a.hash, b.hash) || inOrder(a.id, b.id))
          .map(({ id }) => id)
        const share = shares.shares.get(stratum) ?? 0
        return { stratum, size: units.length, drawn: order.slice(0, share), reserves: order.slice(share) }
      }),
    },
  }
}

const listSha256 = (members: readonly Pick<Member, 'id' | 'strata'>[], by: string | null): string =>
  sha256Hex(
    members
      .map((member) => `${member.id}\t${stratumOf(member, by)}\n`)
      .sort(inOrder)
      .join(''),
  )

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const refusedWith = (reason: string): { readonly ok: false; readonly reason: string } => ({ ok: false, reason })

type Sized = { readonly stratum: string; readonly size: number }
type Shares =
  | { readonly ok: true; readonly shares: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly reason: string }

const sharesOf = (strata: readonly Sized[], n: number, allocation: Allocation): Shares => {
  const size = strata.reduce((sum, each) => sum + each.size, 0)
  if (allocation.kind === 'by-hand') return byHand(strata, allocation.numbers)
  if (!Number.isSafeInteger(n) || n < 1) return refusedWith('How many are drawn: give a whole number from 1.')
  if (n > size) return refusedWith(`The list has ${size}: ${n} can't be drawn from it.`)
  switch (allocation.kind) {
    case 'simple':
      return { ok: true, shares: new Map([['', n]]) }
    case 'proportional':
      return { ok: true, shares: inProportion(strata, n, size) }
    case 'equal':
      return { ok: true, shares: equally(strata, n) }
    default:
      return allocation satisfies never
  }
}

const byHand = (strata: readonly Sized[], numbers: { readonly [stratum: string]: number }): Shares => {
  const stranger = Object.keys(numbers).find((name) => !strata.some(({ stratum }) => stratum === name))
  if (stranger !== undefined) return refusedWith(`The list has no group “${stranger}”.`)
  const shares = new Map<string, number>()
  for (const { stratum, size } of strata) {
    const share = Object.hasOwn(numbers, stratum) ? (numbers[stratum] ?? 0) : 0
    if (!Number.isSafeInteger(share) || share < 0 || share > size)
      return refusedWith(`${stratum || 'No group'} has ${size}: ${share} can't be drawn from it.`)
    shares.set(stratum, share)
  }
  return { ok: true, shares }
}

const inProportion = (strata: readonly Sized[], n: number, size: number): ReadonlyMap<string, number> => {
  const whole = strata.map((each) => ({
    ...each,
    share: Math.floor((n * each.size) / size),
    rest: (n * each.size) % size,
  }))
  const left = n - whole.reduce((sum, { share }) => sum + share, 0)
  const lucky = new Set(
    whole
      .toSorted((a, b) => b.rest - a.rest || inOrder(a.stratum, b.stratum))
      .slice(0, left)
      .map(({ stratum }) => stratum),
  )
  return new Map(whole.map(({ stratum, share }) => [stratum, share + (lucky.has(stratum) ? 1 : 0)]))
}

/** One of each group in turn, the largest first, until all are drawn: a group that is used up is passed over. */
const equally = (strata: readonly Sized[], n: number): ReadonlyMap<string, number> => {
  const inTurn = strata.toSorted((a, b) => b.size - a.size || inOrder(a.stratum, b.stratum))
  const shares = new Map(strata.map(({ stratum }) => [stratum, 0]))
  let left = n
  while (left > 0)
    for (const { stratum, size } of inTurn) {
      const share = shares.get(stratum) ?? 0
      if (left === 0 || share === size) continue
      shares.set(stratum, share + 1)
      left -= 1
    }
  return shares
}
