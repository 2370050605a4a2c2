import type { ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * What was last made of a survey's returns. Where `isWhole`, its chunks and what is noted in `columnNews` account for
 * every return of it on this device, so that none of the others need be looked at.
 */
export interface ColumnState {
  readonly survey: SurveyId
  /** What its chunks are encoded with: see `encodedWith`. */
  readonly book: string
  /** Names one making of the chunks. */
  readonly made: string
  readonly isWhole: boolean
  /** When the chunks were last compared with every return: ISO 8601, UTC. */
  readonly comparedAt: string
}

/** A return that was written or taken out since the chunks of its survey were made. Rows are added, never changed. */
export interface ColumnNews {
  readonly number?: number
  readonly survey: SurveyId
  readonly response: ResponseId
  readonly revision: RevisionId
}

/** What of a return has to be known to note it. */
export type Noted = Pick<Revision, 'id' | 'response' | 'survey'>

/** The tables that {@link noteReturns} writes to, for a transaction in which returns are written. */
export const newsTables = ({ columnStates, columnNews }: DeviceDatabase) => [columnStates, columnNews]

/**
 * Notes, in the transaction that changes them, which returns came, went or take another place. A survey whose Results
 * were never opened here has no chunks, and nothing is noted.
 */
export const noteReturns = async (database: DeviceDatabase, changed: readonly Noted[]): Promise<void> => {
  for (const [survey, own] of Map.groupBy(changed, (each) => each.survey))
    if ((await database.columnStates.get(survey)) !== undefined)
      await database.columnNews.bulkAdd(own.map(({ id, response }) => ({ survey, response, revision: id })))
}

/** What was noted of a survey, the oldest first. */
export const newsOf = (database: DeviceDatabase, survey: SurveyId): Promise<readonly Required<ColumnNews>[]> =>
  database.columnNews.where('survey').equals(survey).sortBy('number') as Promise<readonly Required<ColumnNews>[]>

/** Drops all that is encoded, of every survey. To be called inside a transaction over `columnChunks` and {@link newsTables}. */
export const forgetColumns = async ({ columnChunks, columnStates, columnNews }: DeviceDatabase): Promise<void> => {
  await columnStates.clear()
  await columnNews.clear()
  await columnChunks.clear()
}
