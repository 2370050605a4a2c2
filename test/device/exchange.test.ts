import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PushAnswer } from '../../src/protocol/messages.ts'
import type { DeviceId } from '../../src/response/revision.ts'
import { publish } from '../../src/survey/version.ts'
import larc from '../../surveys/larc-support-needs.json' with { type: 'json' }
import type { Definition } from '../../src/survey/definition.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { exampleRevision } from '../support/example-revision.ts'
import { mark, type Mishap, type PretendServer, pretendServer } from '../support/pretend-server.ts'
import type * as returnsModule from './in-browser/returns.ts'
import type * as syncModule from './in-browser/sync.ts'

const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')
const sync = callIn<typeof syncModule>('/test/device/in-browser/sync.ts')

const pushOnly =
  (mishap: Mishap): Mishap =>
  (path, push) =>
    push === null ? null : mishap(path, push)

/** An answer of the server, made wrong. */
const answering = (acksOf: (right: PushAnswer['acks']) => PushAnswer['acks']): Mishap =>
  pushOnly((_, push) => {
    const right = (push?.revisions ?? []).map(
      ({ id, sha256 }) => ({ id, sha256, status: 'stored', seq: 1, reason: null }) as const,
    )
    return {
      headers: mark,
      body: JSON.stringify({ protocol: 1, server: 'pretend', epoch: 'first', acks: acksOf(right) }),
    }
  })

