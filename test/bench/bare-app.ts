import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The bare page that a form is measured against, served and kept by a worker as the app is. */
export interface BareApp {
  readonly address: string
  readonly close: () => Promise<void>
}

const bundle = async (entry: string, define: { readonly [name: string]: string } = {}) => {
  const built = await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'bundle' }, minify: true },
  })
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  return {
    script: output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n'),
    style: output.map((file) => ('source' in file ? String(file.source) : '')).join('\n'),
  }
}

const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bare form</title><script type="module" src="/app.js"></script><link rel="stylesheet" href="/app.css"></head>
<body><div id="app"></div></body></html>`

/** Builds it and serves it on any free port. */
export const serveBareApp = async (): Promise<BareApp> => {
  const app = await bundle(`${project}test/bench/bare-form.ts`)
  const worker = await bundle(`${project}src/service-worker/service-worker.ts`, { 'self.__WB_MANIFEST': 'FILES' })
  const listed = ['/index.html', '/app.js', '/app.css'].map((url) => ({ url, revision: '1' }))
  const files = new Map<string, readonly [type: string, body: string]>([
    ['/', ['text/html', page]],
    ['/index.html', ['text/html', page]],
    ['/app.js', ['text/javascript', app.script]],
    ['/app.css', ['text/css', app.style]],
    ['/service-worker.js', ['text/javascript', `const FILES = ${JSON.stringify(listed)}\n${worker.script}`]],
  ])
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', null]
    response.writeHead(body === null ? 404 : 200, { 'content-type': type })
    response.end(body)
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeAllConnections()
      await promise
    },
  }
}
