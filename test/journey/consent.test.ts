import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import type { Revision } from '../../src/response/revision.ts'
import { answerQuestions } from '../support/answer-questions.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

describe.skipIf(withoutChromium)('consent, asked for in a form', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    const profile = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    page.setDefaultTimeout(6000)
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  const last = async (): Promise<Revision> => {
    await page.getByText('have reached the server').waitFor()
    const { revisions } = (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage
    const returned = revisions.at(-1)?.revision
    if (returned === undefined) throw new Error('Nothing was returned')
    return returned
  }

  const returnedForms = async (): Promise<number> =>
    ((await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage).revisions.length

  test('a no ends kindly, and leaves nothing but the no', async () => {
    await beginForm(page, server.address, 'family-views')
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByText('Saved on this device').waitFor()
    await page.getByLabel('No, I do not want to').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'You have said no' }).waitFor()
    await page.getByText('nobody will ask why').waitFor()
    await sendForm(page)
    const returned = await last()
    const { consent, ...others } = returned.statuses as Record<string, string>
    expect(returned.answers).toEqual({ consent: 'no' })
    expect([consent, new Set(Object.values(others))]).toEqual(['answered', new Set(['refused'])])
    expect(returned.consents).toMatchObject([{ question: 'consent', given: false, version: returned.version }])
    expect(returned.seconds).toBeLessThan(60)
    expect(said).toEqual([])
  })

  test('answers that were given first go with a no', async () => {
    await beginForm(page, server.address, 'family-views')
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Yes, I am happy to answer').waitFor({ state: 'detached' })
    await answerQuestions(page)
    await page.getByText('Saved on this device').waitFor()
    await page.getByRole('button', { name: /Back$/ }).click()
    await page.getByLabel('No, I do not want to').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'You have said no' }).waitFor()
    await sendForm(page)
    const returned = await last()
    expect(returned.answers).toEqual({ consent: 'no' })
    expect(returned.consents?.map(({ given }) => given)).toEqual([false])
    expect(await returnedForms()).toBe(2)
  })

  test('a mind changed back in a second sitting is asked everything, and finds its answers', async () => {
    await beginForm(page, server.address, 'family-views')
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Yes, I am happy to answer').waitFor({ state: 'detached' })
    await answerQuestions(page)
    const answered = () => page.locator('main form input:checked').evaluateAll((all) => all.map(({ id }) => id))
    const before = await answered()
    expect(before.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: /Back$/ }).click()
    await page.getByLabel('No, I do not want to').check()
    await page.getByText('Saved on this device').waitFor()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: /^Continue What your family thinks/ }).click()
    expect(await page.getByLabel('No, I do not want to').isChecked()).toBe(true)
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Yes, I am happy to answer').waitFor({ state: 'detached' })
    await expect.poll(answered).toEqual(before)
    while ((await page.getByRole('button', { name: 'Send answers' }).count()) === 0) {
      await answerQuestions(page)
      const at = page.url()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.waitForURL((url) => url.href !== at)
      await page.locator('main h1').waitFor()
    }
    await sendForm(page)
    const returned = await last()
    expect(Object.values(returned.statuses)).not.toContain('refused')
    expect(returned.consents?.map(({ given }) => given)).toEqual([false, true])
    expect(await returnedForms()).toBe(3)
  })

  test('a table says how many refused', async () => {
    await openScreen(page, `${server.address}/results/family-views?protect=none`)
    await page.getByText('3 returns counted').waitFor()
    expect(await page.getByText(/2 × would rather not say/).count()).toBeGreaterThan(0)
    expect(said).toEqual([])
  })
})
