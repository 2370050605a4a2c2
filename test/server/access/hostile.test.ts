import { expect, test } from 'vitest'
import type { SurveyId } from '../../../src/survey/ids.ts'
import type { GivenRole } from '../../../src/protocol/people.ts'
import type { DeviceId } from '../../../src/response/revision.ts'
import { isAmong, type May } from '../../../src/server/access/may.ts'
import type { Who } from '../../../src/server/access/who.ts'
import type { OpenApi } from '../../../src/server/openapi.ts'
import { everyRoute } from '../../../src/server/every-route.ts'
import { versionId } from '../../../src/survey/version.ts'
import { definition, exampleReturn, pushOf, uuid } from '../example-return.ts'
import { decided, publicationOf, titled } from '../example-publication.ts'
import { withApp } from '../with-app.ts'
import { type Asker, enrolled, fromHere, invited, makeOwner, person, post } from './example-people.ts'

const visits = 'visits' as SurveyId
const elections = 'elections' as SurveyId

const role = (role: GivenRole['role'], survey: GivenRole['survey'], singleAnswers = false): GivenRole => ({
  survey,
  role,
  singleAnswers,
})

/** One of everybody: those of `visits`, those of another survey, and those who bring what does not hold. */
const everybody = async () => {
  const { app, store } = await withApp()
  const owner = await makeOwner(app, store)
  await post(app, '/api/v1/push', pushOf(exampleReturn(1)), owner)
  const invite = (name: string, ...roles: readonly GivenRole[]) => invited(app, owner, roles, `${name}@council.example`)
  const tablet = await enrolled(app, store, owner, { device: exampleReturn(1).device, surveys: [visits] })
  const former = await enrolled(app, store, owner, { device: uuid(0xd9) as DeviceId, surveys: [visits] })
  await post(app, '/api/v1/devices/revoke', { device: former.device, why: 'lost' }, owner)
  const askers = {
    owner,
    lead: await invite('lead', role('lead', visits)),
    otherLead: await invite('other', role('lead', elections)),
    practitioner: await invite('practitioner', role('practitioner', visits)),
    analyst: await invite('analyst', role('analyst', visits, true)),
    tablesOnly: await invite('tables', role('analyst', visits)),
    device: { authorization: tablet.token() },
    former: { authorization: former.token() },
    recipient: { authorization: 'Link nothing' },
    nobody: {},
    forgedCookie: { cookie: `proforma=${'A'.repeat(43)}` },
    forgedDevice: { authorization: `${tablet.token().slice(0, -4)}AAAA` },
  } satisfies { readonly [name: string]: Asker }
  return { app, store, owner, tablet, askers }
}

/** What the guard is to make of each, written down apart from it. */
const kinds: { readonly [asker: string]: readonly May[] } = {
  owner: ['owner'],
  lead: ['lead'],
  otherLead: ['lead'],
  practitioner: ['practitioner'],
  analyst: ['analyst'],
  tablesOnly: ['analyst'],
  device: ['device'],
  former: ['former-device'],
  recipient: ['recipient'],
  nobody: [],
  forgedCookie: [],
  forgedDevice: [],
}

test('every address, asked by everybody: 0 are let in who are not named there, and nothing breaks', async () => {
  const { app, store, askers } = await everybody()
  const letIn: string[] = []
  const keptOut: string[] = []
  const { paths } = (await app.inject('/api/v1/openapi.json')).json<OpenApi>()
  const told = Object.entries(paths).flatMap(([url, of]) =>
    Object.entries(of).map(([verb, operation]) => ({
      method: verb.toUpperCase() as 'GET' | 'POST' | 'PUT',
      url,
      may: operation['x-may'],
    })),
  )
  const real = everyRoute(store, { origin: null, loopback: true }, null, null)
  expect(told, 'and the metrics, the status, and the document itself').toHaveLength(real.length + 3)
  for (const { method, url, may } of told) {
    if (url === '/api/v1/sign-out') continue
    for (const [name, asker] of Object.entries(askers)) {
      const path = url.replaceAll(/\{\w+\}/g, 'f'.repeat(64))
      const headers = { ...fromHere, ...asker }
      const answer = await app.inject(
        method === 'GET' ? { method, url: path, headers } : { method, url: path, headers, payload: {} },
      )
      const allowed = may.includes('anyone') || kinds[name]?.some((kind) => may.includes(kind)) === true
      const refused = answer.body.startsWith('{"refused"') ? (answer.json().refused as string) : null
      const isOut = ['sign-in-needed', 'not-yours', 'device-ended', 'owner-needed'].includes(refused ?? '')
      if (!allowed && !isOut) letIn.push(`${method} ${url} by ${name}: ${answer.statusCode}`)
      if (allowed && refused === 'sign-in-needed') keptOut.push(`${method} ${url} by ${name}`)
      expect(answer.statusCode, `${method} ${url} by ${name}`).toBeLessThan(500)
    }
  }
  expect(letIn).toEqual([])
  expect(keptOut).toEqual([])
})

