import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const title = (page: Page) => page.getByRole('textbox', { name: 'Title' })
const heading = (page: Page, words: string) =>
  page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Waits until what was done is on the disk. */
const saved = (page: Page) => page.getByText(/^Saved on this device/).waitFor()

/** Opens the builder again as it is after a reload. */
const reload = async (page: Page): Promise<void> => {
  await page.reload()
  await title(page).waitFor()
}

/** One survey in two tabs and over reloads, after one visit and with the network cut. */
describe.skipIf(withoutChromium)('a survey on a device without a network', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let said: readonly string[]
  let page: Page

  const openTab = async (): Promise<Page> => {
    const tab = await profile.newPage()
    tab.setDefaultTimeout(10_000)
    return tab
  }

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  beforeEach(async () => {
    profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    said = watchConsole(profile)
    page = await openTab()
    await openScreen(page, `${server.address}/new`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await profile.setOffline(true)
    await reloadHome(page)
    await page.getByRole('link', { name: 'New survey' }).click()
    await button(page, 'Start with one question').click()
    await heading(page, 'My survey')
    return () => profile.close()
  })

  test('is told in the second tab when the first has saved, and nothing is overwritten', async () => {
    const second = await openTab()
    await openScreen(second, page.url())
    await title(page).fill('From the first tab')
    await saved(page)
    await heading(page, 'From the first tab')
    await title(second).fill('From the second tab')
    await second.getByRole('alert').getByText('This survey was changed in another tab since').waitFor()
    await second.getByRole('link', { name: 'Languages' }).click()
    await second.getByRole('alert').getByText('What you change here is not saved').waitFor()
    await second.getByRole('link', { name: 'Back to the questions' }).click()
    await reload(page)
    await heading(page, 'From the first tab')
    await button(second, 'Show the newer survey').click()
    await heading(second, 'From the first tab')
    await title(second).fill('From the second tab, on top')
    await saved(second)
    await reload(page)
    await heading(page, 'From the second tab, on top')
    expect(said).toEqual([])
  })

  test('is told when it was deleted in another tab', async () => {
    const second = await openTab()
    await openScreen(second, server.address)
    await second.getByText('More for My survey').click()
    await button(second, 'Put away My survey').click()
    await second.getByText('Put away (1)').click()
    await button(second, 'Delete for good My survey').click()
    await second.getByText('Put away (1)').waitFor({ state: 'detached' })
    await title(page).fill('Too late')
    await page.getByRole('alert').getByText('This survey was deleted in another tab').waitFor()
    expect(said).toEqual([])
  })

  test('is undone and redone step by step after a reload', async () => {
    await title(page).fill('Renamed')
    await button(page, 'Add question').click()
    await button(page, 'Number').click()
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill('How old are you?')
    await button(page, 'Add question').click()
    await button(page, 'Date').click()
    await saved(page)
    await reload(page)
    const rows = () => page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: /^\d/ })
    await expect.poll(() => rows().count()).toBe(3)
    await button(page, /^Undo/).first().click()
    await expect.poll(() => rows().count()).toBe(2)
    await button(page, /^Undo/).first().click()
    await expect.poll(() => rows().last().innerText()).toBe('2\nNot worded yet')
    await saved(page)
    await reload(page)
    await button(page, /^Undo/).first().click()
    await button(page, /^Undo/).first().click()
    await heading(page, 'My survey')
    expect(await button(page, 'Undo').first().getAttribute('aria-disabled')).toBe('true')
    await saved(page)
    await reload(page)
    for (let step = 0; step < 4; step += 1) await button(page, /^Redo/).click()
    await heading(page, 'Renamed')
    await expect
      .poll(() => rows().allInnerTexts())
      .toEqual(['1\nNot worded yet', '2\nHow old are you?', '3\nNot worded yet'])
    expect(said).toEqual([])
  })
})

/** Home as it opens without a network. */
const reloadHome = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Proforma', exact: true }).click()
  await page.reload()
  await page.locator('main h1').waitFor()
}
