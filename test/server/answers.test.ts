import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'
import { withApp } from './with-app.ts'

const builtApp = async (): Promise<string> => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Proforma</title>')
  await writeFile(join(folder, 'service-worker.js'), '// worker')
  await writeFile(join(folder, '.built-from'), 'digest')
  await writeFile(join(folder, 'assets', 'home-4f2a.js'), '// home')
  return folder
}

const forEver = 'public, max-age=31536000, immutable'

test.each([
  ['/', 200, 'no-cache', 'Proforma'],
  ['/index.html', 200, 'no-cache', 'Proforma'],
  ['/surveys/visits/results', 200, 'no-cache', 'Proforma'],
  ['/surveys/visits?page=2', 200, 'no-cache', 'Proforma'],
  ['/service-worker.js', 200, 'no-cache', '// worker'],
  ['/assets/home-4f2a.js', 200, forEver, '// home'],
  ['/assets/home-0000.js', 404, 'no-store', 'not-found'],
  ['/assets/', 404, 'no-store', 'not-found'],
  ['/missing.png', 404, 'no-store', 'not-found'],
  ['/.built-from', 404, 'no-store', 'not-found'],
  ['/%2e%2e/package.json', 404, 'no-store', 'not-found'],
  ['/%zz', 404, 'no-store', 'not-found'],
  ['/api', 404, 'no-store', 'not-found'],
  ['/api/v1/nothing', 404, 'no-store', 'not-found'],
  ['/api/v1/surveys/short', 404, 'no-store', 'not-found'],
] as const)('%s answers %i, to be kept as %s', async (url, status, cache, text) => {
  const { app } = await withApp({ appFolder: await builtApp() })
  const answer = await app.inject(url)
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([status, cache])
  expect(answer.body).toContain(text)
})

test.each([
  ['DELETE', '/api/v1/push', 'POST'],
  ['GET', '/api/v1/push', 'POST'],
  ['POST', '/api/v1/revisions', 'GET'],
  ['PUT', '/api/v1/surveys', 'GET, POST'],
  ['POST', '/home', undefined],
] as const)('%s %s is not allowed', async (method, url, allow) => {
  const { app } = await withApp({ appFolder: await builtApp() })
  const answer = await app.inject({ method, url, payload: 'x', headers: { 'content-type': 'text/plain' } })
  expect(answer.json()).toMatchObject({ refused: 'not-allowed' })
  expect([answer.statusCode, answer.headers['allow']]).toEqual([405, allow])
})

test.each(['/', '/assets/home-4f2a.js', '/api/v1/surveys', '/healthz', '/api/v1/nothing', '/%zz'])(
  '%s carries the server’s mark and the headers that keep scripts and frames out',
  async (url) => {
    const { app } = await withApp({ appFolder: await builtApp() })
    const { headers } = await app.inject({ url, headers: { origin: 'https://elsewhere.example' } })
    expect(headers).toMatchObject({
      'x-proforma': 'proforma-1',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self'; script-src 'self'; .*frame-ancestors 'self'/,
    )
    // Cache-first workers miss their own entries behind Vary: Origin, and nothing is shared with other origins.
    expect(headers['vary'] ?? '').not.toMatch(/origin/i)
    expect(headers['access-control-allow-origin']).toBeUndefined()
  },
)

test('who types an address of the wire into a browser reads nothing there; the app itself does', async () => {
  const { app } = await withApp()
  for (const url of ['/api/v1/revisions?after=0', '/api/v1/surveys']) {
    const typed = await app.inject({ url, headers: { 'sec-fetch-mode': 'navigate' } })
    expect([typed.statusCode, typed.json().refused]).toEqual([403, 'not-a-page'])
    expect((await app.inject({ url, headers: { 'sec-fetch-mode': 'cors' } })).statusCode).toBe(200)
  }
})

test('health names the server and its epoch', async () => {
  const { app, store } = await withApp()
  expect((await app.inject('/healthz')).json()).toEqual({ ok: true, ...store.identity })
})
