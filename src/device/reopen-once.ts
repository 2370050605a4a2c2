import type { DeviceDatabase } from './database.ts'

/**
 * Does something with the database; where it fails, opens the database anew and does it once more. The browser closes a
 * connection under a page: when its storage process dies, or another tab takes the database on to a newer form.
 */
export const reopenOnce = async <Result>(database: DeviceDatabase, act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act()
  } catch {
    database.close({ disableAutoOpen: false })
    return act()
  }
}
