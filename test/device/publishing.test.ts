import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../src/server/store.ts'
import type { Statuses } from '../../src/response/status.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { publish, type Version } from '../../src/survey/version.ts'
import { encodeColumns } from '../../src/tabulation/columns.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'
import { definition, exampleReturn, statuses } from '../server/example-return.ts'
import { titled } from '../server/example-publication.ts'
import { withApp } from '../server/with-app.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { type RealServer, realServer } from '../support/real-server.ts'
import type * as designsModule from './in-browser/designs.ts'
import type * as publishingModule from './in-browser/publishing.ts'

const designs = callIn<typeof designsModule>('/test/device/in-browser/designs.ts')
const call = callIn<typeof publishingModule>('/test/device/in-browser/publishing.ts')

const { answers } = exampleReturn(1)

const post = 'POST /api/v1/surveys'

describe.skipIf(withoutChromium)('publishing, in Chromium and with the real routes', () => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let store: Store
  let server: RealServer

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    return () => profile.close()
  })

  /** A server, and a tab that reaches it. */
  const connected = async (): Promise<void> => {
    const parts = await withApp()
    store = parts.store
    server = await realServer(profile, parts.app)
    tab = await modules.newTab(profile)
  }

  const published = async (name: string, id: SurveyId, title: string): Promise<Version> => {
    const made = await call(tab, 'publishAs', name, id, title)
    if (made.kind !== 'published') throw new Error(made.kind)
    return made.version
  }

  const fillIn = (name: string, version: Version) => call(tab, 'fillIn', name, version, answers, statuses as Statuses)

  const stored = async () => (await store.revisionsAfter(0, 500)).revisions.map(({ revision }) => revision)

  test('a survey built, published and answered with no network arrives whole, and is counted', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const version = await published('d', id, 'Clinic visits')
    expect(version.number).toBe(1)
    const returned = [await fillIn('d', version), await fillIn('d', version)]
    expect(await call(tab, 'seen', 'd', id)).toMatchObject({ live: [version], designs: [['live', 1]] })
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'all-sent' })
    const sent = server.requests.filter((request) => request !== 'POST /api/v1/inventory')
    expect(sent.slice(0, 2)).toEqual([post, 'POST /api/v1/push'])
    expect(await stored()).toEqual(returned)
    expect(await store.quarantined(9)).toEqual([])
    const encoded = encodeColumns(
      [...(await store.versions())].filter(({ survey }) => survey === id),
      await stored(),
    )
    if (!encoded.ok) throw new Error(encoded.reason)
    const made = tabulate(encoded.columns, 'help', {})
    if (!made.ok) throw new Error(made.reason)
    expect(made.table.rows.map(({ item, cells, nonResponse, base }) => [item, cells, nonResponse, base])).toEqual([
      ['help.housing', { yes: 0, no: 0, unsure: 2 }, 0, 2],
      ['help.money', { yes: 0, no: 0, unsure: 0 }, 2, 2],
    ])
    expect((await call(tab, 'seen', 'd', id)).publications).toEqual([])
  })

  test('the same published again is the same version; a former wording is live again on every device', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const a = await published('d', id, 'A')
    expect(await published('d', id, 'A')).toEqual(a)
    const b = await published('d', id, 'B')
    expect(await published('d', id, 'A')).toEqual(a)
    await call(tab, 'exchanged', 'd')
    await call(tab, 'exchanged', 'other')
    for (const name of ['d', 'other']) {
      const { live, versions } = await call(tab, 'seen', name, id)
      expect(live.find(({ survey }) => survey === id)?.id).toBe(a.id)
      expect(versions).toEqual([
        [1, 'A'],
        [2, 'B'],
      ])
    }
    expect(b.number).toBe(2)
    expect((await store.standings()).find(({ survey }) => survey === id)).toMatchObject({ version: a.id, seq: 4 })
  })

  test('two devices that publish one survey offline end with two numbers, and agree', async () => {
    await connected()
    for (const name of ['d', 'other']) await call(tab, 'exchanged', name)
    const mine = await published('d', definition.proforma.id, 'Mine')
    const theirs = await published('other', definition.proforma.id, 'Theirs')
    expect([mine.number, theirs.number]).toEqual([2, 2])
    const returned = await fillIn('other', theirs)
    for (const name of ['d', 'other', 'd']) await call(tab, 'exchanged', name)
    for (const name of ['d', 'other'])
      expect(await call(tab, 'seen', name, definition.proforma.id)).toMatchObject({
        live: [{ id: theirs.id, number: 3 }],
        versions: [
          [1, 'Visits'],
          [2, 'Mine'],
          [3, 'Theirs'],
        ],
        returns: [returned],
      })
  })

  test('a closed survey is closed everywhere, its answers still arrive, and it can be opened again', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const version = await published('d', id, 'Calls')
    for (const name of ['d', 'other']) await call(tab, 'exchanged', name)
    expect(await call(tab, 'close', 'd', id)).toEqual({ ok: true })
    expect((await call(tab, 'seen', 'd', id)).designs).toEqual([['closed', 1]])
    const returned = await fillIn('other', version)
    for (const name of ['d', 'other']) await call(tab, 'exchanged', name)
    expect(await stored()).toEqual([returned])
    const other = async () => (await call(tab, 'seen', 'other', id)).live.map(({ survey }) => survey)
    expect(await other()).toEqual(['visits'])
    await call(tab, 'reopen', 'd', id)
    for (const name of ['d', 'other']) await call(tab, 'exchanged', name)
    expect(await other()).toEqual([id, 'visits'].sort())
    const draft = await designs(tab, 'create', 'd', definition)
    expect(await call(tab, 'close', 'd', draft.id)).toEqual({
      ok: false,
      reason: 'This survey was never published.',
    })
  })

  test('an answer that is lost on its way is asked for again, and nothing is published twice', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const version = await published('d', id, 'Calls')
    server.line = (request) => (request === post ? 'lost' : 'open')
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'working-offline' })
    expect((await call(tab, 'seen', 'd', id)).publications).toMatchObject([
      { what: 'published', refused: null },
      { what: 'live', refused: null },
    ])
    server.line = () => 'open'
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'all-sent' })
    expect((await store.versions()).filter(({ survey }) => survey === id)).toEqual([version])
    expect((await call(tab, 'seen', 'd', id)).publications).toEqual([])
  })

  test('while its version cannot be sent an answer waits, and others do not wait with it', async () => {
    await connected()
    await call(tab, 'exchanged', 'd')
    const [visits] = (await call(tab, 'seen', 'd', definition.proforma.id)).live
    if (visits === undefined) throw new Error('nothing is live')
    const { id } = await designs(tab, 'create', 'd', definition)
    const held = await fillIn('d', await published('d', id, 'Calls'))
    const free = await fillIn('d', visits)
    server.line = (request) => (request === post ? 'stopped' : 'open')
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'could-not-send', count: 1 })
    expect(await stored()).toEqual([free])
    expect(await store.quarantined(9)).toEqual([])
    server.line = () => 'open'
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'all-sent' })
    expect(await stored()).toEqual([free, held])
  })

  test('the number that the server gave is taken from its answer', async () => {
    await connected()
    await call(tab, 'exchanged', 'd')
    const { device } = exampleReturn(1)
    await store.keepSurveys({ device, versions: [titled('Taken', 2)], standings: [] })
    await published('d', definition.proforma.id, 'Mine')
    server.line = (request) => (request === 'GET /api/v1/surveys' ? 'cut' : 'open')
    await call(tab, 'exchanged', 'd')
    expect((await call(tab, 'seen', 'd', definition.proforma.id)).versions).toEqual([
      [1, 'Visits'],
      [3, 'Mine'],
    ])
  })

  test('a refused version is kept and told, its answers wait beside it, and both arrive once it is mended', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const version = await published('d', id, 'Calls')
    const returned = await fillIn('d', version)
    await call(tab, 'spoilVersion', 'd', version)
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({
      kind: 'could-not-send',
      count: 1,
      reason: 'The server does not know the version of the survey it answers.',
    })
    expect((await call(tab, 'seen', 'd', id)).publications).toMatchObject([
      { survey: id, refused: 'Its content does not match its own digest: it was changed on the way.' },
      { what: 'live', refused: 'The server does not know the version that it names.' },
    ])
    await call(tab, 'keepVersion', 'd', version)
    expect(await call(tab, 'sendNow', 'd')).toMatchObject({ kind: 'all-sent' })
    expect(await stored()).toEqual([returned])
    expect(await store.standings()).toContainEqual(expect.objectContaining({ survey: id, version: version.id }))
  })

  test('an answer to a version that only its device knows is kept aside, then brings the version along', async () => {
    await connected()
    const version = publish({ ...definition, title: 'A newer app ships this' }, null, new Date(0))
    await call(tab, 'keepVersion', 'd', version)
    const returned = await fillIn('d', version)
    await call(tab, 'exchanged', 'd')
    expect(await stored()).toEqual([])
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'all-sent' })
    expect(await stored()).toEqual([returned])
    expect((await store.standings()).map(({ version: live }) => live)).not.toContain(version.id)
  })

  test('an answer waits for a version that another device still has to publish', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const version = await published('d', id, 'Calls')
    // Carried by hand to a device that cannot pass it on.
    const returned = await fillIn('other', version)
    await call(tab, 'exchanged', 'other')
    expect((await call(tab, 'seen', 'other', id)).outbox.keptAside).toHaveLength(1)
    await call(tab, 'exchanged', 'd')
    await call(tab, 'exchanged', 'other')
    expect(await call(tab, 'exchanged', 'other')).toMatchObject({ kind: 'all-sent' })
    expect(await stored()).toEqual([returned])
  })

  test('a server that lost everything gets versions, decisions and answers back at once', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    const a = await published('d', id, 'A')
    const first = await fillIn('d', a)
    const b = await published('d', id, 'B')
    await call(tab, 'exchanged', 'd')
    await call(tab, 'close', 'd', id)
    await call(tab, 'exchanged', 'd')
    const parts = await withApp({ newId: () => crypto.randomUUID() })
    store = parts.store
    server.app = parts.app
    const second = await fillIn('d', b)
    expect(await call(tab, 'exchanged', 'd')).toMatchObject({ kind: 'all-sent' })
    expect(new Set((await stored()).map((each) => each.id))).toEqual(new Set([first.id, second.id]))
    expect((await store.versions()).filter(({ survey }) => survey === id)).toMatchObject([{ number: 1 }, { number: 2 }])
    expect((await store.standings()).find(({ survey }) => survey === id)).toMatchObject({
      version: b.id,
      state: 'closed',
    })
    expect(await store.quarantined(9), 'nothing had to be kept aside').toEqual([])
  })

  test('what another tab saved since is not published unseen', async () => {
    await connected()
    const { id } = await designs(tab, 'create', 'd', definition)
    expect(await call(tab, 'publishStale', 'd', id)).toMatchObject({
      kind: 'conflict',
      newer: { definition: { title: 'Since' } },
    })
    expect((await call(tab, 'seen', 'd', id)).versions).toEqual([])
  })
})
