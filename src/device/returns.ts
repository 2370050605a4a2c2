import type { Revision, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase, KeptReturn } from './database.ts'

/** Not Infinity: two of them differ by NaN. */
const afterAll = Number.MAX_SAFE_INTEGER

/**
 * Every return of a survey that this device has, made here or pulled, in the order of arrival: the server's counter,
 * then what the server has not numbered yet, in the order it was made. What `currentReturns` takes.
 */
export const returnsOf = async (database: DeviceDatabase, survey: SurveyId): Promise<readonly Revision[]> => {
  return inArrival(await database.returns.where('revision.survey').equals(survey).toArray())
}

/** Kept returns in the order of arrival: see {@link returnsOf}. */
export const inArrival = (kept: readonly KeptReturn[]): readonly Revision[] =>
  kept
    .toSorted(
      (a, b) => (a.seq ?? afterAll) - (b.seq ?? afterAll) || a.revision.deviceSequence - b.revision.deviceSequence,
    )
    .map(({ revision }) => revision)

/** One return, or null when this device does not have it. */
export const readReturn = async (database: DeviceDatabase, id: RevisionId): Promise<Revision | null> =>
  (await database.returns.get(id))?.revision ?? null