test('answers of a survey are read by those who may, and by no others', async () => {
  const { app, askers } = await everybody()
  const read = async (asker: Asker): Promise<number | string> => {
    const answer = await app.inject({ url: '/api/v1/revisions', headers: { ...asker } })
    const body = answer.json<{ readonly revisions?: readonly unknown[]; readonly refused?: string }>()
    return body.revisions?.length ?? body.refused ?? ''
  }
  const told = await Promise.all(
    Object.entries(askers).map(async ([name, asker]) => [name, await read(asker)] as const),
  )
  expect(Object.fromEntries(told)).toEqual({
    owner: 1,
    lead: 1,
    otherLead: 0,
    practitioner: 0,
    analyst: 1,
    tablesOnly: 0,
    device: 1,
    former: 'device-ended',
    recipient: 'not-yours',
    nobody: 'sign-in-needed',
    forgedCookie: 'sign-in-needed',
    forgedDevice: 'sign-in-needed',
  })
})

test('what somebody may not collect is kept aside where a person sees it, and never refused', async () => {
  const { app, store, askers } = await everybody()
  const ack = async (asker: Asker, n: number) =>
    (await post(app, '/api/v1/push', pushOf(exampleReturn(n)), asker)).json().acks[0]
  expect(await ack(askers.former, 2)).toMatchObject({ status: 'quarantined', reason: 'device-ended' })
  expect(await ack(askers.otherLead, 3)).toMatchObject({ status: 'quarantined', reason: 'survey-not-given' })
  expect(await ack(askers.device, 4)).toMatchObject({ status: 'stored' })
  expect(await ack(askers.practitioner, 5)).toMatchObject({ status: 'stored' })
  const aside = await store.quarantined(9)
  expect(new Set(aside.map(({ reason }) => reason))).toEqual(new Set(['device-ended', 'survey-not-given']))
})

