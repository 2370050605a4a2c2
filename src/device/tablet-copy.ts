import type { DeviceDatabase } from './database.ts'
import type { TabletRow } from './tablet-row.ts'

const keyOf = (name: string): string => `proforma-tablet-${name}`

/**
 * Copies the lock and the PIN to localStorage. Chromium may empty the database after a kill, and answers are put back
 * from the journal: a family that holds the tablet must not find them open.
 */
export const copyTablet = async (database: DeviceDatabase): Promise<void> => {
  try {
    // A key that can't be read out can't be copied: a tablet that was emptied is enrolled again.
    const rows = await database.tablet.where('key').notEqual('enrolment').toArray()
    localStorage.setItem(keyOf(database.name), JSON.stringify(rows))
  } catch {
    // The database itself has it.
  }
  void copyAll(database)
}

/** Into the journal too, which nobody waits for. */
const copyAll = async (database: DeviceDatabase): Promise<void> => {
  const { copyRow } = await import('./journal/shelves.ts')
  for (const key of ['lock', 'pin', 'pin-tries']) await copyRow(database, 'tablet', key)
}

/** Puts the copy into a database that was emptied. One that has a row of its own was not. */
export const putBackTablet = async (database: DeviceDatabase): Promise<void> => {
  const rows = JSON.parse(localStorage.getItem(keyOf(database.name)) ?? '[]') as readonly TabletRow[]
  await database.transaction('rw', database.tablet, async () => {
    if ((await database.tablet.count()) === 0) await database.tablet.bulkPut([...rows])
  })
}
