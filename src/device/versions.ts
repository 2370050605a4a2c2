import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'

/** One version, or null when this device does not have it. */
export const readVersion = async (database: DeviceDatabase, id: VersionId): Promise<Version | null> =>
  (await database.versions.get(id)) ?? null

/** The versions of a survey that this device has, or of all surveys, oldest number first. */
export const listVersions = async (database: DeviceDatabase, survey?: SurveyId): Promise<readonly Version[]> => {
  const { versions } = database
  const found = await (survey === undefined ? versions.toArray() : versions.where('survey').equals(survey).toArray())
  return found.sort((a, b) => a.number - b.number)
}
