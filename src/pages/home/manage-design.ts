import type { DeviceDatabase } from '../../device/database.ts'
import { deleteDesign } from '../../device/delete-design.ts'
import { copyDesign, putDesignAway } from '../../device/manage-designs.ts'
import type { Clock, NewId } from '../../device/ports.ts'
import type { SurveyId } from '../../survey/ids.ts'

/** Copies, puts away, brings back or deletes a survey; why it could not be done, or null. */
export const manageDesign = async (
  act: 'copy' | 'away' | 'back' | 'delete',
  database: DeviceDatabase,
  id: SurveyId,
  clock: Clock,
  newId: NewId,
): Promise<string | null> => {
  const done = await manage(act, database, id, clock, newId)
  return done.ok ? null : done.reason
}

const manage = (
  act: Parameters<typeof manageDesign>[0],
  database: DeviceDatabase,
  id: SurveyId,
  clock: Clock,
  newId: NewId,
) => {
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
