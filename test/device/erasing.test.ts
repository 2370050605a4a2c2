import * as fc from 'fast-check'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Statuses } from '../../src/response/status.ts'
import type { Revision } from '../../src/response/revision.ts'
import type { Store } from '../../src/server/store.ts'
import type { Version } from '../../src/survey/version.ts'
import { exampleReturn, statuses } from '../server/example-return.ts'
import { withApp } from '../server/with-app.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { type RealServer, realServer } from '../support/real-server.ts'
import type * as erasingModule from './in-browser/erasing.ts'
import type * as publishingModule from './in-browser/publishing.ts'
import type * as syncModule from './in-browser/sync.ts'

const call = callIn<typeof erasingModule>('/test/device/in-browser/erasing.ts')
const filling = callIn<typeof publishingModule>('/test/device/in-browser/publishing.ts')
const sync = callIn<typeof syncModule>('/test/device/in-browser/sync.ts')

describe.skipIf(withoutChromium)('taking answers out, in Chromium and with the real routes', () => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let store: Store
  let server: RealServer
  let version: Version

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    const parts = await withApp()
    store = parts.store
    server = await realServer(profile, parts.app)
    tab = await modules.newTab(profile)
    const [shipped] = await store.versions()
    if (shipped === undefined) throw new Error('Nothing is published')
    version = shipped
    return () => profile.close()
  })

  const fillIn = (name: string, role: string): Promise<Revision> =>
    filling(tab, 'fillIn', name, version, { ...exampleReturn(1).answers, role }, statuses as Statuses)

  const exchange = (name: string) => sync(tab, 'exchangeOnce', name, 'asked')

  /** Where a word stands: on the server, in a database of a device. */
  const whereIs = async (word: string, ...names: readonly string[]): Promise<readonly string[]> => {
    const onServer = JSON.stringify([(await store.revisionsAfter(0, 500)).revisions, await store.quarantined(500)])
    const places = [
      ['server', onServer],
      ...(await Promise.all(names.map(async (name) => [name, await call(tab, 'everything', name)]))),
    ]
    return places.flatMap(([place, text]) => (text?.includes(word) ? [place ?? ''] : []))
  }

  test('answers that were sent go here at once, from the server at the next exchange, and then from every device', async () => {
    const returned = await fillIn('a', 'xyzzy')
    const other = await fillIn('a', 'plugh')
    await exchange('a')
    await exchange('b')
    await call(tab, 'beginChange', 'b', returned)
    expect(await whereIs('xyzzy', 'a', 'b')).toEqual(['server', 'a', 'b'])
    server.line = () => 'cut'
    expect(await call(tab, 'erase', 'a', returned)).toEqual({ ok: true, onServer: true })
    expect(await exchange('a')).toMatchObject({ state: { kind: 'working-offline', toSend: 1 } })
    expect(await whereIs('xyzzy', 'a', 'b')).toEqual(['server', 'b'])
    server.line = () => 'open'
    expect(await exchange('a')).toMatchObject({ state: { kind: 'all-sent' } })
    expect(await whereIs('xyzzy', 'a', 'b')).toEqual(['b'])
    await exchange('b')
    expect(await whereIs('xyzzy', 'a', 'b'), 'the change that was begun there too').toEqual([])
    expect(await whereIs('plugh', 'a', 'b')).toEqual(['server', 'a', 'b'])
    expect(await call(tab, 'find', 'b', returned)).toEqual(['erased'])
    expect(await call(tab, 'find', 'b', other)).toEqual(['returned'])
    for (const name of ['a', 'b'])
      expect(await call(tab, 'count', name, returned)).toEqual({ withdrawn: 1, over: 0, other: 0 })
  })

  test('what its time was over for on the server goes from every device too, and is told in a note; frozen tables stay', async () => {
    const returned = await fillIn('a', 'xyzzy')
    const waiting = await fillIn('a', 'plugh')
    await exchange('a')
    await exchange('b')
    await call(tab, 'freeze', 'a', returned)
    const { response, survey } = returned
    const erasure = { response, survey, at: '2027-05-01T00:10:00.000Z', reason: 'retention' } as const
    await store.erase({ device: waiting.device, erasures: [erasure] })
    await exchange('a')
    await exchange('b')
    expect(await whereIs('xyzzy', 'a', 'b')).toEqual([])
    expect(await whereIs('plugh', 'a', 'b')).toEqual(['server', 'a', 'b'])
    expect(await whereIs('1 of 1', 'a'), 'frozen').toEqual(['a'])
    expect(await call(tab, 'count', 'b', returned)).toEqual({ withdrawn: 0, over: 1, other: 0 })
  })

  test('a server that was restored from before the erasure is asked again, and what it had does not come back', async () => {
    const returned = await fillIn('a', 'xyzzy')
    await exchange('a')
    await call(tab, 'erase', 'a', returned)
    await exchange('a')
    const restored = await withApp({ newId: () => crypto.randomUUID() })
    server.app = restored.app
    store = restored.store
    await store.keep([{ kind: 'revision', revision: returned, raw: JSON.stringify(returned) }])
    await exchange('a')
    await exchange('a')
    expect(await whereIs('xyzzy', 'a')).toEqual([])
  })

  test('what the server was not asked to take out yet is not fetched back from it', async () => {
    const returned = await fillIn('a', 'xyzzy')
    server.line = (request) => (request === 'GET /api/v1/revisions' ? 'stopped' : 'open')
    await exchange('a')
    await call(tab, 'erase', 'a', returned)
    server.line = (request) => (request === 'POST /api/v1/erasures' ? 'stopped' : 'open')
    expect(await exchange('a')).toMatchObject({ state: { kind: 'could-not-send', toSend: 1 } })
    expect(await whereIs('xyzzy', 'a')).toEqual(['server'])
  })

  test('a draft that was never sent leaves with nobody asked, and is in no table’s note', async () => {
    const draft = await call(tab, 'beginForm', 'a', version, { role: 'xyzzy' })
    expect(await call(tab, 'find', 'a', draft)).toEqual(['begun'])
    expect(await call(tab, 'erase', 'a', draft)).toEqual({ ok: true, onServer: false })
    expect(await whereIs('xyzzy', 'a')).toEqual([])
    expect(await call(tab, 'toAsk', 'a')).toBe(0)
    expect(await call(tab, 'count', 'a', draft)).toEqual({ withdrawn: 0, over: 0, other: 0 })
  })

  test('erased and sent in any order, on two devices, over a line that fails: nowhere in the end', async () => {
    const device = fc.constantFrom('a', 'b')
    const act = fc.oneof(
      fc.record({ does: fc.constant('return' as const), device }),
      fc.record({ does: fc.constant('erase' as const), device, which: fc.nat({ max: 20 }) }),
      fc.record({ does: fc.constant('change' as const), device, which: fc.nat({ max: 20 }) }),
      fc.record({
        does: fc.constant('exchange' as const),
        device,
        line: fc.constantFrom('open' as const, 'open' as const, 'cut' as const, 'lost' as const, 'stopped' as const),
        postsOnly: fc.boolean(),
      }),
    )
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        run += 1
        const named = (name: string): string => `${name}${run}`
        const made: Revision[] = []
        const erased = new Set<number>()
        for (const each of acts) {
          const name = named(each.device)
          if (each.does === 'return') made.push(await fillIn(name, `word-${run}-${made.length}-`))
          else if (each.does === 'exchange') {
            server.line = (request) => (each.postsOnly && request.startsWith('GET') ? 'open' : each.line)
            await exchange(name)
          } else {
            const index = each.which % Math.max(1, made.length)
            const of = made[index]
            if (of === undefined) continue
            if (each.does === 'change') {
              // A device can begin a change to what it has, and to nothing else.
              if ((await call(tab, 'find', name, of)).includes('returned')) await call(tab, 'beginChange', name, of)
            } else if ((await call(tab, 'find', name, of)).length > 0) {
              await call(tab, 'erase', name, of)
              erased.add(index)
            }
          }
        }
        server.line = () => 'open'
        for (const name of ['a', 'b', 'a', 'b']) await exchange(named(name))
        for (const index of made.keys()) {
          const places = await whereIs(`word-${run}-${index}-`, named('a'), named('b'))
          expect(places, `${index}`).toEqual(erased.has(index) ? [] : ['server', named('a'), named('b')])
        }
        expect(await Promise.all(['a', 'b'].map((name) => call(tab, 'toAsk', named(name))))).toEqual([0, 0])
      }),
      { numRuns: 15 },
    )
  }, 120_000)
})
