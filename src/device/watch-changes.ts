import { Dexie } from 'dexie'
import type { RevisionId } from '../response/revision.ts'
import type { DeviceDatabase } from './database.ts'

/** What was written, in this tab or another: the ids of returns where it is known which; null where anything may be. */
export type Changes = readonly RevisionId[] | null

/** A range of keys as Dexie tells of it, in a tree. */
interface KeyRange {
  readonly from?: unknown
  readonly to?: unknown
  readonly l?: KeyRange | null
  readonly r?: KeyRange | null
}

/**
 * Tells of every change to returns, versions, erasures or frozen tables. Returns a function that ends it.
 *
 * @param heard called once for each transaction
 */
export const watchChanges = (database: DeviceDatabase, heard: (changes: Changes) => void): (() => void) => {
  const start = `idb://${database.name}/`
  const listen = (parts: { readonly [part: string]: unknown }): void => {
    const isAnything = Object.keys(parts).some((part) => part === `${start}versions/` || part === `${start}erasures/`)
    const returns = parts[`${start}returns/`] as KeyRange | undefined
    if (isAnything) heard(null)
    else if (returns !== undefined) heard(keysIn(returns))
    else if (parts[`${start}frozenTables/`] !== undefined) heard([])
  }
  Dexie.on('storagemutated', listen)
  return () => Dexie.on.storagemutated.unsubscribe(listen)
}

/** The single keys of a tree of ranges; null where one of them is wider than a key. */
const keysIn = (range: KeyRange): Changes => {
  const own = range.from === undefined ? [] : range.from === range.to ? [range.from as RevisionId] : null
  const parts = [range.l, range.r].map((side) => (side === null || side === undefined ? [] : keysIn(side)))
  if (own === null || parts.includes(null)) return null
  return [...own, ...parts.flatMap((part) => part ?? [])]
}
