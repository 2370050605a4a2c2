import type { DeviceDatabase } from '../../device/database.ts'
import { keepLedger, type KeptLedger } from '../../device/kept-ledger.ts'
import type { Ledger } from '../../population/ledger.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { ask } from './ask.ts'

/** Milliseconds that Results waits for the list; after that it counts by the one kept here. */
const patience = 3000

/** What the list of a survey says counts: asked for anew where this device knows of one. Null where it knows of none. */
export const freshLedger = async (database: DeviceDatabase, survey: SurveyId): Promise<KeptLedger | null> => {
  if ((await database.ledgers.get(survey)) === undefined) return null
  const asked = await ask(`/api/v1/populations/${survey}`, { signal: AbortSignal.timeout(patience) })
  if (asked.ok) await keepLedger(database, survey, asked.body['ledger'] as Ledger | null, new Date())
  return (await database.ledgers.get(survey)) ?? null
}
