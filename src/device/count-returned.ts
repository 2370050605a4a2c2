import type { RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * How many responses to a survey came back, each counted once however often it was corrected: what `currentReturns` of all
 * of them comes to, by keys alone, so that ten thousand returns are not read to be counted.
 */
export const countReturned = (database: DeviceDatabase, survey: SurveyId): Promise<number> =>
  database.transaction('r', database.returns, async () => {
    const own = database.returns.where('revision.survey').equals(survey)
    const corrections = (await database.returns
      .where('[revision.survey+revision.replaces]')
      .between([survey, ''], [survey, '\uffff'])
      .keys()) as unknown as readonly (readonly [SurveyId, RevisionId])[]
    if (corrections.length === 0) return own.count()
    const ids = new Set(await own.primaryKeys())
    // Of a return that is no longer here its correction is all there is.
    const gone = new Set(corrections.flatMap(([, corrected]) => (ids.has(corrected) ? [] : [corrected])))
    return ids.size - corrections.length + gone.size
  })
