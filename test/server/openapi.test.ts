import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { described } from '../../src/protocol/described.ts'
import { openApiOf, type OpenApi } from '../../src/server/openapi.ts'
import { decided, publicationOf, titled } from './example-publication.ts'
import { exampleReturn, pushOf, uuid } from './example-return.ts'
import { fromHere, makeOwner, person, post } from './access/example-people.ts'
import { withApp } from './with-app.ts'

interface Operation {
  readonly 'x-may': readonly string[]
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema?: TSchema } } }
  readonly responses: { readonly 200: { readonly content: { readonly [type: string]: { readonly schema?: TSchema } } } }
}

const json = 'application/json'

test('the document names every address that the server answers, and none that it does not', async () => {
  const { app } = await withApp()
  const answer = await app.inject('/api/v1/openapi.json')
  const document = answer.json<OpenApi>()
  expect(answer.headers['content-type']).toContain(json)
  expect(document.openapi).toBe('3.1.0')
  const told = Object.entries(document.paths).flatMap(([path, of]) =>
    Object.keys(of).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told.toSorted()).toEqual(Object.keys(described).toSorted())
  const route = { method: 'GET', url: '/api/v1/unheard', may: ['owner'], answer: () => Promise.reject() } as const
  expect(() => openApiOf([route]), 'one that is not described does not start').toThrow('not described')
})

/** One request for each address, that the document says is right, in an order in which each can be done. */
const requests = async () => {
  const { app, store } = await withApp()
  const owner = await makeOwner(app, store)
  const version = titled('Another', 2)
  const sent = exampleReturn(1)
  const bad = { ...exampleReturn(2), sha256: 'f'.repeat(64) }
  const ask = async (path: string, body: object) => (await post(app, path, body, owner)).json<Record<string, string>>()
  const { token: invitation = '' } = await ask('/api/v1/invitations', { roles: [], owner: true })
  const { token: second = '' } = await ask('/api/v1/invitations', { roles: [], owner: true, email: 'second' })
  await post(app, '/api/v1/join', { ...person, email: 'cy@council.example', token: second })
  await ask('/api/v1/invitations', { roles: [{ survey: '*', role: 'analyst', singleAnswers: false }] })
  const cy = (await store.access.people()).find(({ email }) => email.startsWith('cy'))?.id ?? ''
  const open = (await store.access.invitations()).at(-1)?.id ?? ''
  const { code = '' } = await ask('/api/v1/devices/code', { name: 'Blue 3', surveys: 'all' })
  const key = {
    kty: 'EC',
    crv: 'P-256',
    ...JSON.parse(
      '{"x":"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0","y":"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"}',
    ),
  }
  await ask('/api/v1/push', pushOf(bad))
  const aside = (await store.quarantined(1))[0]?.sha256 ?? ''
  const members = [{ id: 'a', name: 'A', contact: '', email: '', language: '', strata: {} }]
  const erasure = { response: uuid(0x2009), survey: sent.survey, at: sent.returnedAt, reason: 'withdrawn' }
  const bodies: { readonly [route: string]: object } = {
    'POST /api/v1/push': pushOf(sent),
    'POST /api/v1/erasures': { protocol: 1, device: sent.device, erasures: [erasure] },
    'POST /api/v1/inventory': { protocol: 1, device: sent.device, sequence: 1, wiped: null },
    'POST /api/v1/surveys': publicationOf([version], [decided(1, version)]),
    'POST /api/v1/aside': { protocol: 1, sha256: aside, what: 'reject', because: 'A trial' },
    'POST /api/v1/provider/begin': {},
    'POST /api/v1/provider/finish': { search: '?code=a&state=b' },
    'POST /api/v1/owner': { ...person, token: 'A'.repeat(43) },
    'POST /api/v1/join': { ...person, email: 'di@council.example', token: invitation },
    // By then it was changed.
    'POST /api/v1/sign-in': { email: person.email, password: 'walnut ferry november' },
    'POST /api/v1/sign-out': {},
    'POST /api/v1/sessions/end': { id: 'none' },
    'POST /api/v1/password': { old: person.password, fresh: 'walnut ferry november' },
    'POST /api/v1/second-step/begin': { password: 'walnut ferry november' },
    'POST /api/v1/second-step/confirm': { code: '000000' },
    'POST /api/v1/second-step/end': { password: 'walnut ferry november' },
    'POST /api/v1/people/roles': { account: cy, roles: [] },
    'POST /api/v1/people/stop': { account: cy },
    'POST /api/v1/people/second-step': { account: cy },
    'POST /api/v1/invitations': { roles: [{ survey: '*', role: 'lead', singleAnswers: false }] },
    'POST /api/v1/sealing/new-key': { why: 'A laptop was lost' },
    'POST /api/v1/subject-access': { find: 'K7TQ-3MXP', why: 'request 7' },
    'POST /api/v1/invitations/withdraw': { id: open },
    'POST /api/v1/devices/code': { name: 'Blue 4', surveys: ['visits'] },
    'POST /api/v1/devices/enrol': { secret: code, device: uuid(0xd7), key },
    'POST /api/v1/devices/revoke': { device: uuid(0xd7) },
    'POST /api/v1/devices/sign-out': {},
    'POST /api/v1/retention/{survey}': { months: 12 },
    'POST /api/v1/populations/{survey}/members': { members },
    'POST /api/v1/populations/{survey}/settings': { closes: null, mayAmend: true, mostReturns: 1 },
    'POST /api/v1/populations/{survey}/draw': { draw: null },
    'POST /api/v1/populations/{survey}/links': { recipients: [uuid(1)], how: 'shown' },
    'POST /api/v1/populations/{survey}/open-link': { most: 20 },
    'POST /api/v1/populations/{survey}/send': { kind: 'letter', subject: 'Hello', body: 'Dear {name}' },
    'POST /api/v1/populations/{survey}/mark': { recipient: uuid(1), kind: 'declined', detail: '' },
    'POST /api/v1/populations/{survey}/returns': { recipient: uuid(1), response: uuid(2) },
    'POST /api/v1/populations/{survey}/pick': { recipient: uuid(1), response: uuid(2) },
    'PUT /api/v1/recipient/draft': { after: 0, draft: { answers: {}, language: 'en' } },
    'POST /api/v1/recipient/decline': { reason: '' },
    'POST /api/v1/recipient/push': pushOf(sent),
  }
  return { app, owner, bodies, version: (await store.versions())[0]?.id ?? '' }
}

