import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readImageHeader } from '../../src/response/image-header.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { secrets, withGps } from '../support/camera-photo.ts'
import { withoutChromium } from '../support/chromium.ts'
import { mark, type PretendServer, pretendServer } from '../support/pretend-server.ts'
import type * as photosModule from './in-browser/photos.ts'
import type * as returnsModule from './in-browser/returns.ts'
import type * as syncModule from './in-browser/sync.ts'

const photos = callIn<typeof photosModule>('/test/device/in-browser/photos.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')
const sync = callIn<typeof syncModule>('/test/device/in-browser/sync.ts')

describe.skipIf(withoutChromium)('photos, in Chromium', () => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let server: PretendServer
  let large: string
  let small: string

  beforeAll(async () => {
    modules = await serveBrowserModules()
    const drawing = await modules.newProfile()
    const page = await modules.newTab(drawing)
    large = await photos(page, 'drawn', 3000, 2000)
    small = await photos(page, 'drawn', 300, 400)
    await drawing.close()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    server = await pretendServer(profile)
    tab = await modules.newTab(profile)
    return () => profile.close()
  })

  test('a photo is made smaller, and says nothing of where and with what it was taken', async () => {
    const taken = withGps(Buffer.from(large, 'base64'))
    expect([taken.includes(secrets.camera), taken.includes(secrets.latitude)]).toEqual([true, true])
    const photo = await photos(tab, 'made', taken.toString('base64'))
    if (!photo.ok) throw new Error(photo.why)
    const kept = Buffer.from(photo.bytes, 'base64')
    expect(photo).toMatchObject({ type: 'image/jpeg', width: 1600, height: 1067 })
    expect(readImageHeader(kept)).toEqual({ type: 'image/jpeg', size: { width: 1600, height: 1067 } })
    expect(kept.length).toBeLessThan(1_500_000)
    expect([secrets.camera, secrets.latitude, 'Exif', 'GPS'].filter((secret) => kept.includes(secret))).toEqual([])
  })

  test('a small one stays as large as it is, and what can be seen through is white', async () => {
    expect(await photos(tab, 'made', small)).toMatchObject({ ok: true, width: 300, height: 400 })
    const long = await photos(tab, 'drawn', 40, 20_000, 'image/png')
    expect(await photos(tab, 'made', long)).toMatchObject({ ok: true, type: 'image/jpeg', width: 3, height: 1600 })
    const clear = await photos(tab, 'made', await photos(tab, 'empty'))
    expect(clear.ok && (await photos(tab, 'darkness', clear.bytes))).toBe(0)
  })

  const bomb = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000186a0000186a00802000000000000000000000049454e44ae426082',
    'hex',
  )
  test.each([
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'not-a-picture'],
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['10,000 million pixels in 45 bytes', bomb, 'too-many-pixels'],
    ['half a picture', Buffer.from('ffd8ffe000104a46', 'hex'), 'damaged'],
  ])('a file of %s is refused, with a reason', async (_, file, why) => {
    expect(await photos(tab, 'made', file.toString('base64'))).toEqual({ ok: false, why })
  })

  test('photos go after their return, in parts, go on where they were cut, and are sent once', async () => {
    const { revision, references } = await photos(tab, 'returnedWith', 'd', [large, small])
    const [first, second] = references.map(({ sha256 }) => sha256)
    if (first === undefined || second === undefined) throw new Error('no photo')
    let puts = 0
    server.mishap = (request) =>
      request.startsWith(`PUT /api/v1/attachments/${first}`) && (puts += 1) === 2 ? 'cut' : null
    const { state } = await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(server.stored).toEqual([revision])
    expect(state, 'the return is there, its photos are not').toMatchObject({ toSend: 2 })
    expect(server.attachments.get(first)?.length).toBe(256 * 1024)
    expect(server.requests.findIndex((path) => path.includes('/attachments/'))).toBeGreaterThan(
      server.requests.indexOf('/api/v1/push'),
    )
    server.mishap = () => null
    expect((await sync(tab, 'exchangeOnce', 'd', 'asked')).state.kind).toBe('all-sent')
    for (const { sha256, bytes } of references) expect(server.attachments.get(sha256)?.length).toBe(bytes)
    expect(await photos(tab, 'standings', 'd')).toEqual({ [first]: 'sent', [second]: 'sent' })
    const before = server.requests.length
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect(server.requests.slice(before).filter((path) => path.includes('/attachments/'))).toEqual([])
  })

  test('photos wait for their return, whether it was cut off or kept aside', async () => {
    const { revision } = await photos(tab, 'returnedWith', 'd', [small])
    server.mishap = (path) => (path === '/api/v1/push' ? 'cut' : null)
    expect((await sync(tab, 'exchangeOnce', 'd', 'start')).state).toMatchObject({ kind: 'working-offline', toSend: 2 })
    const { id, sha256 } = revision
    const acks = [{ id, sha256, status: 'quarantined', seq: null, reason: 'unknown-item' }]
    const body = JSON.stringify({ protocol: 1, server: 'pretend', epoch: 'first', acks })
    server.mishap = (_, push) => (push === null ? null : { headers: mark, body })
    expect((await sync(tab, 'exchangeOnce', 'd', 'asked')).state).toMatchObject({ kind: 'could-not-send', toSend: 1 })
    expect(server.requests.filter((path) => path.includes('/attachments/'))).toEqual([])
  })

  test.each([
    ['a sign-in page', { body: '<p>Sign in</p>' }],
    ['an answer about another photo', { headers: {}, body: '' }],
  ])('%s does not count as sent', async (what, page) => {
    const { references } = await photos(tab, 'returnedWith', 'd', [small])
    const sha256 = references[0]?.sha256 ?? ''
    const other = {
      protocol: 1,
      server: 'pretend',
      epoch: 'first',
      sha256: '0'.repeat(64),
      received: 9,
      total: 9,
      complete: true,
    }
    const reply = what.startsWith('an answer')
      ? { headers: { 'x-proforma': 'proforma-1', 'content-type': 'application/json' }, body: JSON.stringify(other) }
      : page
    server.mishap = (request) => (request.includes('/attachments/') ? reply : null)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(await photos(tab, 'standings', 'd')).toEqual({ [sha256]: 'to-send' })
  })

  test('a restored server is offered every photo again', async () => {
    const { references } = await photos(tab, 'returnedWith', 'd', [small])
    await sync(tab, 'exchangeOnce', 'd', 'start')
    server.epoch = 'second'
    server.stored.length = 0
    server.attachments.clear()
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect([...server.attachments.keys()]).toEqual(references.map(({ sha256 }) => sha256))
  })

  test('a photo that the disk has damaged is not sent as if it were whole', async () => {
    const { references } = await photos(tab, 'returnedWith', 'd', [small])
    const sha256 = references[0]?.sha256 ?? ''
    await photos(tab, 'damage', 'd', sha256)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(await photos(tab, 'standings', 'd')).toEqual({ [sha256]: 'damaged' })
    expect(server.attachments.size).toBe(0)
  })

  test('what was taken out of the answer goes with the return, and a deleted form takes its photos along', async () => {
    const { references } = await photos(tab, 'returnedWith', 'd', [large, small], [0])
    const own = references[1]?.sha256 ?? ''
    const { kept } = await photos(tab, 'begunWith', 'd', [large, small])
    expect(Object.keys(await photos(tab, 'standings', 'd'))).toHaveLength(2)
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect([...server.attachments.keys()], 'no photo of a form that is not returned').toEqual([own])
    await photos(tab, 'remove', 'd', kept.draft.response)
    expect(Object.keys(await photos(tab, 'standings', 'd')), 'the return still has this one').toEqual([own])
    expect((await returns(tab, 'kept', 'd')).drafts).toBe(0)
  })

  test('where the database has lost its photos they come back from their files, and none outlives its answers', async () => {
    const { revision, references } = await photos(tab, 'returnedWith', 'd', [large, small])
    const all = references.map(({ sha256 }) => sha256).toSorted()
    const { kept, references: begun } = await photos(tab, 'begunWith', 'd', [await photos(tab, 'drawn', 200, 200)])
    const own = begun[0]?.sha256 ?? ''
    await photos(tab, 'wipe', 'd')
    server.mishap = () => 'cut'
    await sync(tab, 'exchangeOnce', 'd', 'start')
    expect(await photos(tab, 'standings', 'd')).toEqual({
      ...Object.fromEntries(all.map((sha256) => [sha256, 'to-send'])),
      [own]: 'held',
    })
    server.mishap = () => null
    await sync(tab, 'exchangeOnce', 'd', 'asked')
    expect([server.stored, [...server.attachments.keys()].toSorted()]).toEqual([[revision], all])
    expect(await photos(tab, 'copies', 'd')).toEqual([...all, own].toSorted())
    await photos(tab, 'remove', 'd', kept.draft.response)
    expect(await photos(tab, 'copies', 'd')).toEqual(all)
  })
})
