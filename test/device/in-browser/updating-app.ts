import { type AppUpdate, type AppUpdates, startAppUpdates } from '../../../src/device/app-update.ts'
import { holdFormOpen } from '../../../src/device/open-forms.ts'

/** What a test sees of an app that keeps itself up to date: on `window`, as the app has no page here. */
export interface UpdatingApp {
  readonly updates: Promise<AppUpdates>
  readonly openForm: () => void
  readonly closeForm: () => void
  /** Resolves when the update stands like that. */
  readonly until: (state: AppUpdate) => Promise<true>
}

const updates = startAppUpdates({
  script: { url: '/service-worker.js', type: 'classic' },
  container: navigator.serviceWorker,
  locks: navigator.locks,
  reload: () => location.reload(),
})

let close: (() => void) | null = null

const app: UpdatingApp = {
  updates,
  openForm: () => {
    close = holdFormOpen(navigator.locks)
  },
  closeForm: () => close?.(),
  until: async (wanted) => {
    const { state } = await updates
    while (state.get() !== wanted) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const leave = state.subscribe(resolve)
      await promise
      leave()
    }
    return true
  },
}

Object.assign(window, { app })
