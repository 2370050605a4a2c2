import type { DeviceDatabase } from '../../device/database.ts'
import { listVersions } from '../../device/versions.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { textIn } from '../../survey/text.ts'

/** The title of a survey's newest version; empty where this device does not have it. */
export const surveyTitle = async (database: DeviceDatabase, survey: SurveyId): Promise<string> => {
  const newest = (await listVersions(database, survey)).at(-1)
  return newest === undefined ? '' : textIn(newest.definition.title)
}
