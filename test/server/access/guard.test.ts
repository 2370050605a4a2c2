import { expect, test } from 'vitest'
import { makeApp } from '../../../src/server/make-app.ts'
import { openStore } from '../open-store.ts'
import { withApp } from '../with-app.ts'
import { makeOwner, person } from './example-people.ts'

test('until there is an owner this machine may all, and a request that came from elsewhere nothing', async () => {
  const { app } = await withApp()
  const status = async (headers: object) =>
    (await app.inject({ url: '/api/v1/revisions', headers: { ...headers } })).statusCode
  expect(await status({})).toBe(200)
  expect(await status({ host: '127.0.0.1:8080' })).toBe(200)
  expect(await status({ host: 'rebound.example' }), 'a name that was turned to this machine').toBe(401)
  expect(await status({ 'x-forwarded-for': '203.0.113.9' }), 'through a proxy').toBe(401)
  expect(await status({ forwarded: 'for=203.0.113.9' })).toBe(401)
})

test('a server that others reach answers nobody before it is owned', async () => {
  const store = await openStore()
  const app = await makeApp({
    store,
    appFolder: null,
    report: () => undefined,
    ground: { origin: null, loopback: false },
  })
  const answer = await app.inject('/api/v1/surveys')
  expect([answer.statusCode, answer.json().refused]).toEqual([401, 'owner-needed'])
  expect((await app.inject('/api/v1/me')).json()).toMatchObject({ kind: 'owner-needed' })
  await app.close()
})

test('the owner’s link makes one owner, once; from then on every address asks who it is', async () => {
  const { app, store } = await withApp()
  const old = await store.access.ownerLink()
  const token = await store.access.ownerLink()
  const make = (token: string) => app.inject({ method: 'POST', url: '/api/v1/owner', payload: { ...person, token } })
  expect((await make(old)).json().refused, 'a link that another start made').toBe('link-gone')
  const [first, second] = await Promise.all([make(token), make(token)])
  expect(new Set([first.statusCode, second.statusCode])).toEqual(new Set([200, 404]))
  expect((await app.inject('/api/v1/revisions')).json().refused).toBe('sign-in-needed')
  const again = await store.access.ownerLink()
  expect((await make(again)).json().refused, 'there is one').toBe('link-gone')
})

test('a session opens what its account may, until it is ended', async () => {
  const { app, store } = await withApp()
  const { cookie } = await makeOwner(app, store)
  const ask = (url: string) => app.inject({ url, headers: { cookie } })
  expect((await ask('/api/v1/revisions')).statusCode).toBe(200)
  expect((await ask('/api/v1/me')).json()).toMatchObject({ kind: 'account', owner: true, email: 'ada@council.example' })
  expect((await ask('/api/v1/sessions')).json().sessions).toMatchObject([{ here: true }])
  const out = await app.inject({
    method: 'POST',
    url: '/api/v1/sign-out',
    headers: { cookie, origin: 'http://localhost', host: 'localhost' },
  })
  expect(out.headers['set-cookie']).toContain('Max-Age=0')
  expect((await ask('/api/v1/revisions')).statusCode, 'the cookie itself opens nothing any more').toBe(401)
})

test('a change must come from our own pages', async () => {
  const { app, store } = await withApp()
  const { cookie } = await makeOwner(app, store)
  const change = async (headers: object) =>
    (await app.inject({ method: 'POST', url: '/api/v1/sign-out', headers: { ...headers } })).statusCode
  expect(await change({ cookie }), 'a browser says where it comes from').toBe(403)
  expect(await change({ cookie, origin: 'https://elsewhere.example' })).toBe(403)
  expect(await change({ cookie, origin: 'null' })).toBe(403)
  expect(await change({ origin: 'http://localhost', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await change({ cookie, origin: 'http://localhost', host: 'localhost' })).toBe(200)
})

test('behind TLS the cookie is bound to the host, and the browser is told to stay with TLS', async () => {
  const store = await openStore()
  const origin = 'https://surveys.council.example'
  const app = await makeApp({ store, appFolder: null, report: () => undefined, ground: { origin, loopback: false } })
  const token = await store.access.ownerLink()
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/owner',
    payload: { ...person, token },
    headers: { origin },
  })
  expect(made.headers['set-cookie']).toMatch(
    /^__Host-proforma=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; .*Secure$/,
  )
  expect(made.headers['strict-transport-security']).toBe('max-age=63072000')
  const other = { method: 'POST', url: '/api/v1/sign-out', headers: { origin: 'http://localhost' } } as const
  expect((await app.inject(other)).statusCode).toBe(403)
  await app.close()
})

test('a route that does not say who may ask for it is not registered', async () => {
  const { app } = await withApp()
  expect(() => app.get('/api/v1/forgotten', (_request, reply) => reply.send({}))).toThrow(/who may ask/)
})
