import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const source = (file: string): string => fileURLToPath(new URL(`src/${file}`, import.meta.url))

/**
 * One file for all that the first question of a form needs beyond the first script: cut as it falls, it would be some
 * twenty, each with a wait of its own.
 */
const ofFormAlone: Rolldown.CodeSplittingNameFunction = (module, graph) => {
  const reach = (from: string): ReadonlySet<string> => {
    const reached = new Set([from])
    // A set's loop also visits what is added on the way.
    for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next)
    return reached
  }
  formModules ??= reach(source('pages/collect/collect-page.tsx')).difference(reach(source('pages/main.tsx')))
  return formModules.has(module) ? 'form' : null
}
let formModules: ReadonlySet<string> | undefined

/**
 * form.html: index.html, naming the form's own files too, so that they come beside the first script and not after it.
 * The service worker answers a form's address with it.
 */
const formPage: Plugin = {
  name: 'form-page',
  apply: 'build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const index = bundle['index.html']
    const form = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'form')
    if (index?.type !== 'asset' || form?.type !== 'chunk') throw new Error('There is no page or no form to name in it')
    const named = String(index.source)
    const scripts = form.imports.map((file) => ({ file, link: 'rel="modulepreload"' }))
    const styles = [...(form.viteMetadata?.importedCss ?? [])].map((file) => ({ file, link: 'rel="stylesheet"' }))
    const links = [...scripts, ...styles]
      .filter(({ file }) => !named.includes(`"/${file}"`))
      .map(({ file, link }) => `  <link ${link} crossorigin href="/${file}">\n  `)
    // The form stands first: it brings the first script, and both run in one go, with no empty page painted between.
    const script = `<script type="module" blocking="render" crossorigin src="/${form.fileName}"></script>\n    `
    const source = named.replace('<script', `${script}<script`).replace('</head>', `${links.join('')}</head>`)
    this.emitFile({ type: 'asset', fileName: 'form.html', source })
  },
}

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  plugins: [
    react(),
    formPage,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'service-worker',
      filename: 'service-worker.ts',
      // Our own workbox-window code registers the worker: the stock update handler reloads half-filled forms.
      injectRegister: false,
      registerType: 'prompt',
      manifest: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,json}'],
        // For the README and the store-like install dialog: no screen shows it.
        globIgnores: ['**/screenshot-*.png'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
    }),
  ],
  // A worker brings its parts as it needs them, as a page does.
  worker: { format: 'es' },
  resolve: {
    alias: {
      // The builds for browsers of today: the packages' own entries are ES5, a tenth larger.
      dexie: 'dexie/dist/modern/dexie.mjs',
      'workbox-window': 'workbox-window/build/workbox-window.prod.mjs',
    },
  },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: ofFormAlone, debugName: 'form', includeDependenciesRecursively: false }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    root: '.',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/silent.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A poll has the patience of a walk: on a busy machine one second is not a finding.
    expect: { poll: { timeout: 10_000 } },
  },
})
