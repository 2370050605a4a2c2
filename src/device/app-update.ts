import { Workbox } from 'workbox-window'
import { isAnyFormOpen, whileNoFormIsOpen } from './open-forms.ts'
import { type Readable, valueStore } from './value-store.ts'

/**
 * How this tab stands with the app's newest release.
 * - `current`: nothing newer is known
 * - `waiting`: a newer one is here and waits to be asked for
 * - `applying`: it is taking over, the page will reload
 * - `reload`: another tab asked for it; this page is of the old one until it is reloaded
 * - `unavailable`: the browser keeps no app offline here
 */
export type AppUpdate = 'current' | 'waiting' | 'applying' | 'reload' | 'unavailable'

export interface AppUpdates {
  readonly state: Readable<AppUpdate>
  /** Takes the newer release over, if no tab has a form open; otherwise nothing happens and it can be asked again. */
  readonly applyUpdate: () => Promise<'applied' | 'form-open' | 'nothing-waits'>
  /** Looks for a newer release now: browsers look only when a page is loaded, and an app stays open for days. */
  readonly lookForUpdate: () => Promise<void>
}

export interface AppUpdatePorts {
  /** Where the service worker is, and of which kind: `/service-worker.js`, classic. */
  readonly script: { readonly url: string; readonly type: WorkerType }
  /** `navigator.serviceWorker`; undefined where there is none. */
  readonly container: ServiceWorkerContainer | undefined
  readonly locks: Pick<LockManager, 'request' | 'query'>
  /** `() => location.reload()` */
  readonly reload: () => void
}

/** Milliseconds: a worker that has not taken over by then has been stopped by something. */
const patience = 10_000

/**
 * Registers the service worker and watches for a newer one. A newer one is offered, never forced: the usual handler
 * reloads every tab and destroys a form that is half filled in.
 */
export const startAppUpdates = async ({ script, container, locks, reload }: AppUpdatePorts): Promise<AppUpdates> => {
  const store = valueStore<AppUpdate>('unavailable')
  const noUpdates: AppUpdates = {
    state: store,
    applyUpdate: () => Promise.resolve('nothing-waits'),
    lookForUpdate: () => Promise.resolve(),
  }
  if (container === undefined) return noUpdates

  const worker = new Workbox(script.url, { type: script.type, updateViaCache: 'none' })
  let controlled = container.controller !== null
  let asked: (() => void) | null = null

  const takenOver = async (): Promise<void> => {
    if (!controlled) {
      controlled = true // The first visit: the worker has only now come to be.
      return
    }
    if (asked !== null) return asked()
    if (await isAnyFormOpen(locks)) store.set('reload')
    else reload()
  }
  container.addEventListener('controllerchange', () => void takenOver())
  worker.addEventListener('waiting', () => store.set('waiting'))

  try {
    await worker.register({ immediate: true })
    if (store.get() === 'unavailable') store.set('current')
  } catch {
    return noUpdates
  }

  const applyUpdate: AppUpdates['applyUpdate'] = async () => {
    const before = store.get()
    if (before !== 'waiting' && before !== 'reload') return 'nothing-waits'
    const free = await whileNoFormIsOpen(locks, async () => {
      store.set('applying')
      if (before === 'waiting') await takeOver()
      reload()
    })
    return free ? 'applied' : 'form-open'
  }
  const takeOver = (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    asked = resolve
    worker.messageSkipWaiting()
    setTimeout(resolve, patience)
    return promise
  }
  return {
    state: store,
    applyUpdate,
    // Without a network there is nothing to find, and nothing to say.
    lookForUpdate: () => worker.update().catch(() => undefined),
  }
}
