import { referenceOf, type ResponseId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'

/** What a reference stands for on this device: which survey and when, never the answers. */
export interface Referenced {
  readonly response: ResponseId
  readonly survey: SurveyId
  /** `begun`: not returned yet. `erased`: taken out before. */
  readonly state: 'begun' | 'returned' | 'erased'
  /** When it was begun, last returned or taken out: ISO 8601, UTC. */
  readonly at: string
}

/** Every response that has that reference: one, but for two in a million million. */
export const findByReference = async (
  { drafts, returns, erasures }: DeviceDatabase,
  reference: string,
): Promise<readonly Referenced[]> => {
  const all = await Promise.all([
    returns.orderBy('revision.response').uniqueKeys() as Promise<unknown> as Promise<readonly ResponseId[]>,
    drafts.toCollection().primaryKeys(),
    erasures.toCollection().primaryKeys(),
  ])
  const meant = [...new Set(all.flat())].filter((response) => referenceOf(response) === reference)
  const found = await Promise.all(
    meant.map(async (response): Promise<Referenced | null> => {
      const returned = await returns.where('revision.response').equals(response).toArray()
      const times = returned.map(({ revision }) => revision.returnedAt).sort()
      const [first, at] = [returned[0], times.at(-1)]
      if (first !== undefined && at !== undefined)
        return { response, survey: first.revision.survey, state: 'returned', at }
      const begun = (await drafts.get(response))?.draft
      if (begun !== undefined) return { response, survey: begun.survey, state: 'begun', at: begun.startedAt }
      const erased = await erasures.get(response)
      return erased === undefined ? null : { response, survey: erased.survey, state: 'erased', at: erased.at }
    }),
  )
  return found.filter((each) => each !== null)
}
