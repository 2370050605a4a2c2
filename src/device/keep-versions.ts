import type { VersionId } from '../survey/ids.ts'
import { hasOutline } from '../survey/outline.ts'
import { type Version, versionId } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * Keeps published versions. A definition that is kept already stays as it is; its number is the server's word, since a
 * device that first met a survey without one called its version 1. A version whose definition does not have the digest
 * that names it, or not the outline that every screen reads, is not kept, and its id is handed back.
 */
export const keepVersions = (database: DeviceDatabase, versions: readonly Version[]): Promise<readonly VersionId[]> =>
  database.transaction('rw', database.versions, async () => {
    const kept = await database.versions.bulkGet(versions.map(({ id }) => id))
    const unsound: VersionId[] = []
    for (const [index, version] of versions.entries()) {
      const before = kept[index]
      if (before === undefined && !isSound(version)) unsound.push(version.id)
      else if (before?.number !== version.number)
        await database.versions.put({ ...version, definition: before?.definition ?? version.definition })
    }
    return unsound
  })

const isSound = ({ id, definition }: Version): boolean => hasOutline(definition) && versionId(definition) === id
