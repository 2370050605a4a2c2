import { liveQuery } from 'dexie'
import type { DeviceDatabase } from './database.ts'
import type { Lock } from './tablet-row.ts'

/** The lock, null where the tablet is in the hands of staff, `unknown` where it could not be read: no one is let in by that. */
export type LockRead = Lock | null | 'unknown'

export const readLock = (database: DeviceDatabase): Promise<LockRead> =>
  database.tablet.get('lock').then(
    (row) => (row?.key === 'lock' ? row : null),
    () => 'unknown',
  )

/** Tells the lock now and at each change, of any tab, until the function it returns is called. */
export const watchLock = (database: DeviceDatabase, tell: (lock: LockRead) => void): (() => void) => {
  const subscription = liveQuery(() => readLock(database)).subscribe(tell)
  return () => subscription.unsubscribe()
}
