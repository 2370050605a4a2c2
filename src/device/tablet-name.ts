import type { DeviceDatabase } from './database.ts'
import { whyNotSaved } from './storage-failure.ts'

/** Letters that a name may have. */
export const longestTabletName = 40

/** What staff call this tablet; empty where they have not said. */
export const readTabletName = async (database: DeviceDatabase): Promise<string> => {
  const row = await database.tablet.get('name')
  return row?.key === 'name' ? row.name : ''
}

/** Keeps the name, without the space around it. Gives why it was not kept, in a sentence, or null. */
export const saveTabletName = async (database: DeviceDatabase, name: string): Promise<string | null> => {
  try {
    await database.tablet.put({ key: 'name', name: name.trim().slice(0, longestTabletName) })
    return null
  } catch (error) {
    return whyNotSaved(error)
  }
}
