import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Statuses } from '../../src/response/status.ts'
import { exampleReturn, statuses } from '../server/example-return.ts'
import { withApp } from '../server/with-app.ts'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { type RealServer, realServer } from '../support/real-server.ts'
import type * as publishingModule from './in-browser/publishing.ts'
import type * as returnsModule from './in-browser/returns.ts'
import type * as sealingModule from './in-browser/sealing.ts'
import type * as syncModule from './in-browser/sync.ts'

const filling = callIn<typeof publishingModule>('/test/device/in-browser/publishing.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')
const sealing = callIn<typeof sealingModule>('/test/device/in-browser/sealing.ts')
const sync = callIn<typeof syncModule>('/test/device/in-browser/sync.ts')

describe.skipIf(withoutChromium)(
  'what a lead decides about a sealed return, in Chromium and with the real routes',
  () => {
    let modules: BrowserModules
    let profile: BrowserContext
    let tab: Page

    beforeAll(async () => {
      modules = await serveBrowserModules()
    })
    afterAll(() => modules.close())
    beforeEach(async () => {
      profile = await modules.newProfile()
      tab = await modules.newTab(profile)
      return () => profile.close()
    })

    test('taken in, it is no longer told as not sent on its tablet, though it never comes back there', async () => {
      const { app, store } = await withApp()
      const server: RealServer = await realServer(profile, app)
      const [version] = await store.versions()
      if (version === undefined) throw new Error('Nothing is published')
      await sealing(tab, 'enrol', 'd', await store.sealing.sealTo())
      const sealed = await filling(tab, 'fillIn', 'd', version, exampleReturn(1).answers, statuses as Statuses)
      expect(sealed.sealed).toBeDefined()
      // Decided before it came, it stays aside.
      await store.keep([{ kind: 'aside', reason: 'survey-not-given', raw: JSON.stringify(sealed) }])
      const [entry] = await store.quarantined(1)
      await store.decideAside(entry?.sha256 ?? '', 'Not yet')
      await sync(tab, 'exchangeOnce', 'd', 'asked')
      const { outbox } = await returns(tab, 'kept', 'd')
      expect(outbox).toMatchObject({ toSend: [], keptAside: [{ id: sealed.id }] })
      await sync(tab, 'exchangeOnce', 'd', 'asked')
      expect((await returns(tab, 'kept', 'd')).outbox, 'as long as it is aside').toMatchObject({ keptAside: [{}] })
      expect(server.requests.filter((request) => request === 'POST /api/v1/push')).toHaveLength(1)

      const payload = { protocol: 1, sha256: entry?.sha256, what: 'take' }
      const taken = await app.inject({ method: 'POST', url: '/api/v1/aside', payload })
      expect(taken.json()).toMatchObject({ became: 'stored' })
      await sync(tab, 'exchangeOnce', 'd', 'asked')
      expect((await returns(tab, 'kept', 'd')).outbox).toEqual({ toSend: [], keptAside: [] })
      expect((await store.revisionsAfter(0, 9)).revisions).toHaveLength(1)
    })
  },
)
