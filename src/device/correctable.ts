import { currentReturns } from '../response/current.ts'
import type { ResponseId, Revision } from '../response/revision.ts'
import { isSealed } from '../protocol/sealed-return.ts'
import { standingOf } from '../survey/standing.ts'
import type { DeviceDatabase } from './database.ts'
import { inArrival } from './returns.ts'
import { listVersions } from './versions.ts'

/**
 * The return of a response that counts, where it may be corrected on this device; null where it may not. What a family
 * answered by itself is corrected by the family only: it is taken out and filled in again. Nothing is corrected once
 * its survey is closed.
 */
export const readCorrectable = async (database: DeviceDatabase, response: ResponseId): Promise<Revision | null> => {
  const kept = await database.returns.where('revision.response').equals(response).toArray()
  const [current] = currentReturns(inArrival(kept))
  if (current === undefined || current.way === 'family' || isSealed(current)) return null
  const standing = await database.standings.get(current.survey)
  const { state } = standingOf(standing, await listVersions(database, current.survey))
  return state === 'live' ? current : null
}