const malformed = ['not-a-request', 'not-a-list', 'not-a-push', 'not-surveys', 'not-erasures', 'not-an-inventory']

/** What is refused for what the request says, and not for its form: each is known and told. */
const knownToRefuse: { readonly [route: string]: string } = {
  'POST /api/v1/provider/begin': 'not-found',
  'POST /api/v1/provider/finish': 'not-found',
  'POST /api/v1/owner': 'link-gone',
  'POST /api/v1/second-step/confirm': 'sign-in-wrong',
  'POST /api/v1/second-step/end': 'not-found',
  'POST /api/v1/people/second-step': 'not-found',
  'POST /api/v1/devices/sign-out': 'not-yours',
  'POST /api/v1/populations/{survey}/send': 'not-now',
  'POST /api/v1/populations/{survey}/mark': 'not-now',
  'POST /api/v1/populations/{survey}/returns': 'not-now',
  'POST /api/v1/populations/{survey}/pick': 'not-now',
  'GET /api/v1/recipient': 'not-yours',
  'PUT /api/v1/recipient/draft': 'not-yours',
  'POST /api/v1/recipient/decline': 'not-yours',
  'POST /api/v1/recipient/push': 'not-yours',
  'GET /api/v1/recipient/attachments/{sha256}': 'not-yours',
  'PUT /api/v1/recipient/attachments/{sha256}': 'not-yours',
  'GET /api/v1/attachments/{sha256}': 'unknown-attachment',
  'PUT /api/v1/attachments/{sha256}': 'bad-part',
  'GET /api/v1/attachments/{sha256}/content': 'unknown-attachment',
}

test('every address takes and gives what the document says', async () => {
  const { app, owner, bodies, version } = await requests()
  const { paths } = (await app.inject('/api/v1/openapi.json')).json<{
    readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  }>()
  const wrong: string[] = []
  const last = ['POST /api/v1/sign-out']
  const all = Object.entries(paths)
    .flatMap(([path, of]) => Object.entries(of).map(([verb, operation]) => ({ path, verb, operation })))
    .toSorted(
      (a, b) =>
        Number(last.includes(`${a.verb.toUpperCase()} ${a.path}`)) -
        Number(last.includes(`${b.verb.toUpperCase()} ${b.path}`)),
    )
  for (const { path, verb, operation } of all) {
    const method = verb.toUpperCase() as 'GET' | 'POST' | 'PUT'
    const name = `${method} ${path}`
    const url = path.replace('{version}', version).replace('{survey}', 'visits').replace('{sha256}', 'a'.repeat(64))
    const body = bodies[name]
    const takes = operation.requestBody?.content[json]?.schema
    if ((takes !== undefined) !== (body !== undefined) && body !== undefined && Object.keys(body).length > 0)
      wrong.push(`${name}: a body that the document does not tell of`)
    if (takes !== undefined && !Compile(takes).Check(body)) wrong.push(`${name}: the example does not fit`)
    const asked = await app.inject({
      method,
      url,
      headers: { ...fromHere, ...owner },
      ...(body === undefined ? {} : { payload: body }),
    })
    const refused = asked.statusCode === 200 ? null : asked.json<{ readonly refused: string }>().refused
    if (refused !== (knownToRefuse[name] ?? null)) wrong.push(`${name}: ${refused ?? 'done'}`)
    const gives = operation.responses[200].content[json]?.schema
    if (refused === null && gives !== undefined && !Compile(gives).Check(asked.json()))
      wrong.push(`${name}: gave ${asked.body.slice(0, 200)}`)
  }
  expect(wrong).toEqual([])
})

test('what the document says must be there is refused where it is not', async () => {
  const { app, owner, bodies } = await requests()
  const { paths } = (await app.inject('/api/v1/openapi.json')).json<{
    readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  }>()
  const taken: string[] = []
  for (const [path, of] of Object.entries(paths))
    for (const [verb, operation] of Object.entries(of)) {
      const name = `${verb.toUpperCase()} ${path}`
      const schema: { readonly required?: readonly string[] } | undefined = operation.requestBody?.content[json]?.schema
      if (operation['x-may'].includes('recipient') || name === 'POST /api/v1/sign-in') continue
      for (const member of schema?.required ?? []) {
        const { [member]: _, ...rest } = bodies[name] as { readonly [member: string]: unknown }
        const answer = await app.inject({
          method: verb.toUpperCase() as 'POST',
          url: path.replace('{survey}', 'visits'),
          headers: { ...fromHere, ...owner },
          payload: rest,
        })
        const refused = answer.statusCode === 200 ? null : answer.json<{ readonly refused: string }>().refused
        if (!malformed.includes(refused ?? '') && refused !== 'too-often')
          taken.push(`${name} without ${member}: ${refused}`)
      }
    }
  expect(taken).toEqual([])
})
