import { isJsonObject, isList, type Json, type JsonObject } from './json.ts'

/**
 * What turns one JSON value into another, and back. Plain JSON itself. `forward` holds only what is new in the one
 * after, `back` only what was there before: an edit of one question in 2,000 is a few dozen bytes, not a survey.
 */
export type Patch = { readonly forward: Delta; readonly back: Delta }

/**
 * One direction of a patch, read against the value it starts from.
 * - `same`: that value
 * - `put`: this one instead
 * - `members`: that object with these members changed; `keys` are all its keys in order, where they are not as before
 * - `list`: a list put together from these parts, in order
 */
type Delta =
  | { readonly kind: 'same' }
  | { readonly kind: 'put'; readonly value: Json }
  | {
      readonly kind: 'members'
      readonly changed: readonly (readonly [key: string, delta: Delta])[]
      readonly keys: readonly string[] | null
    }
  | { readonly kind: 'list'; readonly parts: readonly Part[] }

/** `copy`: so many entries as they were, from that index on. `edit`: that entry, changed. `add`: new entries. */
type Part =
  | { readonly kind: 'copy'; readonly from: number; readonly count: number }
  | { readonly kind: 'edit'; readonly from: number; readonly delta: Delta }
  | { readonly kind: 'add'; readonly entries: readonly Json[] }

const same: Delta = { kind: 'same' }

/** The patch from one value to another. Parts that are the same by `===` are passed over, so it costs what changed. */
export const diff = (before: Json, after: Json): Patch => ({
  forward: delta(before, after),
  back: delta(after, before),
})

export const isNoChange = ({ forward }: Patch): boolean => forward.kind === 'same'

/** The patch that undoes a patch. */
export const reverse = ({ forward, back }: Patch): Patch => ({ forward: back, back: forward })

/**
 * The value after a patch, to the byte and to the order of its keys. What did not change is shared with `value`.
 *
 * @throws RangeError for a patch that was made from another value and does not fit this one.
 * @example apply({ a: 1 }, diff({ a: 1 }, { a: 2 })) // { a: 2 }
 */
export const apply = (value: Json, { forward }: Patch): Json => applied(value, forward)

const delta = (before: Json, after: Json): Delta => {
  if (before === after) return same
  if (isList(before) && isList(after)) return listDelta(before, after)
  if (isJsonObject(before) && isJsonObject(after)) return membersDelta(before, after)
  return { kind: 'put', value: after }
}

const membersDelta = (before: JsonObject, after: JsonObject): Delta => {
  const keys = Object.keys(after)
  const changed = keys.flatMap((key) => {
    const is = after[key] ?? null
    const change = Object.hasOwn(before, key) ? delta(before[key] ?? null, is) : ({ kind: 'put', value: is } as const)
    return change.kind === 'same' ? [] : [[key, change] as const]
  })
  const keysBefore = Object.keys(before)
  const sameKeys = keys.length === keysBefore.length && keys.every((key, index) => key === keysBefore[index])
  if (sameKeys && changed.length === 0) return same
  if (changed.length === keys.length && changed.every(([, { kind }]) => kind === 'put'))
    return { kind: 'put', value: after }
  return { kind: 'members', changed, keys: sameKeys ? null : keys }
}

/**
 * Entries are found again by identity, wherever they were moved to. What is left over on both sides is taken in order
 * as edits of each other: one entry for one is nearly always that.
 */
const listDelta = (before: readonly Json[], after: readonly Json[]): Delta => {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  if (start === before.length && start === after.length) return same
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1

  const places = new Map<Json, number>()
  for (let index = start; index < before.length - end; index += 1) places.set(before[index] ?? null, index)
  const middle = after.slice(start, after.length - end)
  const kept = new Set(middle)
  const left = [...places].filter(([entry]) => !kept.has(entry)).map(([, index]) => index)
  let next = 0
  const parts = middle.map((entry): Part => {
    const from = places.get(entry)
    if (from !== undefined) return { kind: 'copy', from, count: 1 }
    const paired = left[next]
    next += 1
    if (paired === undefined) return { kind: 'add', entries: [entry] }
    const change = delta(before[paired] ?? null, entry)
    if (change.kind === 'same') return { kind: 'copy', from: paired, count: 1 }
    return change.kind === 'put'
      ? { kind: 'add', entries: [change.value] }
      : { kind: 'edit', from: paired, delta: change }
  })
  const joined = [
    { kind: 'copy', from: 0, count: start } as const,
    ...parts,
    { kind: 'copy', from: before.length - end, count: end } as const,
  ].reduce<Part[]>(withPart, [])
  const [only] = joined
  const isAll = joined.length === 1 && only?.kind === 'copy' && only.from === 0 && only.count === before.length
  return isAll ? same : { kind: 'list', parts: joined }
}

/** The parts with one more, in as few as they can be. Adds to the list it is given, which is this file's own. */
const withPart = (parts: Part[], part: Part): Part[] => {
  if (part.kind === 'copy' && part.count === 0) return parts
  const last = parts.at(-1)
  if (last?.kind === 'copy' && part.kind === 'copy' && last.from + last.count === part.from)
    parts[parts.length - 1] = { kind: 'copy', from: last.from, count: last.count + part.count }
  else if (last?.kind === 'add' && part.kind === 'add')
    parts[parts.length - 1] = { kind: 'add', entries: [...last.entries, ...part.entries] }
  else parts.push(part)
  return parts
}

const applied = (value: Json, change: Delta): Json => {
  switch (change.kind) {
    case 'same':
      return value
    case 'put':
      return change.value
    case 'members': {
      if (!isJsonObject(value)) throw unfit()
      const changed = new Map(change.changed)
      if (change.keys === null && !change.changed.every(([key]) => Object.hasOwn(value, key))) throw unfit()
      const member = (key: string): Json => {
        const how = changed.get(key)
        if (how?.kind === 'put') return how.value
        const was = Object.hasOwn(value, key) ? value[key] : undefined
        if (was === undefined) throw unfit()
        return how === undefined ? was : applied(was, how)
      }
      // fromEntries, not assignment: `__proto__` is a key like any other in JSON.
      return Object.fromEntries((change.keys ?? Object.keys(value)).map((key) => [key, member(key)]))
    }
    case 'list':
      if (!isList(value)) throw unfit()
      return change.parts.flatMap((part) => entriesOf(value, part))
    default:
      return change satisfies never
  }
}

const entriesOf = (value: readonly Json[], part: Part): readonly Json[] => {
  switch (part.kind) {
    case 'add':
      return part.entries
    case 'copy':
      if (part.from + part.count > value.length) throw unfit()
      return value.slice(part.from, part.from + part.count)
    case 'edit': {
      const was = value[part.from]
      if (was === undefined) throw unfit()
      return [applied(was, part.delta)]
    }
    default:
      return part satisfies never
  }
}

const unfit = (): RangeError => new RangeError('The patch was made from another value')
