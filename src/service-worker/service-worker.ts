import { clientsClaim } from 'workbox-core'
import { PrecacheController, type PrecacheEntry, PrecacheRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { pageWithForm } from '../device/early/page-with-form.ts'
import { readFormRows } from '../device/early/read-form-rows.ts'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] }

// The whole app, by name and digest, put in here by the build.
const precache = new PrecacheController()
// A server or proxy that answers `Vary: Origin` would make the worker miss its own entries.
precache.strategy.matchOptions = { ignoreVary: true }
precache.precache(self.__WB_MANIFEST)

const formAddress = /^\/collect\/([\w-]+)(?:\/|$)/
/** Milliseconds that a page waits for its form; then it reads the database itself. */
const patience = 300

// Routes are for GET only: anything else passes as if there were no worker (one that touched POST sent empty bodies).
registerRoute(new PrecacheRoute(precache))
if (precache.getCacheKeyForURL('/form.html') !== undefined) {
  // The same page, naming the form's own files as well, with the form in it.
  const formPage = precache.createHandlerBoundToURL('/form.html')
  registerRoute(
    new NavigationRoute(
      async (asked) => {
        const reading = readFormRows('proforma', formAddress.exec(asked.url.pathname)?.[1] ?? '').catch(() => null)
        return pageWithForm(await formPage(asked), reading, patience)
      },
      { allowlist: [formAddress] },
    ),
  )
}
registerRoute(
  new NavigationRoute(precache.createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(?:\/|$)/, /^\/healthz$/] }),
)

// One visit is enough: the page that installs the worker is served by it from then on.
clientsClaim()

// A newer worker waits until a person has asked for it (src/device/app-update.ts): it is never forced.
self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
