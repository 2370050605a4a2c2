import type { ResponseId } from '../response/revision.ts'
import type { DeviceDatabase } from './database.ts'
import type { StaffPin } from './pin.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'
import { copyTablet } from './tablet-copy.ts'
import type { Lock, LockPhase } from './tablet-row.ts'

/** Whether the lock was written. The reason is a sentence; then everything is as it was. */
export type LockWritten =
  | { readonly ok: true; readonly lock: Lock | null }
  | { readonly ok: false; readonly reason: string }

/** Locks this browser to one form that is begun. It is on the disk when this resolves: only then may a cover be shown. */
export const handOver = (database: DeviceDatabase, response: ResponseId, clock: Clock): Promise<LockWritten> =>
  written(database, async () => {
    if ((await database.drafts.get(response)) === undefined) return 'This form was sent or deleted already.'
    if ((await database.tablet.get('lock')) !== undefined) return 'The tablet is handed over already.'
    return putLock(database, response, 'cover', clock)
  })

/** What may follow without staff. Nothing shows less than a tablet that was given back: it may follow on any. */
const without: { readonly [P in LockPhase]: readonly LockPhase[] } = {
  cover: ['form', 'given-back'],
  form: ['cover', 'waiting', 'thanks', 'given-back'],
  waiting: ['given-back'],
  thanks: ['given-back'],
  'given-back': [],
}

/** Goes on to another phase of the same form, where nobody of staff is needed for it. */
export const goOn = (database: DeviceDatabase, from: Lock, phase: LockPhase, clock: Clock): Promise<LockWritten> =>
  written(database, async () => {
    const there = await database.tablet.get('lock')
    if (there?.key !== 'lock' || there.response !== from.response) return 'The tablet was given back in another tab.'
    if (there.phase === phase) return there
    if (!without[there.phase].includes(phase)) return 'Ask a member of staff.'
    return putLock(database, from.response, phase, clock)
  })

/** What staff may do with a tablet that they have unlocked. */
export type StaffChoice = 'carry-on' | 'take-over' | 'leave'

/**
 * Carries out what staff have chosen. Carrying on goes back to the form; taking over makes it an interviewer's form and
 * unlocks; leaving unlocks and keeps the form as it is. `staff` is what a right PIN gives.
 */
export const staffChose = (
  database: DeviceDatabase,
  _staff: StaffPin,
  lock: Lock,
  choice: StaffChoice,
  clock: Clock,
): Promise<LockWritten> =>
  written(database, async () => {
    switch (choice) {
      case 'carry-on':
        return putLock(database, lock.response, 'form', clock)
      case 'take-over': {
        const kept = await database.drafts.get(lock.response)
        if (kept === undefined) return 'This form was sent or deleted already.'
        // The counter goes up: a tab that still shows the family's page is told, and saves nothing over it.
        await database.drafts.put({ ...kept, draft: { ...kept.draft, way: 'interviewer' }, counter: kept.counter + 1 })
        await database.tablet.delete('lock')
        return null
      }
      case 'leave':
        await database.tablet.delete('lock')
        return null
      default:
        return choice satisfies never
    }
  })

const putLock = async (
  database: DeviceDatabase,
  response: ResponseId,
  phase: LockPhase,
  clock: Clock,
): Promise<Lock> => {
  const lock: Lock = { key: 'lock', response, phase, at: clock().toISOString() }
  await database.tablet.put(lock)
  return lock
}

/** In one transaction. A sentence means that nothing was to be written. */
const written = async (database: DeviceDatabase, write: () => Promise<Lock | null | string>): Promise<LockWritten> => {
  try {
    const done = await database.transaction('rw', [database.tablet, database.drafts], write)
    await copyTablet(database)
    return typeof done === 'string' ? { ok: false, reason: done } : { ok: true, lock: done }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}
