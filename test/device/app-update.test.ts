import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BuiltApp, serveBuiltApp } from '../support/built-app.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'

const until = (tab: Page, state: string) => tab.evaluate(`window.app.until('${state}')`)
const lookForUpdate = (tab: Page) => tab.evaluate('window.app.updates.then((updates) => updates.lookForUpdate())')
const applyUpdate = (tab: Page) => tab.evaluate('window.app.updates.then((updates) => updates.applyUpdate())')
const typing = (tab: Page) => tab.evaluate('window.typed')
/** Marks a page, so that a reload shows. */
const type = (tab: Page) => tab.evaluate("window.typed = 'half a word'")
/** What a browser's own tools do to a waiting worker. */
const takeOver =
  "navigator.serviceWorker.getRegistration().then(({ waiting }) => waiting.postMessage({ type: 'SKIP_WAITING' }))"

describe.skipIf(withoutChromium)('an update of the app, in Chromium', () => {
  let app: BuiltApp
  let browser: Browser
  let profile: BrowserContext
  let tab: Page
  let other: Page

  const opened = async (): Promise<Page> => {
    const page = await profile.newPage()
    await page.goto(app.address)
    await until(page, 'current')
    return page
  }

  beforeAll(async () => {
    browser = await launchChromium()
    return () => browser.close()
  })
  beforeEach(async () => {
    app = await serveBuiltApp('test/device/in-browser/updating-app.ts')
    profile = await browser.newContext()
    tab = await opened()
    await tab.evaluate('navigator.serviceWorker.ready')
    other = await opened()
    await Promise.all([type(tab), type(other)])
    return async () => {
      await profile.close()
      await app.close()
    }
  })

  test('is offered, and nothing happens until it is asked for', async () => {
    expect(await applyUpdate(tab)).toBe('nothing-waits')
    app.release(2)
    await lookForUpdate(tab)
    await Promise.all([until(tab, 'waiting'), until(other, 'waiting')])
    expect([await typing(tab), await typing(other)]).toEqual(['half a word', 'half a word'])
    expect(await tab.title()).toBe('Release 1')
  })

  test('asked for, it reloads the tab that asked', async () => {
    app.release(2)
    await lookForUpdate(tab)
    await until(tab, 'waiting')
    await Promise.all([tab.waitForEvent('load'), applyUpdate(tab).catch(() => undefined)])
    await until(tab, 'current')
    expect([await tab.title(), await typing(tab)]).toEqual(['Release 2', undefined])
  })

  test('is refused while a form is open in another tab, and taken when it is closed', async () => {
    await other.evaluate('window.app.openForm()')
    app.release(2)
    await lookForUpdate(tab)
    await until(tab, 'waiting')
    expect(await applyUpdate(tab)).toBe('form-open')
    expect([await typing(tab), await typing(other)]).toEqual(['half a word', 'half a word'])
    await other.evaluate('window.app.closeForm()')
    await Promise.all([tab.waitForEvent('load'), applyUpdate(tab).catch(() => undefined)])
    await until(tab, 'current')
    expect(await tab.title()).toBe('Release 2')
  })

  test('taken over by whatever means, a tab is not reloaded while a form is open or about to be', async () => {
    app.release(2)
    await lookForUpdate(tab)
    await Promise.all([until(tab, 'waiting'), until(other, 'waiting')])
    // As in the moment of taking over: the form asks for its lock and has to wait.
    await tab.evaluate("void navigator.locks.request('proforma-form', () => new Promise(() => undefined))")
    await other.evaluate('window.app.openForm()')
    await tab.evaluate(takeOver)
    await Promise.all([until(tab, 'reload'), until(other, 'reload')])
    expect([await typing(tab), await typing(other)]).toEqual(['half a word', 'half a word'])
  })

  test('taken over with no form open, every tab is of the new release', async () => {
    app.release(2)
    await lookForUpdate(tab)
    await Promise.all([until(tab, 'waiting'), until(other, 'waiting')])
    await Promise.all([
      tab.waitForEvent('load'),
      other.waitForEvent('load'),
      tab.evaluate(takeOver).catch(() => undefined),
    ])
    expect([await tab.title(), await other.title()]).toEqual(['Release 2', 'Release 2'])
  })

  test('a tab opened later still hears of the one that waits', async () => {
    app.release(2)
    await lookForUpdate(tab)
    await until(tab, 'waiting')
    const third = await profile.newPage()
    await third.goto(app.address)
    expect(await until(third, 'waiting')).toBe(true)
  })
})
