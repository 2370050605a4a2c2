import { baseOf, type Ledger, type LedgerBase } from '../population/ledger.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'

/** What tables of a survey are told with, also without a network. */
export interface KeptLedger extends LedgerBase {
  readonly survey: SurveyId
  /** When the server said so: ISO 8601, UTC. */
  readonly at: string
}

/** Keeps what a ledger says of a survey's base, or that there is none. */
export const keepLedger = async (
  database: DeviceDatabase,
  survey: SurveyId,
  ledger: Ledger | null,
  now: Date,
): Promise<void> => {
  if (ledger === null) await database.ledgers.delete(survey)
  else await database.ledgers.put({ survey, at: now.toISOString(), ...baseOf(ledger) })
}
