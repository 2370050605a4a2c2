import { exchange, type Trigger } from '../../../src/device/exchange.ts'
import { offerAllAgain } from '../../../src/device/outbox.ts'
import { readSyncState } from '../../../src/device/read-sync-state.ts'
import { startSync, type Sync } from '../../../src/device/sync.ts'
import type { SyncState } from '../../../src/device/sync-state.ts'
import type { Readable } from '../../../src/device/value-store.ts'
import { watchQuery } from '../../../src/device/watch-query.ts'
import { listVersions } from '../../../src/device/versions.ts'
import type { RevisionId } from '../../../src/response/revision.ts'
import { opened } from './open.ts'

const ports = {
  fetch: (path: string, init: RequestInit) => fetch(path, init),
  clock: () => new Date(),
  random: () => 0.5,
}

/** One exchange; how things stand after it, and in how many seconds the next one is due. */
export const exchangeOnce = async (name: string, trigger: Trigger) => {
  const database = await opened(name)
  const nextAt = await exchange(database, trigger, ports)
  return { state: await readSyncState(database), seconds: Math.round((nextAt - Date.now()) / 1_000) }
}

export const versions = async (name: string) => listVersions(await opened(name))

export const offerAll = async (name: string) => offerAllAgain(await opened(name))

/** Takes a return out of the database, as a damaged disk might. */
export const lose = async (name: string, id: RevisionId) => (await opened(name)).returns.delete(id)

interface Loop {
  readonly sync: Sync
  /** As the chip reads it. */
  readonly state: Readable<SyncState | null>
  readonly seen: (SyncState | null)[]
}

const loops = new Map<string, Loop>()

const loop = (name: string) => {
  const found = loops.get(name)
  if (found === undefined) throw new Error('not started')
  return found
}

/** Starts the loop of this tab and notes every state that it shows. */
export const start = async (name: string) => {
  const database = await opened(name)
  const sync = startSync(database, { ...ports, locks: navigator.locks, network: window })
  const seen: (SyncState | null)[] = []
  const state = watchQuery(() => readSyncState(database))
  state.subscribe(() => seen.push(state.get()))
  loops.set(name, { sync, state, seen })
}

export const returned = (name: string) => loop(name).sync.returned()

export const sendNow = (name: string) => loop(name).sync.sendNow()

export const networkIsBack = async (name: string) => {
  loop(name)
  window.dispatchEvent(new Event('online'))
}

/** Waits until the chip shows that, with so many to send if a number is given, and gives it. */
export const shows = async (name: string, kind: SyncState['kind'], toSend?: number): Promise<SyncState> => {
  const { state } = loop(name)
  for (;;) {
    const now = state.get()
    if (now?.kind === kind && (toSend === undefined || ('toSend' in now && now.toSend === toSend))) return now
    const { promise, resolve } = Promise.withResolvers<void>()
    const leave = state.subscribe(resolve)
    await promise
    leave()
  }
}

export const stop = async (name: string) => loop(name).sync.stop()
