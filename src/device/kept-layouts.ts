import type { SurveyId } from '../survey/ids.ts'
import type { Layout, Layouts } from '../tabulation/arrange.ts'
import type { DeviceDatabase } from './database.ts'
import { whyNotSaved } from './storage-failure.ts'

/** Own words and order of the tables of a survey, by question. The data know nothing of it. */
export interface KeptLayouts {
  readonly survey: SurveyId
  readonly tables: Layouts
}

/** Empty where nothing was set. */
export const readLayouts = async (database: DeviceDatabase, survey: SurveyId): Promise<Layouts> =>
  (await database.layouts.get(survey))?.tables ?? {}

/** Keeps how one table is laid out; null is as the survey has it. Says why not, where it could not be kept. */
export const keepLayout = async (
  database: DeviceDatabase,
  survey: SurveyId,
  question: string,
  layout: Layout | null,
): Promise<string | null> => {
  try {
    await database.transaction('rw', database.layouts, async () => {
      const { [question]: _, ...others } = await readLayouts(database, survey)
      await database.layouts.put({ survey, tables: layout === null ? others : { ...others, [question]: layout } })
    })
    return null
  } catch (error) {
    return whyNotSaved(error)
  }
}
