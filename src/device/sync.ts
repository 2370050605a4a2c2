import type { DeviceDatabase } from './database.ts'
import { calmInterval, exchange, type ExchangePorts, type Trigger } from './exchange.ts'
import { offerKeptAsideAgain } from './outbox.ts'
import { offerRefusedAgain } from './publications.ts'

export interface SyncPorts extends ExchangePorts {
  /** `navigator.locks`: one tab at a time exchanges with the server. */
  readonly locks: Pick<LockManager, 'request'>
  /** `window`: says `online` when the network may be back. */
  readonly network: EventTarget
}

export interface Sync {
  /** To be called after a return, and after a survey was published or closed; resolves when it was tried. */
  readonly returned: () => Promise<void>
  /** "Send now": tries at once, also what was kept aside; resolves when it was tried. */
  readonly sendNow: () => Promise<void>
  /** Ends the loop; resolves when nothing of it runs any more. */
  readonly stop: () => Promise<void>
}

/** Starts the one loop of this tab: at the start, when the network comes back, after a return, and every minute. */
export const startSync = (database: DeviceDatabase, ports: SyncPorts): Sync => {
  const stopped = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  let queued: { readonly run: Promise<void>; readonly trigger: Trigger } | null = null

  const once = async (): Promise<void> => {
    const trigger = queued?.trigger ?? 'timer'
    queued = null
    let nextAt: number
    try {
      nextAt = await ports.locks.request('proforma-sync', { signal: stopped.signal }, () =>
        exchange(database, trigger, ports),
      )
    } catch {
      // Stopped while waiting for the lock, or the database was closed under it: nothing was lost, it is tried again.
      nextAt = ports.clock().getTime() + calmInterval
    }
    if (stopped.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(() => void wake('timer'), Math.max(1_000, nextAt - ports.clock().getTime()))
  }

  /** What wakes it while it runs makes it run once more, and only once. */
  const wake = (trigger: Trigger): Promise<void> => {
    if (queued === null) {
      running = running.then(once)
      queued = { run: running, trigger }
    } else if (trigger === 'asked' || queued.trigger === 'timer') {
      queued = { ...queued, trigger }
    }
    return queued.run
  }

  const online = (): void => void wake('online')
  ports.network.addEventListener('online', online)
  void wake('start')

  return {
    returned: () => wake('return'),
    sendNow: async () => {
      await offerKeptAsideAgain(database)
      await offerRefusedAgain(database)
      await wake('asked')
    },
    stop: async () => {
      stopped.abort()
      clearTimeout(timer)
      ports.network.removeEventListener('online', online)
      await running
    },
  }
}
