import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PublishAnswer } from '../../src/protocol/messages.ts'
import { readPublishAnswer } from '../../src/protocol/read-publish-answer.ts'
import { readSurveysAnswer } from '../../src/protocol/read-surveys-answer.ts'
import { type NotPublished, notPublished, type Refusal, refusals } from '../../src/protocol/refusals.ts'
import type { Version } from '../../src/survey/version.ts'
import { decided, publicationOf, titled } from './example-publication.ts'
import { definition, exampleReturn, pushOf } from './example-return.ts'
import { openStore } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { withApp } from './with-app.ts'

type App = Awaited<ReturnType<typeof withApp>>['app']

const send = (app: App, payload: string) =>
  app.inject({ method: 'POST', url: '/api/v1/surveys', headers: { 'content-type': 'application/json' }, payload })

const publish = async (
  app: App,
  versions: readonly unknown[],
  standings: readonly unknown[] = [],
): Promise<PublishAnswer> => {
  const answer = readPublishAnswer((await send(app, JSON.stringify(publicationOf(versions, standings)))).json())
  if (answer === null) throw new Error('The answer cannot be read')
  return answer
}

const a = titled('Home visits', 2)
const b = titled('School visits', 2)

test('a version is published once, live, and a return that answers it is taken', async () => {
  const { app, store } = await withApp()
  const early = await app.inject({
    method: 'POST',
    url: '/api/v1/push',
    payload: pushOf(exampleReturn(1, { version: a.id })),
  })
  expect(early.json().acks).toMatchObject([{ status: 'quarantined', reason: 'unknown-version' }])
  const standing = decided(1, a)
  expect(await publish(app, [a], [standing])).toMatchObject({
    ...store.identity,
    versions: [{ id: a.id, status: 'published', number: 2, reason: null }],
    standings: [{ id: standing.id, status: 'kept', seq: 2, reason: null }],
  })
  expect(await publish(app, [a], [standing])).toMatchObject({
    versions: [{ id: a.id, status: 'known', number: 2 }],
    standings: [{ status: 'known', seq: 2 }],
  })
  const told = readSurveysAnswer((await app.inject('/api/v1/surveys')).json())
  expect(told?.versions.map(({ id }) => id)).toContain(a.id)
  expect(told?.standings).toEqual([{ ...standing, seq: 2 }])
  const push = { method: 'POST', url: '/api/v1/push', payload: pushOf(exampleReturn(1, { version: a.id })) } as const
  expect(await store.quarantined(9)).toHaveLength(1)
  expect((await app.inject(push)).json().acks).toMatchObject([{ status: 'stored' }])
  expect(await store.quarantined(9), 'aside no more').toEqual([])
})

test('a number that another version has is not given twice, and none runs ahead', async () => {
  const { app, store } = await withApp()
  const ahead = titled('Clinic visits', 900)
  const { versions } = await publish(app, [a, b, ahead])
  expect(versions.map(({ number }) => number)).toEqual([2, 3, 4])
  expect((await store.versions()).map(({ number, definition: { title } }) => [number, title])).toEqual([
    [1, 'Visits'],
    [2, 'Home visits'],
    [3, 'School visits'],
    [4, 'Clinic visits'],
  ])
})

test('a former wording published again is live again; the same decision sent late changes nothing', async () => {
  const { app, store } = await withApp()
  const decisions = [decided(1, a), decided(2, b), decided(3, a)]
  await publish(app, [a, b], decisions)
  expect(await store.standings()).toMatchObject([{ id: decisions[2]?.id, version: a.id, state: 'live' }])
  await publish(app, [], [decided(4, a, { state: 'closed' })])
  await publish(app, [], [decided(2, b)])
  expect(await store.standings()).toMatchObject([{ version: a.id, state: 'closed' }])
})

test('what ships does not undo what a person decided', async () => {
  const { app, store } = await withApp()
  expect(await store.standings()).toMatchObject([{ state: 'live' }])
  await publish(app, [a], [decided(1, a)])
  await store.publish(definition)
  const next = await store.publish({ ...definition, title: 'A new release' })
  expect(next.number).toBe(3)
  expect(await store.standings()).toMatchObject([{ version: a.id }])
})

test('of what ships, the edition that ships now is live, also when it is a former one', async () => {
  const store = await openStore()
  const first = await store.publish(definition)
  const second = await store.publish({ ...definition, title: 'Otherwise' })
  expect(await store.standings()).toMatchObject([{ version: second.id }])
  await store.publish(definition)
  expect(await store.standings()).toMatchObject([{ version: first.id }])
})

test('a restored server takes back what it lost, and no old decision for a new one', async () => {
  const { app, store } = await withApp()
  await publish(app, [a], [decided(1, a)])
  // Decided after the backup as numbers 8 and 7, and brought back by two devices, the later one first.
  await publish(app, [b], [decided(8, b, { seq: 8 })])
  expect(await publish(app, [], [decided(7, a, { seq: 7 })])).toMatchObject({
    standings: [{ status: 'known', seq: null }],
  })
  expect(await store.standings()).toMatchObject([{ version: b.id, seq: 8 }])
  await publish(app, [], [decided(9, a, { seq: Number.MAX_SAFE_INTEGER })])
  await publish(app, [], [decided(10, b)])
  const [last] = await store.standings()
  expect(last).toMatchObject({ version: b.id })
  expect(last?.seq).toBeLessThan(2_000)
})

