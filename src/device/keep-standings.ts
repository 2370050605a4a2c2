import type { Standing } from '../survey/standing.ts'
import type { DeviceDatabase } from './database.ts'

/**
 * Takes the server's word on how surveys stand. What was decided here and is still to be sent stands against it; a
 * standing of a version that this device could not keep is passed over.
 */
export const keepStandings = (database: DeviceDatabase, told: readonly Standing[]): Promise<void> =>
  database.transaction('rw', [database.versions, database.standings, database.standingsOut], async () => {
    const out = await database.standingsOut.filter(({ refused }) => refused === null).toArray()
    const decidedHere = new Set(out.map(({ standing }) => standing.survey))
    const versions = await database.versions.bulkGet(told.map(({ version }) => version))
    const taken = told.filter(({ survey }, index) => versions[index]?.survey === survey && !decidedHere.has(survey))
    await database.standings.bulkPut(taken)
  })
