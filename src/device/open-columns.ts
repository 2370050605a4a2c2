import { currentReturns } from '../response/current.ts'
import type { ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { encodeSets } from '../tabulation/entry-columns.ts'
import { joinSets, type Sets } from '../tabulation/join-columns.ts'
import type { KnownVersion } from '../tabulation/merge-versions.ts'
import { chunkRows, encodedWith, packIds, packSets, unpackIds, unpackSets } from '../tabulation/pack-columns.ts'
import { isSealed } from '../protocol/sealed-return.ts'
import { chunksOf, type ColumnChunk } from './column-chunks.ts'
import type { DeviceDatabase, KeptReturn } from './database.ts'
import { inArrival } from './returns.ts'

/** Every return of a survey on this device, encoded. */
export interface OpenColumns {
  readonly sets: Sets
  /** When the last of them was filled in: ISO 8601, UTC; null where there is none. */
  readonly lastReturn: string | null
}

export type OpenedColumns =
  | { readonly ok: true; readonly columns: OpenColumns }
  | { readonly ok: false; readonly reason: string }

/** How many returns of those still to be read have been read and encoded. */
export type ToldProgress = (done: number, of: number) => void

/** Returns in a chunk: fewer than `fewest` are read faster than a chunk of them is written. */
const usualSizes = { fewest: 1024, most: chunkRows }

/**
 * The returns of a survey, from its chunks and, where they are not in one yet, from the rows, which are then kept as
 * chunks. What another tab wrote, erased or pulled since is found by the ids that are there now.
 *
 * Refused as `encodeSets` is.
 */
export const openColumns = async (
  database: DeviceDatabase,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  tell: ToldProgress = () => undefined,
  sizes: { readonly fewest: number; readonly most: number } = usualSizes,
): Promise<OpenedColumns> => {
  const none = encodeSets(versions, [])
  if (!none.ok) return none
  const book = encodedWith(versions)
  const [ids, chunks] = await Promise.all([
    database.returns.where('revision.survey').equals(survey).primaryKeys(),
    soundChunks(database, survey, book),
  ])
  const known = new Set<string>(chunks.flatMap((chunk) => unpackIds(chunk.known)))
  const fresh = ids.filter((id) => !known.has(id))
  const parts: [Sets, ...Sets[]] = [none.sets, ...chunks.map(({ packed }) => unpackSets(packed, none.sets))]

  // What a chunk counts and is there no more: taken out, or deleted before it was sent.
  const lost = known.size + fresh.length === ids.length ? [] : lostResponses(parts, new Set(ids))
  const seen = new Set(fresh.length === 0 ? [] : parts.flatMap(([{ responses }]) => responses))
  const again = await settleAll(database, lost)
  const encodedAgain = encodeSets(versions, again)
  if (!encodedAgain.ok) return encodedAgain
  parts.push(encodedAgain.sets)

  let lastReturn = latest(chunks.map((chunk) => chunk.lastReturn))
  let number = chunks.reduce((most, chunk) => Math.max(most, chunk.number + 1), 0)
  for (let at = 0; at < fresh.length; at += sizes.most) {
    const slice = fresh.slice(at, at + sizes.most)
    const rows = await readRows(database, slice, fresh.length * 2 > ids.length)
    const counted = await settleSlice(database, rows, seen)
    const encoded = encodeSets(versions, counted)
    if (!encoded.ok) return encoded
    parts.push(encoded.sets)
    const last = latest(counted.map(({ returnedAt }) => returnedAt))
    lastReturn = latest([lastReturn, last])
    if (slice.length >= sizes.fewest) {
      const chunk = { survey, number, book, known: packIds(slice), lastReturn: last, packed: packSets(encoded.sets) }
      await keepChunk(database, chunk)
      number += 1
    }
    tell(Math.min(fresh.length, at + sizes.most), fresh.length)
  }
  const gone = new Set(lost)
  for (const { response } of again) gone.delete(response)
  return {
    ok: true,
    columns: {
      sets: joinSets(parts, gone),
      lastReturn: lastReturn === '' ? null : lastReturn,
    },
  }
}

/** The chunks that are encoded as tables are now. The others are of no use, and go. */
const soundChunks = async (
  database: DeviceDatabase,
  survey: SurveyId,
  book: string,
): Promise<readonly ColumnChunk[]> => {
  const chunks = await chunksOf(database, survey)
  const stale = chunks.filter((chunk) => chunk.book !== book)
  if (stale.length > 0) await database.columnChunks.bulkDelete(stale.map(({ number }) => [survey, number]))
  return chunks.filter((chunk) => chunk.book === book)
}

const keepChunk = async (database: DeviceDatabase, chunk: ColumnChunk): Promise<void> => {
  try {
    await database.columnChunks.put(chunk)
  } catch {
    // A full disk: the rows are there, and are read again the next time.
  }
}

const latest = (times: readonly string[]): string => times.reduce((last, time) => (time > last ? time : last), '')

const lostResponses = (parts: readonly Sets[], there: ReadonlySet<RevisionId>): readonly ResponseId[] =>
  parts.flatMap(([{ responses, revisions }]) =>
    responses.filter((_, place) => !there.has(revisions[place] as RevisionId)),
  )

/** Rows by their ids, which are in order. Where most of those between are wanted they are read in one go, ten times faster. */
const readRows = async (
  database: DeviceDatabase,
  ids: readonly RevisionId[],
  isDense: boolean,
): Promise<readonly KeptReturn[]> => {
  const [first, last] = [ids[0], ids.at(-1)]
  if (!isDense || first === undefined || last === undefined)
    return (await database.returns.bulkGet([...ids])).flatMap((kept) => (kept === undefined ? [] : [kept]))
  const wanted = new Set(ids)
  const between = await database.returns.where(':id').between(first, last, true, true).toArray()
  return between.filter(({ revision }) => wanted.has(revision.id))
}

/** The returns that count, of some rows. A response of which there is more than one return is settled over all of them. */
const settleSlice = async (
  database: DeviceDatabase,
  rows: readonly KeptReturn[],
  seen: Set<ResponseId>,
): Promise<readonly Revision[]> => {
  const byResponse = Map.groupBy(rows, ({ revision }) => revision.response)
  const single: Revision[] = []
  const several: ResponseId[] = []
  for (const [response, [kept, ...more]] of byResponse) {
    if (kept !== undefined && more.length === 0 && kept.revision.replaces === null && !seen.has(response))
      single.push(...readable([kept.revision]))
    else several.push(response)
    seen.add(response)
  }
  return [...single, ...(await settleAll(database, several))]
}

/** What is sealed can't be counted here. */
const readable = (returns: readonly Revision[]): readonly Revision[] => returns.filter((each) => !isSealed(each))

/** Of each response the return that counts, over all that there are of it; those that have none, or a sealed one, are left out. */
export const settleAll = async (
  database: DeviceDatabase,
  responses: readonly ResponseId[],
): Promise<readonly Revision[]> => {
  if (responses.length === 0) return []
  const rows = await database.returns
    .where('revision.response')
    .anyOf([...responses])
    .toArray()
  return readable(currentReturns(inArrival(rows)))
}