test('what was published is there after a restart', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const before = await openStore({}, file)
  await before.keepSurveys({ device: exampleReturn(1).device, versions: [a], standings: [decided(1, a)] })
  await before.close()
  const after = await openStore({}, file)
  expect(await after.versions()).toEqual([{ ...a, number: 1 }])
  expect(await after.standings()).toEqual([decided(1, a, { seq: 1 })])
})

const without = (version: Version, change: object): unknown => ({
  ...version,
  definition: { ...version.definition, ...change },
})

const deep: unknown = Array.from({ length: 40 }).reduce((inner) => [inner], [])

const badVersions: readonly (readonly [string, NotPublished, unknown])[] = [
  ['null', 'not-a-version', null],
  ['no title', 'not-a-version', without(a, { title: undefined })],
  ['no pages', 'not-a-version', without(a, { pages: [] })],
  ['a page without elements', 'not-a-version', without(a, { pages: [{ name: 'one' }] })],
  [
    'a panel without elements',
    'not-a-version',
    without(a, { pages: [{ name: 'one', elements: [{ type: 'panel', name: 'p' }] }] }),
  ],
  ['settings half there', 'not-a-version', without(a, { proforma: { id: 'visits' } })],
  ['no settings', 'not-a-version', without(a, { proforma: undefined })],
  ['an id that cannot stand in an address', 'not-a-version', without(a, { proforma: { id: '../x' } })],
  ['a number of 0', 'not-a-version', { ...a, number: 0 }],
  ['a member too many', 'not-a-version', { ...a, admin: true }],
  ['lists 40 deep', 'not-a-version', without(a, { more: deep })],
  ['half an emoji', 'not-a-version', without(a, { title: '\ud83d' })],
  ['another wording than its digest', 'wrong-digest', without(a, { title: 'Changed' })],
  ['another survey', 'wrong-survey', { ...a, survey: 'elections' }],
]

test.each(badVersions)(
  'a version with %s is refused: %s; the sound one beside it is published',
  async (_, reason, bad) => {
    const { app, store } = await withApp()
    const standing = decided(1, b)
    const answer = await publish(app, [bad, b], [standing])
    expect(answer.versions).toMatchObject([{ status: 'refused', number: null, reason }, { status: 'published' }])
    expect(await store.versions()).toHaveLength(2)
    expect(await store.standings()).toMatchObject([{ id: standing.id }])
  },
)

const badStandings: readonly (readonly [string, NotPublished, unknown])[] = [
  ['null', 'not-a-standing', null],
  ['another state', 'not-a-standing', { ...decided(2, a), state: 'open' }],
  ['a version that was never sent', 'unknown-version', decided(2, b)],
  ['another survey', 'wrong-survey', { ...decided(2, a), survey: 'elections' }],
  ['an id that was used', 'id-taken', decided(1, a, { state: 'closed' })],
]

test.each(badStandings)('a standing with %s is refused: %s', async (_, reason, bad) => {
  const { app, store } = await withApp()
  await publish(app, [a], [decided(1, a)])
  const before = await store.standings()
  expect((await publish(app, [], [bad])).standings).toMatchObject([{ status: 'refused', seq: null, reason }])
  expect(await store.standings()).toEqual(before)
})

test('every reason there is has been given above, but for the size and for who sent it', () => {
  const given = [...badVersions, ...badStandings].map(([, reason]) => reason)
  expect(new Set([...given, 'too-large', 'not-yours'])).toEqual(new Set(Object.keys(notPublished)))
})

test.each<[string, Refusal, string]>([
  ['a list', 'not-surveys', '[]'],
  ['no device', 'not-surveys', JSON.stringify({ ...publicationOf([a]), device: null })],
  ['21 versions', 'not-surveys', JSON.stringify(publicationOf(Array.from({ length: 21 }, () => a)))],
  [
    '101 standings',
    'not-surveys',
    JSON.stringify(
      publicationOf(
        [],
        Array.from({ length: 101 }, () => null),
      ),
    ),
  ],
  ['a newer protocol', 'client-too-new', JSON.stringify({ protocol: 2, quite: 'unlike' })],
  ['over 1 MiB', 'too-large', JSON.stringify(publicationOf([titled('x'.repeat(1024 * 1024), 2)]))],
  ['half a body', 'not-json', JSON.stringify(publicationOf([a])).slice(0, 200)],
])('a publication of %s is refused: %s', async (_, refused, payload) => {
  const { app, store } = await withApp()
  const before = [await store.versions(), await store.standings()]
  const answer = await send(app, payload)
  expect([answer.statusCode, answer.json()]).toEqual([
    refusals[refused].status,
    { refused, reason: refusals[refused].reason },
  ])
  expect([await store.versions(), await store.standings()]).toEqual(before)
})

test('two devices that publish at once each get a number of their own', async () => {
  const { app, store } = await withApp()
  const versions = Array.from({ length: 12 }, (_, n) => titled(`Visits ${n}`, 2))
  await Promise.all(versions.map((version, n) => publish(app, [version], [decided(n, version)])))
  expect((await store.versions()).map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1))
})
