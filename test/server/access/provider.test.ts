import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { makeProvider } from '../../../src/server/access/provider.ts'
import { makeApp } from '../../../src/server/make-app.ts'
import { type IdentityProvider, startIdentityProvider } from '../../support/identity-provider.ts'
import { openStore } from '../open-store.ts'
import { fromHere, person, post } from './example-people.ts'

const origin = 'http://localhost'

let there: IdentityProvider
beforeAll(async () => {
  there = await startIdentityProvider(origin)
}, 30_000)
afterAll(() => there.stop())
beforeEach(() =>
  there.tell({
    ben: { name: 'Ben Lead', email: 'ben@council.example', roles: ['lead:visits', 'staff'] },
    ada: { name: 'Ada Too', email: person.email.toLowerCase(), roles: ['owner'] },
    eve: { name: 'Eve Nobody', email: 'eve@council.example' },
  }),
)

/** A server that knows the provider, with a clock that is the test's. */
const begun = async (settings = there.settings) => {
  let at = Date.parse('2026-11-24T09:00:00.000Z')
  const store = await openStore({ now: () => new Date(at) })
  const said: string[] = []
  const app = await makeApp({
    store,
    appFolder: null,
    report: (error) => expect.fail(String(error)),
    ground: { origin, loopback: false },
    provider: makeProvider(settings, (line) => said.push(line)),
  })
  onTestFinished(() => app.close())
  const token = await store.access.ownerLink()
  const makeOwner = () => post(app, '/api/v1/owner', { ...person, token })
  const begin = async () => {
    const answer = await post(app, '/api/v1/provider/begin', {})
    const set = String(answer.headers['set-cookie'] ?? '')
    const { address } = answer.json<{ readonly address: string }>()
    return { answer, address, cookie: set.split(';')[0] ?? '', set }
  }
  const finish = (search: string, cookie: string) => post(app, '/api/v1/provider/finish', { search }, { cookie })
  /** The whole way: the session's cookie, or why not. */
  const comeIn = async (name: string) => {
    const { address, cookie } = await begin()
    const answer = await finish(await there.signIn(address, name), cookie)
    const set = [answer.headers['set-cookie'] ?? []].flat()
    const session = set.find((each) => each.startsWith('proforma=')) ?? ''
    return answer.statusCode === 200
      ? { refused: null, cookie: session.split(';')[0] ?? '' }
      : { refused: answer.json<{ readonly refused: string }>().refused, cookie: '' }
  }
  const me = async (cookie: string) => (await app.inject({ url: '/api/v1/me', headers: { cookie } })).json()
  return { app, store, said, makeOwner, begin, finish, comeIn, me, wait: (ms: number) => (at += ms) }
}

test('who signs in there has a session here, with the name, and what the claim says they may do', async () => {
  const { app, store, makeOwner, comeIn, me, said } = await begun()
  await makeOwner()
  const { cookie } = await comeIn('ben')
  expect(await me(cookie)).toEqual({
    kind: 'account',
    name: 'Ben Lead',
    email: 'ben@council.example',
    owner: false,
    roles: [{ survey: 'visits', role: 'lead', singleAnswers: false }],
    secondStep: false,
    outside: true,
    provider: 'your council account',
  })
  expect((await comeIn('ben')).refused).toBeNull()
  expect(await store.access.people(), 'one account, however often').toHaveLength(2)
  const log = (await store.access.auditBefore(999, 99)).map(({ what, why }) => `${what} ${why}`)
  expect(log.filter((each) => each.startsWith('signed-in by the organisation'))).toHaveLength(2)
  expect(log.filter((each) => each.startsWith('roles-changed'))).toHaveLength(0)
  const out = await post(app, '/api/v1/sign-out', {}, { cookie })
  const elsewhere = new URL(out.json<{ readonly elsewhere: string }>().elsewhere)
  expect([elsewhere.origin, elsewhere.searchParams.get('post_logout_redirect_uri')]).toEqual([
    there.settings.issuer,
    `${origin}/people/sign-in`,
  ])
  expect((await fetch(elsewhere)).status, 'the provider takes it').toBe(200)
  expect(await me(cookie)).toMatchObject({ kind: 'nobody' })
  expect(said).toEqual([])
})

test('claims that stand in the ID token itself are read there', async () => {
  const other = await startIdentityProvider(origin, { inToken: true })
  onTestFinished(other.stop)
  await other.tell({ cy: { name: 'Cy', email: 'cy@council.example', roles: 'analyst practitioner:visits' } })
  const { begin, finish, makeOwner, store } = await begun(other.settings)
  await makeOwner()
  const { address, cookie } = await begin()
  expect((await finish(await other.signIn(address, 'cy'), cookie)).statusCode).toBe(200)
  expect((await store.access.people()).find(({ name }) => name === 'Cy')?.roles).toHaveLength(2)
})

