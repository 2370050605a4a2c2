import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceDatabase } from './database.ts'
import type { VersionOut } from './plan-publish.ts'

/** Puts a version among those to be sent. To be called inside a transaction over versionsOut. */
export const sendVersion = async ({ versionsOut }: DeviceDatabase, version: Version): Promise<void> => {
  const orders = (await versionsOut.toArray()).map(({ order }) => order)
  await versionsOut.put({
    id: version.id,
    order: Math.max(0, ...orders) + 1,
    bytes: bytesOf(version),
    attempts: 0,
    refused: null,
  })
}

/** Bytes of its JSON in UTF-8, as it is sent. */
export const bytesOf = (version: Version): number => new TextEncoder().encode(JSON.stringify(version)).length

/** Puts a decision among those to be sent. To be called inside a transaction over standingsOut. */
export const sendStanding = async ({ standingsOut }: DeviceDatabase, standing: Standing): Promise<void> => {
  const orders = (await standingsOut.toArray()).map(({ order }) => order)
  await standingsOut.put({ standing, order: Math.max(0, ...orders) + 1, refused: null })
}

/** The versions that wait to be sent. */
export const versionsToSend = (database: DeviceDatabase): Promise<readonly VersionOut[]> =>
  database.versionsOut.filter(({ refused }) => refused === null).toArray()

/** How many versions and decisions wait to be sent. */
export const countPublications = async (database: DeviceDatabase): Promise<number> =>
  (await versionsToSend(database)).length +
  (await database.standingsOut.filter(({ refused }) => refused === null).count())

/** Lets what the server refused wait again: a person asked to try again. */
export const offerRefusedAgain = (database: DeviceDatabase): Promise<void> =>
  database.transaction('rw', [database.versionsOut, database.standingsOut], async () => {
    await database.versionsOut.toCollection().modify({ refused: null })
    await database.standingsOut.toCollection().modify({ refused: null })
  })

/**
 * Puts every version that this device knows, and the last decision about each survey, among those to be sent: the
 * server may have been restored from an old backup. Whichever device it was made on, answers here may be to it. To be
 * called inside a transaction over versions, versionsOut, standings and standingsOut.
 */
export const offerVersionsAgain = async (database: DeviceDatabase): Promise<void> => {
  const versions = await database.versions.toArray()
  for (const version of versions.sort((a, b) => a.number - b.number)) await sendVersion(database, version)
  const waiting = new Set(await database.standingsOut.toCollection().primaryKeys())
  for (const standing of await database.standings.toArray())
    if (!waiting.has(standing.id)) await sendStanding(database, standing)
}
