import type { BrowserContext, Browser, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltApp, serveBuiltApp } from '../support/built-app.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'

describe.skipIf(withoutChromium)('the service worker, in Chromium', () => {
  let app: BuiltApp
  let browser: Browser
  let profile: BrowserContext
  let tab: Page

  beforeAll(async () => {
    browser = await launchChromium()
    return () => browser.close()
  })
  beforeEach(async () => {
    app = await serveBuiltApp('test/device/in-browser/updating-app.ts')
    profile = await browser.newContext()
    tab = await profile.newPage()
    await tab.goto(app.address)
    await tab.evaluate(
      'new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; if (navigator.serviceWorker.controller) done() })',
    )
    return async () => {
      await profile.close()
      await app.close()
    }
  })

  test('after one visit the app opens without a server, at every address of its own', async () => {
    await app.close()
    await tab.reload()
    expect(await tab.title()).toBe('Release 1')
    await tab.goto(`${app.address}surveys/larc-support-needs/results`)
    expect(await tab.title()).toBe('Release 1')
    expect(await tab.evaluate('window.app.updates.then(({ state }) => state.get())')).toBe('current')
  })

  test('what is sent arrives whole, and answers of the server are never kept', async () => {
    const asked = "fetch('/api/v1/push', { method: 'POST', body: 'the whole body' }).then((r) => r.text())"
    expect(await tab.evaluate(asked)).toBe('from the server')
    expect(app.requests).toContain('POST /api/v1/push the whole body')
    for (const path of ['/api/v1/surveys', '/healthz']) {
      await tab.evaluate(`fetch('${path}')`)
      await tab.goto(new URL(path, app.address).href)
      expect(app.requests.filter((request) => request === `GET ${path}`)).toHaveLength(2)
    }
  })

  test('one worker, however often the page is loaded', async () => {
    await tab.reload()
    await tab.reload()
    expect(await tab.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)')).toBe(1)
    expect(await tab.evaluate('window.app.updates.then(({ state }) => state.get())')).toBe('current')
  })
})