test('what the claim says now holds now: a role that went is gone here, and its sessions with it', async () => {
  const { store, makeOwner, comeIn, me } = await begun()
  await makeOwner()
  const { cookie } = await comeIn('ben')
  const moved = { name: 'Ben Moved', email: 'ben.moved@council.example' }
  await there.tell({ ben: { ...moved, roles: ['analyst:visits'] } })
  const { cookie: second } = await comeIn('ben')
  expect(await me(second)).toMatchObject({ ...moved, roles: [{ role: 'analyst' }] })
  expect(await me(cookie), 'the older session too').toMatchObject({ roles: [{ role: 'analyst' }] })
  await there.tell({ ben: moved })
  expect((await comeIn('ben')).refused, 'without the claim').toBe('no-role')
  expect(await me(cookie)).toMatchObject({ kind: 'nobody' })
  expect((await store.access.people()).find(({ outside }) => outside)?.roles).toEqual([])
  expect((await store.access.auditBefore(999, 99))[0]).toMatchObject({ what: 'sign-in-failed', why: 'no-role' })
})

test('who is known there and has nothing to do here gets no account', async () => {
  const { store, makeOwner, comeIn } = await begun()
  await makeOwner()
  expect((await comeIn('eve')).refused).toBe('no-role')
  expect(await store.access.people()).toHaveLength(1)
})

test('an email address opens nobody’s account: it is issuer and subject that name somebody', async () => {
  const { store, makeOwner, comeIn } = await begun()
  await makeOwner()
  expect((await comeIn('ada')).refused, 'the address of the owner').toBe('email-taken')
  await comeIn('ben')
  await there.tell({ ben: { name: 'Ben', email: person.email, roles: ['lead'] } })
  expect((await comeIn('ben')).refused).toBeNull()
  const addresses = (await store.access.people()).map(({ email }) => email)
  expect(addresses.toSorted()).toEqual([person.email.toLowerCase(), 'ben@council.example'])
})

test('the last owner stays one, whatever the claim says; another owner may be one no longer', async () => {
  const { app, store, makeOwner, comeIn, me } = await begun()
  const owner = { cookie: String((await makeOwner()).headers['set-cookie']).split(';')[0] ?? '' }
  await there.tell({ ben: { name: 'Ben', email: 'ben@council.example', roles: ['owner'] } })
  const { cookie } = await comeIn('ben')
  expect(await me(cookie)).toMatchObject({ owner: true })
  await there.tell({ ben: { name: 'Ben', email: 'ben@council.example', roles: ['lead'] } })
  await comeIn('ben')
  expect(await me(cookie)).toMatchObject({ owner: false })
  await there.tell({ ben: { name: 'Ben', email: 'ben@council.example', roles: ['owner'] } })
  await comeIn('ben')
  const ada = (await store.access.people()).find(({ outside }) => !outside)?.id
  expect((await post(app, '/api/v1/people/stop', { account: ada }, owner)).json()).toEqual({ ok: true })
  await there.tell({ ben: { name: 'Ben', email: 'ben@council.example', roles: ['lead'] } })
  expect((await comeIn('ben')).refused).toBeNull()
  expect(await me(cookie)).toMatchObject({ owner: true })
})

test('a stopped account stays out, and the owner changes no role that the claim gives', async () => {
  const { app, store, makeOwner, comeIn, me } = await begun()
  const owner = { cookie: String((await makeOwner()).headers['set-cookie']).split(';')[0] ?? '' }
  const { cookie } = await comeIn('ben')
  const ben = (await store.access.people()).find(({ outside }) => outside)?.id
  const roles = [{ survey: '*', role: 'lead', singleAnswers: false }]
  expect((await post(app, '/api/v1/people/roles', { account: ben, roles }, owner)).json().refused).toBe('told-outside')
  expect((await post(app, '/api/v1/people/stop', { account: ben }, owner)).json()).toEqual({ ok: true })
  expect(await me(cookie)).toMatchObject({ kind: 'nobody' })
  expect((await comeIn('ben')).refused).toBe('account-stopped')
})

test('an account of the organisation has no password, and none can be set, guessed or given it', async () => {
  const { app, makeOwner, comeIn } = await begun()
  await makeOwner()
  const { cookie } = await comeIn('ben')
  for (const old of ['null', 'undefined', person.password]) {
    const change = await post(app, '/api/v1/password', { old, fresh: 'walnut ferry november' }, { cookie })
    expect(change.json().refused).toBe('sign-in-wrong')
    const guessed = await post(app, '/api/v1/sign-in', { email: 'ben@council.example', password: old })
    expect(guessed.json().refused).toBe('sign-in-wrong')
  }
  const step = await post(app, '/api/v1/second-step/begin', { password: 'null' }, { cookie })
  expect(step.json().refused).toBe('sign-in-wrong')
})

test('its session ends after half a day, so that who left the organisation is out here too', async () => {
  const { makeOwner, comeIn, me, wait } = await begun()
  await makeOwner()
  const { cookie } = await comeIn('ben')
  for (let hour = 1; hour < 12; hour += 1) {
    wait(3_600_000)
    expect(await me(cookie), `hour ${hour}`).toMatchObject({ kind: 'account' })
  }
  wait(3_600_000)
  expect(await me(cookie)).toMatchObject({ kind: 'nobody' })
})

