import { expect, test } from 'vitest'
import { serverMark } from '../../src/protocol/messages.ts'
import { type KeptAside, keptAside, type Refusal, refusals } from '../../src/protocol/refusals.ts'
import { exampleReturn, pushOf, statuses, uuid } from './example-return.ts'
import { withApp } from './with-app.ts'

const json = { 'content-type': 'application/json' }
const good = exampleReturn(1)
const post = (body: unknown): string => JSON.stringify(body)
const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`

type Headers = { readonly [name: string]: string }

const bodies: readonly (readonly [what: string, refused: Refusal, payload: string, headers?: Headers])[] = [
  ['not JSON', 'not-json', '{"protocol":1,'],
  ['nothing', 'not-json', ''],
  ['a captive portal’s page', 'wrong-media-type', '<html></html>', { 'content-type': 'text/html' }],
  ['JSON that says it is text', 'wrong-media-type', post(pushOf(good)), { 'content-type': 'text/plain' }],
  ['JSON that does not say what it is', 'wrong-media-type', post(pushOf(good)), {}],
  ['2 MiB', 'too-large', post(pushOf(exampleReturn(2, { answers: { role: 'x'.repeat(2 * 1024 * 1024) } })))],
  ['101 returns', 'too-many', post(pushOf(...Array.from({ length: 101 }, (_, n) => exampleReturn(n + 2))))],
  ['a list', 'not-a-push', post([exampleReturn(2)])],
  ['no returns', 'not-a-push', post(pushOf())],
  ['no device', 'not-a-push', post({ ...pushOf(exampleReturn(2)), device: undefined })],
  ['a device that is no UUID', 'not-a-push', post({ ...pushOf(exampleReturn(2)), device: 'tablet 3' })],
  ['protocol 0', 'not-a-push', post({ ...pushOf(exampleReturn(2)), protocol: 0 })],
  ['a newer protocol', 'client-too-new', post({ protocol: 2, quite: 'unlike' })],
  ['lists 5,000 deep', 'not-a-push', post(pushOf('deep')).replace('"deep"', deep)],
  ['a number beyond all', 'not-a-push', post(pushOf(7)).replace('[7]', '[1e999]')],
  ['a prototype to poison', 'not-json', post(pushOf(7)).replace('[7]', '[{"__proto__":{"a":1}}]')],
  ['a constructor to poison', 'not-json', post(pushOf(7)).replace('[7]', '[{"constructor":{"prototype":{}}}]')],
]

const rows = bodies.map(([what, refused, payload, headers = json]) => [what, refused, payload, headers] as const)

test.each(rows)('a push of %s is refused: %s', async (_, refused, payload, headers) => {
  const { app, store } = await withApp()
  await app.inject({ method: 'POST', url: '/api/v1/push', headers: json, payload: post(pushOf(good)) })
  const before = await store.revisionsAfter(0, 500)
  const answer = await app.inject({ method: 'POST', url: '/api/v1/push', headers, payload })
  expect(answer.json()).toEqual({ refused, reason: refusals[refused].reason })
  expect(answer.statusCode).toBe(refusals[refused].status)
  expect(answer.headers[serverMark.header]).toBe(serverMark.value)
  expect(await store.revisionsAfter(0, 500)).toEqual(before)
  expect(await store.quarantined(9)).toEqual([])
})

const changed = (change: { readonly [member: string]: unknown }) => exampleReturn(2, change)

const returns: readonly (readonly [string, KeptAside, unknown])[] = [
  ['null', 'not-a-revision', null],
  ['a word', 'not-a-revision', 'return'],
  ['one without its response', 'not-a-revision', changed({ response: undefined })],
  ['one with a member too many', 'not-a-revision', changed({ isAdmin: true })],
  ['one numbered 0', 'not-a-revision', changed({ deviceSequence: 0 })],
  ['one with half an emoji', 'not-a-revision', { ...exampleReturn(2), answers: { role: '\ud83d' } }],
  ['one changed on the way', 'wrong-digest', { ...exampleReturn(2), answers: { role: 'Someone else' } }],
  ['one with another’s digest', 'wrong-digest', { ...exampleReturn(2), sha256: good.sha256 }],
  ['one of another device', 'wrong-device', changed({ device: uuid(0xd2) })],
  ['one of an unknown version', 'unknown-version', changed({ version: 'f'.repeat(64) })],
  ['one of another survey', 'wrong-survey', changed({ survey: 'elections' })],
  ['the same id with other content', 'id-taken', exampleReturn(1, { language: 'cy' })],
  ['the same number with another id', 'sequence-taken', changed({ deviceSequence: 1 })],
  ['an answer to no question', 'unknown-item', changed({ answers: { pin: '1234' } })],
  ['an answer to no row', 'unknown-item', changed({ answers: { help: { pets: 'yes' } } })],
  ['an answer that is not offered', 'unknown-answer', changed({ answers: { help: { money: 'maybe' } } })],
  ['a status of no item', 'wrong-status', changed({ statuses: { ...statuses, pin: 'blank' } })],
  ['an item without a status', 'wrong-status', changed({ statuses: { role: 'answered' } })],
  ['a status that is none', 'wrong-status', changed({ statuses: { ...statuses, role: 'perhaps' } })],
  ['an answer called blank', 'wrong-status', changed({ statuses: { ...statuses, role: 'blank' } })],
  ['a blank called answered', 'wrong-status', changed({ statuses: { ...statuses, 'help.money': 'answered' } })],
]

test.each(returns)('%s is kept aside as %s, between two that are stored', async (_, reason, bad) => {
  const { app, store } = await withApp()
  const send = () =>
    app.inject({
      method: 'POST',
      url: '/api/v1/push',
      headers: json,
      payload: post(pushOf(good, bad, exampleReturn(3))),
    })
  const answer = await send()
  expect(answer.statusCode).toBe(200)
  expect(answer.json().acks).toMatchObject([
    { status: 'stored', seq: 1, sha256: good.sha256, reason: null },
    { status: 'quarantined', seq: null, reason },
    { status: 'stored', seq: 2 },
  ])
  const { revisions } = await store.revisionsAfter(0, 500)
  expect(revisions.map(({ revision }) => revision)).toEqual([good, exampleReturn(3)])
  await send()
  expect(await store.quarantined(9)).toMatchObject([{ reason, raw: post(bad), times: 2 }])
  expect(await store.revisionsAfter(0, 500)).toMatchObject({ revisions })
})

/** For what two say of who sent it, see the tests of access; for what was sealed, sealed-push.test.ts. */
const elsewhere: readonly string[] = ['device-ended', 'survey-not-given', 'not-opened']

test('every reason there is has been given above', () => {
  expect(new Set([...elsewhere, ...returns.map(([, reason]) => reason)])).toEqual(new Set(Object.keys(keptAside)))
})
