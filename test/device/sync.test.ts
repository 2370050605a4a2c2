import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { type PretendServer, pretendServer } from '../support/pretend-server.ts'
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

  test('a tab that only watches sees what another one returned', async () => {
    server.mishap = () => 'cut'
    await sync(other, 'start', 'd')
    await returns(tab, 'returnForms', 'd', 2)
    await sync(other, 'sendNow', 'd')
    expect(await sync(other, 'shows', 'd', 'working-offline')).toMatchObject({ toSend: 2 })
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
