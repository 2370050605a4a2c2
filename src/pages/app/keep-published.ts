import type { DeviceDatabase } from '../../device/database.ts'
import { keepVersions } from '../../device/keep-versions.ts'
import type { Definition } from '../../survey/definition.ts'
import { publish } from '../../survey/version.ts'

/** Surveys that ship were published with the product, not when somebody opened it. */
const shipped = new Date('2026-11-01T00:00:00Z')

/** Keeps definitions that ship as the first version of each. Loaded at the first start only: it brings SHA-256 along. */
export const keepPublished = async (database: DeviceDatabase, definitions: readonly Definition[]): Promise<void> => {
  await keepVersions(
    database,
    definitions.map((definition) => publish(definition, null, shipped)),
  )
}
