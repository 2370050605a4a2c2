import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createServer } from 'vite'
import { launchChromium } from './chromium.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A real Chromium that can import the modules of `src/` as they are: `import('/src/device/drafts.ts')`. */
export interface BrowserModules {
  /** Where the modules are served: `http://127.0.0.1:41234/`. */
  readonly address: string
  /** One browser profile: its pages share databases and locks, as tabs do. */
  readonly newProfile: () => Promise<BrowserContext>
  /** A blank tab of that profile, on the origin of the modules. */
  readonly newTab: (profile: BrowserContext) => Promise<Page>
  readonly close: () => Promise<void>
}

const blank = '<!doctype html><html lang="en-GB"><title>Blank</title></html>'

export const serveBrowserModules = async (): Promise<BrowserModules> => {
  const cacheDir = `${project}/node_modules/.cache/browser-modules-${process.pid}`
  const server = await createServer({
    configFile: false,
    root: project,
    appType: 'custom',
    logLevel: 'error',
    cacheDir,
    // Found late, a package is bundled late, and the page reloads in the middle of a test.
    optimizeDeps: {
      entries: [],
      include: ['@hpke/core', 'dexie', 'workbox-window', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
    },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [project] } },
    plugins: [
      {
        name: 'blank-page',
        configureServer: ({ middlewares }) => {
          middlewares.use('/blank', (_request, response) => {
            response.setHeader('content-type', 'text/html')
            response.end(blank)
          })
        },
      },
    ],
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('The module server has no address')
  const browser: Browser = await launchChromium()
  return {
    address,
    newProfile: () => browser.newContext(),
    newTab: async (profile) => {
      const page = await profile.newPage()
      await page.goto(`${address}blank`)
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
      await rm(cacheDir, { recursive: true, force: true })
    },
  }
}

type Scenarios = { readonly [name: string]: (...given: never[]) => Promise<unknown> }

/**
 * Calls a function of a module inside a tab. What goes in and what comes out is JSON.
 *
 * @example import type * as drafts from './in-browser/drafts.ts'
 * const call = callIn<typeof drafts>('/test/device/in-browser/drafts.ts')
 * await call(tab, 'saveTwice', 'some-database')
 */
export const callIn =
  <Module extends Scenarios>(module: string) =>
  <Name extends keyof Module & string>(
    tab: Page,
    name: Name,
    ...given: Parameters<Module[Name]>
  ): Promise<Awaited<ReturnType<Module[Name]>>> =>
    tab.evaluate(
      `import(${JSON.stringify(module)}).then((m) => m[${JSON.stringify(name)}](...${JSON.stringify(given)}))`,
    )