test('what came back is good once, in the browser that went, for ten minutes', async () => {
  const { makeOwner, begin, finish, wait, said } = await begun()
  await makeOwner()
  const refused = async (search: string, cookie: string) =>
    (await finish(search, cookie)).json<{ readonly refused?: string }>().refused
  const one = await begin()
  expect(one.set).toMatch(/^proforma-flow=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=600$/)
  const search = await there.signIn(one.address, 'ben')
  expect(await refused(search, 'proforma-flow='), 'another browser').toBe('provider-refused')
  const other = await begin()
  expect(await refused(search, other.cookie), 'another’s state').toBe('provider-refused')
  expect(await refused(search, one.cookie)).toBeUndefined()
  expect(await refused(search, one.cookie), 'again').toBe('provider-refused')
  const late = await begin()
  const answer = await there.signIn(late.address, 'ben')
  wait(601_000)
  expect(await refused(answer, late.cookie)).toBe('provider-refused')
  const twice = await begin()
  const mixed = new URLSearchParams(await there.signIn(twice.address, 'ben'))
  const third = await begin()
  mixed.set('state', new URL(third.address).searchParams.get('state') ?? '')
  expect(await refused(`?${mixed}`, third.cookie), 'a code with another’s verifier').toBe('provider-refused')
  expect(said, 'each is written down').toHaveLength(2)
  for (const hidden of [mixed.get('code') ?? '', mixed.get('state') ?? '', there.settings.secret])
    expect(said.join('\n'), 'no code, token or secret').not.toContain(hidden)
})

test('who turns back there, and what says nothing, is told in plain words', async () => {
  const { makeOwner, begin, finish } = await begun()
  await makeOwner()
  const { address, cookie } = await begin()
  const search = await there.signIn(address, null)
  expect(search).toContain('error=access_denied')
  expect((await finish(search, cookie)).json().refused).toBe('provider-refused')
  const refused = async (search: unknown) =>
    (await finish(search as string, (await begin()).cookie)).json<{ readonly refused: string }>().refused
  expect(await refused('?')).toBe('not-a-request')
  expect(await refused('?code=1')).toBe('provider-refused')
  expect(await refused('?code=1&state=a\r\nSet-Cookie: x')).toBe('not-a-request')
  expect(await refused({})).toBe('not-a-request')
  expect(await refused(`?code=${'a'.repeat(9000)}`)).toBe('not-a-request')
  expect(await refused('@elsewhere.example/?code=1&state=2')).toBe('not-a-request')
})

test('an answer for another issuer is refused', async () => {
  const { makeOwner, begin, finish } = await begun()
  await makeOwner()
  const { address, cookie } = await begin()
  const search = new URLSearchParams(await there.signIn(address, 'ben'))
  expect(search.get('iss')).toBe(there.settings.issuer)
  search.set('iss', 'https://elsewhere.example')
  expect((await finish(`?${search}`, cookie)).json().refused).toBe('provider-refused')
})

test('a provider that calls itself by another name than the settings do is not asked', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ issuer: 'http://127.0.0.1:1', authorization_endpoint: 'http://127.0.0.1:1/auth' }))
    request.resume()
  })
  onTestFinished(() => void server.close())
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    }),
  )
  const { makeOwner, begin, said } = await begun({ ...there.settings, issuer: `http://127.0.0.1:${port}` })
  await makeOwner()
  const { answer } = await begin()
  expect([answer.statusCode, answer.json().refused]).toEqual([503, 'provider-away'])
  expect(said).toHaveLength(1)
})

test('while the provider is down it says so, and who has a password goes on working', async () => {
  const other = await startIdentityProvider(origin)
  await other.tell({ ben: { name: 'Ben', email: 'ben@council.example', roles: ['lead'] } })
  const { app, makeOwner, begin, finish, said } = await begun(other.settings)
  await makeOwner()
  const { address, cookie } = await begin()
  const search = await other.signIn(address, 'ben')
  await other.stop()
  const answer = await finish(search, cookie)
  expect([answer.statusCode, answer.json().refused]).toEqual([503, 'provider-away'])
  expect(said.at(-1)).toContain(other.settings.issuer)
  const { email, password } = person
  expect((await post(app, '/api/v1/sign-in', { email, password })).statusCode).toBe(200)
  const fresh = await begun(other.settings)
  await fresh.makeOwner()
  expect((await fresh.begin()).answer.json().refused).toBe('provider-away')
})

test('nobody becomes the first owner there, and from another site nobody is sent', async () => {
  const { app, begin, makeOwner } = await begun()
  expect((await begin()).answer.json().refused).toBe('owner-needed')
  await makeOwner()
  const headers = { ...fromHere, origin: 'https://elsewhere.example' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/provider/begin', headers, payload: {} })
  expect(answer.json().refused).toBe('wrong-origin')
})
