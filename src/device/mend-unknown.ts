import type { VersionId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'
import { offerAnswersTo, returnsToUnknown } from './outbox.ts'
import { sendVersion } from './publications.ts'

/**
 * Looks after returns that the server kept aside since it did not know their version. Where it knows it now, as another
 * device has published it, they wait again; where this device has the version, as a newer app ships it, the version is
 * to be sent, and they after it.
 */
export const mendUnknown = (database: DeviceDatabase, onServer: ReadonlySet<VersionId>): Promise<void> => {
  const { outbox, keptAside, returns, versions, versionsOut } = database
  return database.transaction('rw', [outbox, keptAside, returns, versions, versionsOut], async () => {
    await offerAnswersTo(database, onServer)
    const missing = new Set((await returnsToUnknown(database)).map(({ revision }) => revision.version))
    for (const id of missing) {
      const version = await versions.get(id)
      if (version !== undefined && (await versionsOut.get(id)) === undefined) await sendVersion(database, version)
    }
  })
}
