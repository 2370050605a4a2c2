import type { ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { type Growing, growing } from '../tabulation/append-columns.ts'
import { encodeSets } from '../tabulation/entry-columns.ts'
import { joinSets, type Sets } from '../tabulation/join-columns.ts'
import type { KnownVersion } from '../tabulation/merge-versions.ts'
import { chunkRows, encodedWith, packIds, packSets, unpackSets } from '../tabulation/pack-columns.ts'
import type { Noted } from './column-news.ts'
import type { DeviceDatabase } from './database.ts'
import { keepAsNews, keepChunk, keepWhole } from './keep-chunks.ts'
import { type ColumnPlan, comparePlan, quickPlan } from './plan-columns.ts'
import { readRows, settleAll, settleRows } from './settle-returns.ts'

/** Every return of a survey on this device, encoded. */
export interface OpenColumns {
  /** They, and how one more is added to them. */
  readonly growing: Growing
  /** When the last of them was filled in: ISO 8601, UTC; null where there is none. */
  readonly lastReturn: string | null
}

export type OpenedColumns =
  | { readonly ok: true; readonly columns: OpenColumns }
  | { readonly ok: false; readonly reason: string }

/** How many returns of those still to be read have been read and encoded. */
export type ToldProgress = (done: number, of: number) => void

/** Returns in a chunk: fewer than `fewest` are read faster than a chunk of them is written. */
export interface ChunkSizes {
  readonly fewest: number
  readonly most: number
}

const usualSizes: ChunkSizes = { fewest: 1024, most: chunkRows }

/**
 * The returns of a survey: from its chunks, and from the rows of what was noted since. Where the two do not account for
 * every return, as at the first time, the ids that are there are compared with those of the chunks. What was read from
 * rows and is enough for a chunk is kept as one; another tab that is at it is not waited for.
 *
 * Refused as `encodeSets` is.
 */
export const openColumns = async (
  database: DeviceDatabase,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  tell: ToldProgress = () => undefined,
  sizes: ChunkSizes = usualSizes,
): Promise<OpenedColumns> => {
  const none = encodeSets(versions, [])
  if (!none.ok) return none
  const book = encodedWith(versions)
  const run = (plan: ColumnPlan): Promise<OpenedColumns> =>
    carryOut({ database, survey, versions, empty: none.sets, plan, tell, sizes })
  const plan = await quickPlan(database, survey, book)
  if (plan !== null && plan.fresh.length < sizes.fewest) return run({ ...plan, made: null })
  return navigator.locks.request(`proforma-columns-${database.name}-${survey}`, { ifAvailable: true }, async (lock) => {
    const own = (await quickPlan(database, survey, book)) ?? (await comparePlan(database, survey, book, lock !== null))
    return run(lock === null ? { ...own, made: null } : own)
  })
}

interface ToCarryOut {
  readonly database: DeviceDatabase
  readonly survey: SurveyId
  readonly versions: readonly KnownVersion[]
  readonly empty: Sets
  readonly plan: ColumnPlan
  readonly tell: ToldProgress
  readonly sizes: ChunkSizes
}

const carryOut = async (all: ToCarryOut): Promise<OpenedColumns> => {
  const { database, survey, versions, empty, plan, tell, sizes } = all
  const { fresh, chunks, isWhole, book } = plan
  const parts: [Sets, ...Sets[]] = [empty, ...chunks.map(({ packed }) => unpackSets(packed, empty))]
  const seen = new Set(fresh.length === 0 ? [] : parts.flatMap(([{ responses }]) => responses))
  const gone = new Set<ResponseId>()
  const times = chunks.map((chunk) => latest(chunk.times))
  let number = chunks.reduce((most, chunk) => Math.max(most, chunk.number + 1), 0)
  let { made } = plan
  for (let at = 0; at < fresh.length; at += sizes.most) {
    const slice = fresh.slice(at, at + sizes.most)
    const { counted, looked, uncounted } = await settleSlice(all, slice, seen)
    for (const { response } of looked) gone.add(response)
    for (const { response } of counted) gone.delete(response)
    const encoded = encodeSets(versions, counted)
    if (!encoded.ok) return encoded
    parts.push(encoded.sets)
    const returned = Float64Array.from(counted, ({ returnedAt }) => Date.parse(returnedAt))
    times.push(latest(returned))
    if (made !== null && slice.length >= sizes.fewest) {
      const packed = packSets(encoded.sets)
      const chunk = { survey, number, book, uncounted: packIds(uncounted), times: returned, packed }
      made = (await keepChunk(database, made, chunk, { slice, plan })) ? made : null
      number += 1
    } else if (made !== null && !isWhole) made = (await keepAsNews(database, made, looked)) ? made : null
    tell(Math.min(fresh.length, at + sizes.most), fresh.length)
  }
  if (made !== null && !isWhole) await keepWhole(database, survey, made)
  const last = latest(times)
  const lastReturn = last > 0 ? new Date(last).toISOString() : null
  return { ok: true, columns: { growing: growing(joinSets(parts, gone)), lastReturn } }
}

interface Slice {
  readonly counted: readonly Revision[]
  /** Every return of the slice, those too that are not there any more. */
  readonly looked: readonly Noted[]
  /** Those that are there and not counted. */
  readonly uncounted: readonly RevisionId[]
}

/** Of some returns those that count. One that was noted and is not there any more leaves what else there is of its response. */
const settleSlice = async (
  { database, survey, plan }: ToCarryOut,
  slice: readonly RevisionId[],
  seen: Set<ResponseId>,
): Promise<Slice> => {
  const rows = await readRows(database, slice, plan.isDense)
  const here = new Set(rows.map(({ revision }) => revision.id))
  const lost = slice.flatMap((id): readonly Noted[] => {
    const response = here.has(id) ? undefined : plan.noted.get(id)
    return response === undefined ? [] : [{ id, response, survey }]
  })
  // Seen: more than the rows at hand may be of it.
  for (const { response } of lost) seen.add(response)
  const single = await settleRows(database, rows, seen)
  const settled = new Set(single.map(({ response }) => response))
  const again = lost.map(({ response }) => response).filter((response) => !settled.has(response))
  const counted = [...single, ...(await settleAll(database, [...new Set(again)]))]
  for (const { id } of counted) here.delete(id)
  return { counted, looked: [...rows.map(({ revision }) => revision), ...lost], uncounted: [...here] }
}

/** The last of some times; 0 where there is none. */
const latest = (times: Iterable<number>): number => {
  let last = 0
  for (const time of times) if (time > last) last = time
  return last
}
