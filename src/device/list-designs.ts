import { type Standing, standingOf, type SurveyState } from '../survey/standing.ts'
import { liveVersions } from '../survey/live-versions.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'
import type { KeptDesign } from './kept-design.ts'

/** A design and how its survey stands. */
export interface ListedDesign {
  readonly design: KeptDesign
  readonly state: SurveyState
  /** The version that is live, or was when the survey was closed; null for a draft. */
  readonly version: Version | null
}

/** Every survey that is built on this device, put away or not, the one saved last first. */
export const listDesigns = (database: DeviceDatabase): Promise<readonly ListedDesign[]> =>
  database.transaction('r', [database.designs, database.versions, database.standings], async () => {
    const designs = await database.designs.toArray()
    const listed = await Promise.all(
      designs.map(async (design) => ({ design, ...(await surveyStanding(database, design.id)) })),
    )
    return listed.sort((a, b) => b.design.savedAt.localeCompare(a.design.savedAt))
  })

/** How a survey stands on this device, and its version that is live or was last. */
export const surveyStanding = async (
  database: DeviceDatabase,
  survey: SurveyId,
): Promise<{ readonly state: SurveyState; readonly version: Version | null }> =>
  standingOf(await database.standings.get(survey), await database.versions.where('survey').equals(survey).toArray())

/** Of each survey that is live the version to fill in now, in the order of their ids. */
export const listLive = (database: DeviceDatabase): Promise<readonly Version[]> =>
  database.transaction('r', [database.versions, database.standings], async () => {
    const standings: readonly Standing[] = await database.standings.toArray()
    return liveVersions(await database.versions.toArray(), standings)
  })
