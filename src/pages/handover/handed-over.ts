import type { DeviceDatabase } from '../../device/database.ts'
import { readDraft } from '../../device/drafts.ts'
import type { Lock, LockPhase } from '../../device/tablet-row.ts'
import { readVersion } from '../../device/versions.ts'
import type { Draft } from '../../response/draft.ts'
import type { Revision } from '../../response/revision.ts'
import type { Definition } from '../../survey/definition.ts'

/** What this tablet still has of the form that it is locked to. */
export interface HandedOver {
  readonly draft: Draft | null
  readonly returned: Revision | null
  readonly definition: Definition | null
}

/** @throws where the database can't be read */
export const readHandedOver = async (database: DeviceDatabase, { response }: Lock): Promise<HandedOver> => {
  const kept = await readDraft(database, response)
  const made = await database.returns.where('revision.response').equals(response).toArray()
  const returned = made.map(({ revision }) => revision).sort((a, b) => b.deviceSequence - a.deviceSequence)[0] ?? null
  const version = kept?.draft.version ?? returned?.version
  const definition = version === undefined ? null : ((await readVersion(database, version))?.definition ?? null)
  return { draft: kept?.draft ?? null, returned, definition }
}

/** Milliseconds without a touch or a key after which a form covers itself. */
export const quietAfter = 3 * 60 * 1000

/**
 * What is shown of a lock as the tablet stands: a form that was sent in the moment of a crash is thanked for, one that
 * lay open for longer than a quiet tablet may waits for staff, one that is gone is given back.
 */
export const phaseShown = (
  lock: Lock,
  { draft, returned }: Pick<HandedOver, 'draft' | 'returned'>,
  now: Date,
): LockPhase => {
  if (lock.phase === 'given-back' || lock.phase === 'thanks') return lock.phase
  if (draft === null) return returned === null ? 'given-back' : 'thanks'
  const lastUse = Math.max(Date.parse(lock.at), Date.parse(draft.savedAt))
  const rest = now.getTime() - lastUse
  // A clock that was set back says nothing about how long the tablet lay there.
  return lock.phase === 'form' && (rest > quietAfter || rest < -quietAfter) ? 'waiting' : lock.phase
}
