import { goOn, handOver, staffChose, type StaffChoice } from '../../../src/device/hand-over.ts'
import { readLock } from '../../../src/device/lock.ts'
import { checkPin, setPin } from '../../../src/device/pin.ts'
import { putBackTablet } from '../../../src/device/tablet-copy.ts'
import type { LockPhase } from '../../../src/device/tablet-row.ts'
import { readDraft, startDraft } from '../../../src/device/drafts.ts'
import type { ResponseId } from '../../../src/response/revision.ts'
import { clock, form, newId, opened } from './open.ts'

/** Seconds after a fixed moment. */
const at = (seconds: number) => () => new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000)

export const set = async (name: string, pin: string, current: string | null) =>
  setPin(await opened(name), pin, current === null ? null : { pin: current }, { clock: at(0), crypto })

/** The same by a recovery code. */
export const setByCode = async (name: string, pin: string, code: string) =>
  setPin(await opened(name), pin, { code }, { clock: at(0), crypto })

/** Tries PINs one after the other, at so many seconds. Gives what was said of each. */
export const tryPins = async (name: string, tries: readonly (readonly [pin: string, seconds: number])[]) => {
  const database = await opened(name)
  const said: string[] = []
  for (const [pin, seconds] of tries) {
    const checked = await checkPin(database, pin, { clock: at(seconds), crypto })
    said.push('wait' in checked ? `${checked.kind} ${checked.wait}` : checked.kind)
  }
  return said
}

/** What lies in the table that the PIN is kept in. */
export const kept = async (name: string) => JSON.stringify(await (await opened(name)).tablet.toArray())

export const lockOne = async (name: string) => {
  const database = await opened(name)
  const started = await startDraft(database, { ...form, way: 'family' }, clock, newId)
  if (!started.ok) throw new Error(started.reason)
  const { response } = started.kept.draft
  await handOver(database, response, at(0))
  return response
}

/** Goes on through phases without staff; gives for each whether that was let. */
export const walk = async (name: string, phases: readonly LockPhase[]) => {
  const database = await opened(name)
  const allowed: boolean[] = []
  for (const phase of phases) {
    const lock = await readLock(database)
    if (lock === null || lock === 'unknown') return 'no lock'
    allowed.push((await goOn(database, lock, phase, at(0))).ok)
  }
  return allowed
}

/** Unlocks with a PIN and chooses. Gives the lock that is left, and the way of the draft. */
export const choose = async (name: string, pin: string, choice: StaffChoice, response: string) => {
  const database = await opened(name)
  const lock = await readLock(database)
  const checked = await checkPin(database, pin, { clock: at(0), crypto })
  if (checked.kind !== 'right' || lock === null || lock === 'unknown') return checked.kind
  await staffChose(database, checked.staff, lock, choice, at(0))
  const left = await readLock(database)
  const draft = await readDraft(database, response as ResponseId)
  return { phase: left === null || left === 'unknown' ? left : left.phase, way: draft?.draft.way }
}

/** Empties the table as the browser may, and puts the copy back. Gives the phase of the lock. */
export const emptyAndPutBack = async (name: string) => {
  const database = await opened(name)
  await database.tablet.clear()
  await putBackTablet(database)
  const lock = await readLock(database)
  return lock === null || lock === 'unknown' ? lock : lock.phase
}

/** Whether a lock that can't be read lets anybody in. */
export const readClosed = async (name: string) => {
  const database = await opened(name)
  database.close()
  return readLock(database)
}
