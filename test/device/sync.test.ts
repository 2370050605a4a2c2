import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { mark, type PretendServer, pretendServer } from '../support/pretend-server.ts'
import type * as returnsModule from './in-browser/returns.ts'
import type * as syncModule from './in-browser/sync.ts'

const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')
const sync = callIn<typeof syncModule>('/test/device/in-browser/sync.ts')

describe.skipIf(withoutChromium)('the loop of a tab, in Chromium', () => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let other: Page
  let server: PretendServer

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    server = await pretendServer(profile)
    tab = await modules.newTab(profile)
    other = await modules.newTab(profile)
    return () => profile.close()
  })

  test('sends at the start, after a return, when the network comes back and when asked', async () => {
    const [first] = await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'start', 'd')
    await sync(tab, 'shows', 'd', 'all-sent')
    const [second] = await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'returned', 'd')
    expect(server.stored).toEqual([first, second])
    server.mishap = () => 'cut'
    const [third] = await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'returned', 'd')
    expect(await sync(tab, 'shows', 'd', 'working-offline')).toMatchObject({ toSend: 1 })
    // By now the loop would wait for a minute: longer than this test.
    for (let times = 0; times < 6; times += 1) await sync(tab, 'sendNow', 'd')
    server.mishap = () => null
    await sync(tab, 'networkIsBack', 'd')
    await sync(tab, 'shows', 'd', 'all-sent')
    expect(server.stored).toEqual([first, second, third])
    const pushes = server.pushes.length
    await sync(tab, 'sendNow', 'd')
    expect(server.pushes).toHaveLength(pushes)
    await sync(tab, 'stop', 'd')
  })

  test('two tabs show the same, and never exchange at the same time', async () => {
    await Promise.all([sync(tab, 'start', 'd'), sync(other, 'start', 'd')])
    await returns(tab, 'returnForms', 'd', 5)
    await returns(other, 'returnForms', 'd', 5)
    await Promise.all([sync(tab, 'sendNow', 'd'), sync(other, 'sendNow', 'd'), sync(tab, 'returned', 'd')])
    const shown = await Promise.all([sync(tab, 'shows', 'd', 'all-sent'), sync(other, 'shows', 'd', 'all-sent')])
    expect(shown.map(({ kind }) => kind)).toEqual(['all-sent', 'all-sent'])
    expect(server.stored).toHaveLength(10)
    expect(server.pushes.flatMap((push) => push.revisions)).toHaveLength(10)
    expect(server.mostAtOnce).toBe(1)
  })

  test('a tab that does nothing sees what another one returned', async () => {
    server.mishap = () => 'cut'
    await sync(other, 'start', 'd')
    await sync(other, 'shows', 'd', 'working-offline', 0)
    await returns(tab, 'returnForms', 'd', 2)
    expect(await sync(other, 'shows', 'd', 'working-offline', 2)).toMatchObject({ lastSuccess: null })
  })

  test('"Send now" tries again what the server kept aside', async () => {
    const revisions = await returns(tab, 'returnForms', 'd', 1)
    const acks = revisions.map(({ id }) => ({
      id,
      status: 'quarantined',
      seq: null,
      sha256: null,
      reason: 'unknown-version',
    }))
    const answer = { protocol: 1, server: 'pretend', epoch: 'first', acks }
    server.mishap = (_, push) => (push === null ? null : { headers: mark, body: JSON.stringify(answer) })
    await sync(tab, 'start', 'd')
    expect(await sync(tab, 'shows', 'd', 'could-not-send')).toMatchObject({ count: 1, toSend: 0 })
    server.mishap = () => null
    await sync(tab, 'sendNow', 'd')
    await sync(tab, 'shows', 'd', 'all-sent')
    expect(server.stored).toEqual(revisions)
  })

  test('a stopped loop sends nothing more', async () => {
    await sync(tab, 'start', 'd')
    await sync(tab, 'stop', 'd')
    const asked = server.pushes.length
    await returns(tab, 'returnForms', 'd', 1)
    await sync(tab, 'returned', 'd')
    expect(server.pushes).toHaveLength(asked)
  })
})
