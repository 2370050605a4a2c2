import type { ResponseId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { type PackedColumns, unpackIds } from '../tabulation/pack-columns.ts'
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
  /** Every return that was looked at for it, those that another replaces too: ids as lines. */
  readonly known: string
  /** When the last of them was filled in: ISO 8601, UTC. */
  readonly lastReturn: string
  /** The forms, then the entries of each repeated group. */
  readonly packed: readonly PackedColumns[]
}

/** The chunks of a survey, in order. */
export const chunksOf = (database: DeviceDatabase, survey: SurveyId): Promise<readonly ColumnChunk[]> =>
  database.columnChunks.where('[survey+number]').between([survey, 0], [survey, Number.MAX_SAFE_INTEGER]).toArray()

/**
 * Takes out every chunk that holds anything of a response: what is erased is gone from here too, and the others in it are
 * encoded again when Results are next opened. To be called inside a transaction over `columnChunks`.
 */
export const forgetInChunks = async (
  database: DeviceDatabase,
  survey: SurveyId,
  response: ResponseId,
): Promise<void> => {
  for (const { number, packed } of await chunksOf(database, survey))
    if (unpackIds(packed[0]?.responses ?? '').includes(response)) await database.columnChunks.delete([survey, number])
}
