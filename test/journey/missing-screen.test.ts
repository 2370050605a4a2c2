import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'

describe.skipIf(withoutChromium)('a screen that comes when first needed', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('says so where it cannot come, and comes at the next try; Home stands all along', async () => {
    const profile = await browser.newContext({ serviceWorkers: 'block' })
    const tab = await profile.newPage()
    await tab.route('**/assets/outbox-page-*.js', (route) => route.abort())
    await tab.goto(server.address)
    await tab.locator('header a[href="/outbox"]').click()
    await tab.getByRole('heading', { level: 1, name: 'This screen cannot be shown' }).waitFor()
    await tab.unroute('**/assets/outbox-page-*.js')
    await tab.getByRole('link', { name: 'Proforma' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    await tab.locator('header a[href="/outbox"]').click()
    await tab.getByRole('heading', { level: 1, name: 'Outbox' }).waitFor()
    expect(await tab.title()).toContain('Outbox')
    await profile.close()
  })
})
