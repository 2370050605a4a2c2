import type { FrozenTables } from '../tabulation/frozen.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'
import { copyRow } from './journal/shelves.ts'
import { whyNotSaved } from './storage-failure.ts'

export type KeptFrozen = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Keeps tables as they are. What was frozen once is never written over. */
export const keepFrozen = async (database: DeviceDatabase, frozen: FrozenTables): Promise<KeptFrozen> => {
  try {
    await database.frozenTables.add(frozen)
    await copyRow(database, 'frozenTables', frozen.id)
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/** The frozen tables of a survey, the newest first. */
export const listFrozen = async (database: DeviceDatabase, survey: SurveyId): Promise<readonly FrozenTables[]> => {
  const frozen = await database.frozenTables.where('survey').equals(survey).toArray()
  return frozen.sort((a, b) => b.at.localeCompare(a.at))
}

/** Frozen tables by their id; undefined when this device does not have them. */
export const readFrozen = (database: DeviceDatabase, id: string): Promise<FrozenTables | undefined> =>
  database.frozenTables.get(id)