test('another survey is not reached by changing ids', async () => {
  const { app, store, askers } = await everybody()
  const { response } = exampleReturn(1)
  const erasure = { response, survey: elections, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' }
  const erase = { protocol: 1, device: uuid(0xd2), erasures: [erasure] }
  expect((await post(app, '/api/v1/erasures', erase, askers.otherLead)).json().refused).toBe('not-yours')
  expect((await store.revisionsAfter(0, 9)).revisions).toHaveLength(1)

  const version = await app.inject({
    url: `/api/v1/surveys/${versionId(definition)}`,
    headers: { ...askers.otherLead },
  })
  expect(version.statusCode).toBe(404)
  const listed = await app.inject({ url: '/api/v1/surveys', headers: { ...askers.otherLead } })
  expect(listed.json()).toMatchObject({ versions: [], standings: [] })

  const other = titled('Taken over', 2)
  const published = await post(app, '/api/v1/surveys', publicationOf([other], [decided(1, other)]), askers.otherLead)
  expect(published.json()).toMatchObject({ versions: [{ reason: 'not-yours' }], standings: [{ reason: 'not-yours' }] })
  expect((await store.access.people()).find(({ email }) => email.startsWith('other'))?.roles).toHaveLength(1)

  await post(app, '/api/v1/push', pushOf(exampleReturn(9)), askers.otherLead)
  const sha256 = (await store.quarantined(1))[0]?.sha256
  const aside = async (asker: Asker, query = '') =>
    (await app.inject({ url: `/api/v1/aside${query}`, headers: { ...asker } })).json()
  expect(await aside(askers.otherLead), 'of a survey that somebody else leads').toMatchObject({
    aside: [],
    bySurvey: [],
  })
  expect((await aside(askers.otherLead, '?survey=visits')).refused).toBe('not-yours')
  const take = { protocol: 1, sha256, what: 'take' }
  expect((await post(app, '/api/v1/aside', take, askers.otherLead)).json().refused).toBe('not-yours')
  expect((await post(app, '/api/v1/aside', take, askers.practitioner)).json().refused).toBe('not-yours')
  expect(await aside(askers.lead)).toMatchObject({
    aside: [{ sha256 }],
    bySurvey: [{ survey: 'visits', waiting: 1, rejected: 0 }],
  })
  expect((await post(app, '/api/v1/aside', take, askers.lead)).json()).toMatchObject({ became: 'stored' })
  expect((await store.access.auditBefore(999, 1))[0]).toMatchObject({ what: 'aside-taken', about: 'visits' })

  const roles = [role('lead', visits)]
  expect((await post(app, '/api/v1/invitations', { roles }, askers.otherLead)).json().refused).toBe('not-yours')
  const code = await post(app, '/api/v1/devices/code', { name: 'Mine', surveys: [visits] }, askers.otherLead)
  expect(code.json().refused).toBe('not-yours')
  const revoke = await post(app, '/api/v1/devices/revoke', { device: exampleReturn(1).device }, askers.otherLead)
  expect(revoke.json().refused).toBe('not-found')
})

test('a tablet’s token is of that tablet, for this server, for ten minutes', async () => {
  const { app, store, tablet } = await everybody()
  const now = store.access.now().getTime()
  const open = async (authorization: string) =>
    (await app.inject({ url: '/api/v1/surveys', headers: { authorization } })).statusCode
  expect(await open(tablet.token())).toBe(200)
  expect(await open(tablet.token({ until: now })), 'over').toBe(401)
  expect(await open(tablet.token({ from: now + 120_000 })), 'of a clock that is ahead').toBe(401)
  expect(await open(tablet.token({ until: now + 86_400_000 })), 'for a day').toBe(401)
  expect(await open(tablet.token({ server: uuid(0xee) })), 'for another server').toBe(401)
  expect(await open(tablet.token({ device: uuid(0xd9) as DeviceId })), 'of another tablet').toBe(401)
  expect(await open(tablet.token().replace('Device ', 'Device x'))).toBe(401)
})

test('codes are guessed five times, links and passwords not much oftener, and the answers tell nothing', async () => {
  const { app } = await everybody()
  const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
  const unknown = await post(app, '/api/v1/sign-in', { email: 'nobody@council.example', password: person.password })
  const wrong = await post(app, '/api/v1/sign-in', { email: person.email, password: 'wrong lantern bicycle' })
  expect(unknown.body).toBe(wrong.body)
  const tries: number[] = []
  for (let n = 0; n < 12; n += 1)
    tries.push((await post(app, '/api/v1/sign-in', { email: person.email, password: `wrong ${n}` })).statusCode)
  expect(tries.indexOf(429)).toBe(9)
  const right = await post(app, '/api/v1/sign-in', { email: person.email, password: person.password })
  expect(right.statusCode, 'the right one waits as well').toBe(429)
  expect(right.headers['retry-after']).toBe('900')
  const guesses: number[] = []
  for (let n = 0; n < 6; n += 1)
    guesses.push((await post(app, '/api/v1/devices/enrol', { secret: `AAAA222${n}`, device: uuid(1), key })).statusCode)
  expect(guesses.at(-1)).toBe(429)
})

test.each([
  ['__proto__', '{"__proto__":{"owner":true},"email":"a@b","password":"x"}'],
  ['constructor', '{"constructor":{"prototype":{"owner":true}},"email":"a@b","password":"x"}'],
  ['a key twice', '{"email":"a@b","email":"c@d","password":"x"}'],
  ['10,000 deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['a list', '[]'],
  ['nothing', 'null'],
  ['half of it', '{"email":"a@b"'],
  ['over 1 MiB', `{"email":"${'a'.repeat(1_100_000)}"}`],
  ['a name with a line break', '{"email":"a@b\\r\\nSet-Cookie: proforma=x","password":"x"}'],
])('signing in with %s is refused', async (_, payload) => {
  const { app } = await withApp()
  const headers = { ...fromHere, 'content-type': 'application/json' }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', headers, payload })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(Object.hasOwn(Object.prototype, 'owner')).toBe(false)
})

test('who signs in gets a session of their own, whatever cookie they came with', async () => {
  const { app, askers } = await everybody()
  const planted = `proforma=${'B'.repeat(43)}`
  const { email, password } = person
  const answer = await post(app, '/api/v1/sign-in', { email, password }, { cookie: planted })
  expect(answer.headers['set-cookie']).not.toContain('BBBB')
  const asked = await app.inject({ url: '/api/v1/people', headers: { cookie: planted } })
  expect(asked.statusCode).toBe(401)
  const both = `${askers.owner.cookie}; ${planted}`
  expect((await app.inject({ url: '/api/v1/people', headers: { cookie: both } })).statusCode, 'two of a name').toBe(401)
})

test('the guard lets nobody in by being asked for nothing', () => {
  const nobody: Who = { kind: 'nobody' }
  expect(isAmong(nobody, [])).toBe(false)
  expect(isAmong(nobody, ['owner', 'lead', 'practitioner', 'analyst', 'device', 'former-device', 'recipient'])).toBe(
    false,
  )
})
