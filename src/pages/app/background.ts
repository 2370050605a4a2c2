import { type AppUpdates, startAppUpdates } from '../../device/app-update.ts'
import type { DeviceDatabase } from '../../device/database.ts'
import { fetchAsTablet } from '../../device/enrolment.ts'
import { tidyJournal } from '../../device/journal/tidy.ts'
import type { Clock } from '../../device/ports.ts'
import { startSync, type Sync } from '../../device/sync.ts'

/** What goes on behind the screens: the exchange with the server, and looking out for a newer release of the app. */
export interface Background {
  readonly sync: Sync
  readonly updates: AppUpdates
}

/** Starts both. Loaded by import() once the first screen stands: nobody waits for it. */
export const startBackground = async (database: DeviceDatabase, clock: Clock): Promise<Background> => {
  const sync = startSync(database, {
    fetch: fetchAsTablet(database, { fetch: (path, init) => fetch(path, init), clock }),
    clock,
    random: Math.random,
    locks: navigator.locks,
    network: window,
  })
  // Nobody waits for it, and what it could not do now it does at the next start.
  void tidyJournal(database, clock).catch(() => undefined)
  const updates = await startAppUpdates({
    script: { url: '/service-worker.js', type: 'classic' },
    // While the pages are worked on, nothing is to come from a cache.
    container: import.meta.env.PROD ? navigator.serviceWorker : undefined,
    locks: navigator.locks,
    reload: () => location.reload(),
  })
  return { sync, updates }
}
