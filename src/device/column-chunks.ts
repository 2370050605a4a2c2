import type { ResponseId, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { packIds, type PackedColumns, unpackIds } from '../tabulation/pack-columns.ts'
import { withoutResponses } from '../tabulation/without-responses.ts'
import { noteReturns } from './column-news.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * Encoded returns of a survey, kept beside the rows so that Results need not read them all again. A cache: whatever
 * becomes of it, `open-columns.ts` makes it anew from the rows.
 */
export interface ColumnChunk {
  readonly survey: SurveyId
  readonly number: number
  /** What it is encoded with: see `encodedWith`. */
  readonly book: string
  /** The returns that were looked at for it and are not counted in it, as another replaces them or they are sealed: ids as lines. */
  readonly uncounted: string
  /** When each of its forms was filled in: milliseconds since 1970. */
  readonly times: Float64Array
  /** The forms, then the entries of each repeated group. */
  readonly packed: readonly PackedColumns[]
}

/** The chunks of a survey, in order. */
export const chunksOf = (database: DeviceDatabase, survey: SurveyId): Promise<readonly ColumnChunk[]> =>
  database.columnChunks.where('[survey+number]').between([survey, 0], [survey, Number.MAX_SAFE_INTEGER]).toArray()

/** Every return that was looked at for a chunk. */
export const knownTo = ({ uncounted, packed }: ColumnChunk): readonly RevisionId[] =>
  unpackIds(packed[0]?.revisions ?? '').concat(unpackIds(uncounted)) as unknown as readonly RevisionId[]

/** A chunk without some forms; the very same where it has none of them. */
export const withoutForms = (chunk: ColumnChunk, gone: ReadonlySet<ResponseId>): ColumnChunk => {
  const packed = withoutResponses(chunk.packed, gone)
  if (packed === chunk.packed) return chunk
  const forms = unpackIds(chunk.packed[0]?.responses ?? '') as readonly ResponseId[]
  return { ...chunk, packed, times: chunk.times.filter((_, place) => !gone.has(forms[place] as ResponseId)) }
}

/**
 * Takes out of the chunks whatever they hold of a response, of which these returns were taken out just now: what is erased
 * is gone from here too. What is left of it is counted from the rows. To be called inside a transaction over
 * `returnTables`.
 */
export const forgetInChunks = async (
  database: DeviceDatabase,
  survey: SurveyId,
  response: ResponseId,
  revisions: readonly RevisionId[],
): Promise<void> => {
  const gone = new Set<string>(revisions)
  for (const chunk of await chunksOf(database, survey)) {
    const key: [SurveyId, number] = [survey, chunk.number]
    // A release before kept them in another form.
    if (chunk.uncounted === undefined) await database.columnChunks.delete(key)
    else {
      const left = withoutForms(chunk, new Set([response]))
      const uncounted = unpackIds(chunk.uncounted).filter((id) => !gone.has(id))
      if (left !== chunk || uncounted.length < unpackIds(chunk.uncounted).length)
        await database.columnChunks.put({ ...left, uncounted: packIds(uncounted) })
    }
  }
  const others = await database.returns.where('revision.response').equals(response).toArray()
  await noteReturns(
    database,
    others.map(({ revision }) => revision),
  )
}
