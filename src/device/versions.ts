import type { SurveyId, VersionId } from '../survey/ids.ts'
import { type Version, versionId } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * Keeps published versions. One that is kept already stays as it is; one whose definition does not have the digest
 * that names it is not kept, and its id is handed back.
 */
export const keepVersions = (database: DeviceDatabase, versions: readonly Version[]): Promise<readonly VersionId[]> =>
  database.transaction('rw', database.versions, async () => {
    const known = new Set(await database.versions.toCollection().primaryKeys())
    const fresh = versions.filter(({ id }) => !known.has(id))
    const sound = fresh.filter(({ id, definition }) => versionId(definition) === id)
    await database.versions.bulkPut(sound)
    return fresh.filter((version) => !sound.includes(version)).map(({ id }) => id)
  })

/** One version, or null when this device does not have it. */
export const readVersion = async (database: DeviceDatabase, id: VersionId): Promise<Version | null> =>
  (await database.versions.get(id)) ?? null

/** The versions of a survey that this device has, or of all surveys, oldest number first. */
export const listVersions = async (database: DeviceDatabase, survey?: SurveyId): Promise<readonly Version[]> => {
  const { versions } = database
  const found = await (survey === undefined ? versions.toArray() : versions.where('survey').equals(survey).toArray())
  return found.sort((a, b) => a.number - b.number)
}
