import type { DeviceDatabase } from '../../device/database.ts'
import { deleteDesign } from '../../device/delete-design.ts'
import { copyDesign, putDesignAway, renameDesign } from '../../device/manage-designs.ts'
import type { Clock, NewId } from '../../device/ports.ts'
import type { SurveyId } from '../../survey/ids.ts'

type Act = 'copy' | 'away' | 'back' | 'delete' | { readonly title: string }

/** Copies, renames, puts away, brings back or deletes a survey; why it could not be done, or null. */
export const manageDesign = async (
  act: Act,
  database: DeviceDatabase,
  id: SurveyId,
  clock: Clock,
  newId: NewId,
): Promise<string | null> => {
  const done = await manage(act, database, id, clock, newId)
  return done.ok ? null : done.reason
}

const manage = (act: Act, database: DeviceDatabase, id: SurveyId, clock: Clock, newId: NewId) => {
  if (typeof act === 'object') return rename(database, id, act.title, clock)
  switch (act) {
    case 'copy':
      return copyDesign(database, id, clock, newId)
    case 'away':
      return putDesignAway(database, id, true, clock)
    case 'back':
      return putDesignAway(database, id, false, clock)
    case 'delete':
      return deleteDesign(database, id)
    default:
      return act satisfies never
  }
}

const rename = async (database: DeviceDatabase, id: SurveyId, title: string, clock: Clock) => {
  const saved = await renameDesign(database, id, title, clock)
  switch (saved.kind) {
    case 'saved':
      return { ok: true } as const
    case 'conflict':
      return { ok: false, reason: 'This survey was changed in another tab just now. Try again.' } as const
    case 'gone':
      return { ok: false, reason: 'This survey is no longer on this device.' } as const
    case 'failed':
      return { ok: false, reason: saved.reason } as const
    default:
      return saved satisfies never
  }
}