describe.skipIf(withoutChromium)('an exchange with the server, in Chromium', () => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let server: PretendServer

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    server = await pretendServer(profile)
    tab = await modules.newTab(profile)
    return () => profile.close()
  })

  test('sends what waits, once, and says so', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 3)
    const { state, seconds } = await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(state.kind).toBe('all-sent')
    expect(seconds).toBeCloseTo(60, -1)
    expect(server.stored).toEqual(revisions)
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect(server.pushes).toHaveLength(1)
    expect(await returns(tab, 'kept', 'd')).toMatchObject({ returns: revisions, outbox: { toSend: [] } })
  })

  test('sent again by force, it is still once in the data', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 2)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    await sync(tab, 'offerAll', 'd')
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(server.pushes).toHaveLength(2)
    expect(server.stored).toEqual(revisions)
  })

  test('sends 250 in batches of at most 100', async () => {
    await returns(tab, 'returnForms', 'd', 250)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(server.pushes.map((push) => push.revisions.length)).toEqual([100, 100, 50])
    expect(server.stored.map(({ deviceSequence }) => deviceSequence)).toEqual(
      Array.from({ length: 250 }, (_, i) => i + 1),
    )
  })

  test.each<[string, Mishap, string, string]>([
    ['no network', () => 'cut', 'working-offline', ''],
    ['a sign-in page', () => ({ body: '<html>Sign in</html>' }), 'wifi-sign-in', ''],
    [
      'being sent on to a sign-in page',
      () => ({ status: 302, headers: { location: 'http://wifi.example/' }, body: '' }),
      'wifi-sign-in',
      '',
    ],
    [
      'a sign-in page that says it is JSON',
      () => ({ headers: { 'content-type': 'application/json' }, body: '{"acks":[]}' }),
      'wifi-sign-in',
      '',
    ],
    [
      'half an answer',
      pushOnly(() => ({ headers: mark, body: '{"protocol":1,"server":"pretend","ep' })),
      'could-not-send',
      'could not be read',
    ],
    ['an answer with no acks', answering(() => []), 'could-not-send', 'did not match'],
    [
      'another digest',
      answering((acks) => acks.map((ack) => ({ ...ack, sha256: 'f'.repeat(64) }))),
      'could-not-send',
      'did not match',
    ],
    ['500', () => ({ status: 500, body: 'oh' }), 'could-not-send', '(500)'],
    ['413', pushOnly(() => ({ status: 413, body: '' })), 'could-not-send', '(413)'],
    ['401', () => ({ status: 401, body: '' }), 'could-not-send', '(401)'],
    ['404', () => ({ status: 404, body: '<html>' }), 'could-not-send', '(404)'],
    [
      'a server that finds the app too new',
      () => ({ status: 400, headers: mark, body: '{"refused":"client-too-new","reason":""}' }),
      'could-not-send',
      'needs an update',
    ],
  ])('after %s nothing is lost, the reason is told, and the next exchange sends it', async (_, mishap, kind, words) => {
    const revisions = await returns(tab, 'returnForms', 'd', 2)
    server.mishap = mishap
    const { state, seconds } = await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(state).toMatchObject({ kind, toSend: 2 })
    expect('reason' in state ? state.reason : '').toContain(words)
    expect(seconds).toBeLessThanOrEqual(2)
    expect(await returns(tab, 'kept', 'd')).toMatchObject({
      returns: revisions,
      outbox: { toSend: revisions, keptAside: [] },
    })
    server.mishap = () => null
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(server.stored.map(({ id }) => id).sort()).toEqual(revisions.map(({ id }) => id).sort())
  })

  test('leaves a server alone for as long as it asks, unless a person asks otherwise', async () => {
    await returns(tab, 'returnForms', 'd', 1)
    server.mishap = () => ({ status: 429, headers: { 'retry-after': '240' }, body: '' })
    const asked = await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(asked.seconds).toBeGreaterThanOrEqual(239)
    server.mishap = () => null
    for (const trigger of ['start', 'online', 'return', 'timer'] as const) await sync(tab, 'exchangeOnce', 'd', trigger)
    expect(server.pushes).toHaveLength(1)
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
  })

  test('the network coming back ends a wait for the network', async () => {
    await returns(tab, 'returnForms', 'd', 1)
    server.mishap = () => 'cut'
    for (let times = 0; times < 5; times += 1) await sync(tab, 'exchangeOnce', 'd', 'asked')
    server.mishap = () => null
    expect(await sync(tab, 'exchangeOnce', 'd', 'timer')).toMatchObject({ state: { kind: 'working-offline' } })
    expect(await sync(tab, 'exchangeOnce', 'd', 'online')).toMatchObject({ state: { kind: 'all-sent' } })
  })

  test('one that a proxy refuses ends up alone and last, and the others arrive', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 8)
    const poison = revisions[2]?.id
    server.mishap = pushOnly((_, push) =>
      push?.revisions.some(({ id }) => id === poison) ? { status: 403, body: '' } : null,
    )
    for (let times = 0; times < 6; times += 1) await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect(server.stored).toHaveLength(7)
    expect((await returns(tab, 'kept', 'd')).outbox.toSend.map(({ id }) => id)).toEqual([poison])
  })

  test('of half the acks, half is sent', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 4)
    server.mishap = answering((acks) => acks.slice(0, 2))
    expect(await sync(tab, 'exchangeOnce', 'd', 'start')).toMatchObject({ state: { kind: 'could-not-send', count: 2 } })
    expect((await returns(tab, 'kept', 'd')).outbox.toSend).toEqual(revisions.slice(2))
  })

  test('what the server keeps aside leaves the outbox, stays here, and is shown with its reason', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 2)
    server.mishap = answering(([first, second]) =>
      first && second
        ? [first, { ...second, status: 'quarantined', sha256: null, seq: null, reason: 'unknown-version' }]
        : [],
    )
    const reason = 'The server does not know the version of the survey it answers.'
    const { state } = await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(state).toEqual({ kind: 'could-not-send', count: 1, reason, toSend: 0 })
    const { outbox, returns: kept } = await returns(tab, 'kept', 'd')
    expect(outbox).toMatchObject({ toSend: [], keptAside: [{ reason, revision: revisions[1] }] })
    expect(kept).toEqual(expect.arrayContaining([...revisions]))
  })

  test('one that is too large to send, or lost, is told, and the others arrive', async () => {
    const large = await returns(
      tab,
      'giveBack',
      'd',
      await returns(tab, 'filledIn', 'd', { note: 'x'.repeat(1_100_000) }),
    )
    const [lost, sound] = await returns(tab, 'returnForms', 'd', 2)
    if (large.kind !== 'returned' || lost === undefined) throw new Error('nothing was returned')
    await sync(tab, 'lose', 'd', lost.id)
    expect(await sync(tab, 'exchangeOnce', 'd', 'start')).toMatchObject({ state: { kind: 'could-not-send', count: 2 } })
    const { keptAside, toSend } = (await returns(tab, 'kept', 'd')).outbox
    expect(Object.fromEntries(keptAside.map(({ id, reason }) => [id, reason]))).toEqual({
      [large.revision.id]: 'It is over 1 MiB, more than can be sent at once.',
      [lost.id]: 'It is no longer on this device.',
    })
    expect(keptAside.map(({ revision }) => revision?.id)).toContain(large.revision.id)
    expect(toSend).toEqual([])
    expect(server.stored).toEqual([sound])
  })

  test('when time passes, a tab asks nothing that another one has just asked', async () => {
    await sync(tab, 'exchangeOnce', 'd', 'start')
    const asked = server.requests.length
    const { seconds } = await sync(tab, 'exchangeOnce', 'd', 'timer')
    expect(server.requests).toHaveLength(asked)
    expect(seconds).toBeGreaterThan(50)
    await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'exchangeOnce', 'd', 'timer')
    expect(server.pushes).toHaveLength(1)
  })

  test('fetches what others returned, in the order of the server, and never twice', async () => {
    server.stored.push(...Array.from({ length: 1_100 }, (_, index) => exampleRevision(index + 1)))
    const [own] = await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    const others = exampleRevision(2_000, { device: '33333333-3333-4333-8333-333333333333' as DeviceId })
    server.stored.push(others)
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    const kept = await returns(tab, 'kept', 'd')
    expect(kept.device?.cursor).toBe(1_102)
    expect(kept.returns.map(({ id }) => id)).toEqual(server.stored.map(({ id }) => id))
    expect(kept.returns.slice(-2)).toEqual([own, others])
  })

  test('a page that another cursor asked for, out of a cache, passes nothing over', async () => {
    server.stored.push(...Array.from({ length: 4 }, (_, index) => exampleRevision(index + 1)))
    const [revision] = server.stored.slice(2)
    const page = { protocol: 1, server: 'pretend', epoch: 'first', after: 2, next: 4, more: false }
    const cached = JSON.stringify({ ...page, revisions: [{ seq: 3, revision }] })
    server.mishap = (path) => (path === '/api/v1/revisions' ? { headers: mark, body: cached } : null)
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'working-offline' } })
    server.mishap = () => null
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect((await returns(tab, 'kept', 'd')).returns).toHaveLength(4)
  })

  test('a restored server is offered everything again, found while sending or while fetching', async () => {
    const before = await returns(tab, 'returnForms', 'd', 3)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    server.stored.splice(1)
    server.epoch = 'second'
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(server.stored).toEqual(before)
    server.stored.splice(0)
    server.epoch = 'third'
    const [after] = await returns(tab, 'returnForms', 'd', 1)
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(new Set(server.stored.map(({ id }) => id))).toEqual(new Set([...before, after].map((each) => each?.id)))
    expect(server.stored).toHaveLength(4)
    expect((await returns(tab, 'kept', 'd')).device).toMatchObject({ epoch: 'third', cursor: 4 })
  })

  test('what a server has lost without a word is sent again, and not what waits or is there', async () => {
    const before = await returns(tab, 'returnForms', 'd', 3)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    server.stored.splice(1)
    const [after] = await returns(tab, 'returnForms', 'd', 1)
    expect(await sync(tab, 'exchangeOnce', 'd', 'asked')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(new Set(server.stored.map(({ id }) => id))).toEqual(new Set([...before, after].map((each) => each?.id)))
    expect(server.pushes.at(-1)?.revisions).toHaveLength(3)
    expect((await returns(tab, 'kept', 'd')).device?.lost).toEqual([])
  })

  test('a server that was restored after the first push, before anything was fetched, is noticed', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 2)
    server.mishap = (_, push) => (push === null ? 'cut' : null)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect((await returns(tab, 'kept', 'd')).outbox.toSend).toEqual([])
    server.stored.splice(0)
    server.epoch = 'second'
    server.mishap = () => null
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect(server.stored).toEqual(revisions)
  })

  test('a version is kept if its definition has the digest that names it', async () => {
    const version = publish(larc as unknown as Definition, null, new Date('2026-11-23T09:00:00Z'))
    server.versions.push(version)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    const forged = { ...version, id: 'b'.repeat(64) as typeof version.id }
    server.versions.push(forged)
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect(await sync(tab, 'versions', 'd')).toEqual([version])
  })
})
