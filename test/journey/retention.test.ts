import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, surveyTitles, walkForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const survey = 'larc-support-needs'

describe.skipIf(withoutChromium)('how long answers are kept', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    const profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
    said = watchConsole(profile)
    page = await profile.newPage()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('the lead reads how many answers go when, decides, and it stands in the log', async () => {
    await beginForm(page, server.address, survey)
    await walkForm(page, survey, () => Promise.resolve())
    await sendForm(page)
    await openScreen(page, server.address)
    await page.getByText('All sent').waitFor()
    const card = page.locator('main li', { hasText: surveyTitles[survey] })
    await card.locator('summary').click()
    await card.getByRole('link', { name: /^How long answers are kept/ }).click()
    await page.getByRole('heading', { level: 1, name: 'How long answers are kept' }).waitFor()
    await page.getByText('There is 1 answer on the server').waitFor()
    await page.getByText('Nothing goes by itself').waitFor()
    await page.getByLabel('Keep answers for').selectOption({ label: '12 months' })
    await page.getByRole('heading', { name: 'What would go when' }).waitFor()
    const now = new Date()
    const goes = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 13, 1, 12))
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }).format(goes)
    await page.getByText(`1 answer goes on ${day}.`).waitFor()
    await page.getByRole('button', { name: 'Keep answers for 12 months' }).click()
    await page.getByText('Saved. Answers that came in a month go 12 months after its end.').waitFor()
    await page.reload()
    await page.getByText(`1 answer goes on ${day}.`).waitFor()
    expect(await page.getByLabel('Keep answers for').inputValue()).toBe('12')
    await openScreen(page, `${server.address}/people/log`)
    await page.getByRole('cell', { name: '12 months' }).waitFor()
    expect(said).toEqual([])
  })

  test('without a server it says so, and changes nothing', async () => {
    await openScreen(page, `${server.address}/retention/${survey}`)
    await page.getByLabel('Keep answers for').waitFor()
    await page.context().setOffline(true)
    await page.getByLabel('Keep answers for').selectOption({ label: '1 month' })
    await page.getByText('What would go cannot be said.').waitFor()
    await page.getByRole('button', { name: 'Keep answers for 1 month' }).click()
    await page.getByText('Nothing was changed. We could not reach the server.').waitFor()
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('There is 1 answer on the server').waitFor()
    expect(await page.getByLabel('Keep answers for').inputValue()).toBe('12')
  })
})
