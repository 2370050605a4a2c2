import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A small app around the real service worker and the real update code, in as many releases as a test needs. */
export interface BuiltApp {
  readonly address: string
  /** What reached the server: `GET /api/v1/surveys`, `POST /api/v1/push <body>`. */
  readonly requests: string[]
  /** Serves another release from now on: its page says the number, its worker lists it. */
  readonly release: (number: number) => void
  readonly close: () => Promise<void>
}

/** Bundles one module into one file. */
const bundle = async (entry: string, define: { readonly [name: string]: string } = {}): Promise<string> => {
  const built = await build({
    configFile: false,
    root: project,
    logLevel: 'error',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'bundle' }, target: 'es2022' },
  })
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n')
}

const page = (release: number): string =>
  `<!doctype html><html lang="en-GB"><title>Release ${release}</title><script type="module" src="/app.js"></script></html>`

const types: { readonly [ending: string]: string } = { js: 'text/javascript', html: 'text/html' }

export const serveBuiltApp = async (appModule: string): Promise<BuiltApp> => {
  const app = await bundle(`${project}${appModule}`)
  const worker = await bundle(`${project}src/service-worker/service-worker.ts`, { 'self.__WB_MANIFEST': 'FILES' })
  const requests: string[] = []
  let number = 1
  const fileOf = (path: string): string | null => {
    if (path === '/' || path === '/index.html') return page(number)
    if (path === '/app.js') return app
    const files = [
      { url: '/index.html', revision: String(number) },
      { url: '/app.js', revision: '1' },
    ]
    if (path === '/service-worker.js') return `const FILES = ${JSON.stringify(files)}\n${worker}`
    return path.startsWith('/api/') || path === '/healthz' ? 'from the server' : null
  }
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      requests.push(`${request.method} ${path} ${body}`.trim())
      const file = fileOf(path)
      const type = types[path.split('.')[1] ?? 'html'] ?? 'text/plain'
      // Vary is what made workers miss their own entries.
      response.writeHead(file === null ? 404 : 200, { 'content-type': type, vary: 'Origin, Accept' })
      response.end(file ?? '')
    })
  })
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await listening
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    release: (next) => {
      number = next
    },
    close: async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      server.close(() => resolve())
      server.closeAllConnections()
      await promise
    },
  }
}
