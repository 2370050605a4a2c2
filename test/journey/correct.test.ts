import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerQuestions } from '../support/answer-questions.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** What was sent is corrected from its receipt: a new return takes the place of the first, which is kept. */
describe.skipIf(withoutChromium)('a return that is corrected', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]
  let reference: string

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const referenceShown = () => page.locator('main strong').first().innerText()
  const returnsKept = () =>
    page.evaluate(
      () =>
        new Promise<readonly { readonly id: string; readonly replaces: string | null }[]>((resolve, reject) => {
          const opening = indexedDB.open('proforma')
          opening.addEventListener('error', () => reject(new Error('No database')))
          opening.addEventListener('success', () => {
            const all = opening.result.transaction('returns').objectStore('returns').getAll()
            all.addEventListener('success', () => {
              opening.result.close()
              resolve(all.result.map(({ revision }) => ({ id: revision.id, replaces: revision.replaces })))
            })
          })
        }),
    )

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

  test('an interview is sent, with a mark and a note', async () => {
    await beginForm(page, server.address, 'practitioner-interview', 'interviewer')
    await page.getByLabel('Yes').first().check()
    await button('Not asked').click()
    await button('Save and continue').click()
    await page.getByRole('heading', { name: 'Role and experience' }).waitFor()
    await button('Could not answer').first().click()
    await answerQuestions(page)
    const toggle = button(/sections done$/)
    if (await toggle.isVisible()) await toggle.click()
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Check your answers' }).click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await sendForm(page)
    reference = await referenceShown()
    await page.getByText('have reached the server').waitFor()
  })

  test('its receipt opens it again at the check, with what was marked', async () => {
    await button('Correct these answers').click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.locator('dd').getByText('Not asked', { exact: true }).waitFor()
    await button(/^Change ‘How many years have you worked in this role/).click()
    const years = page.getByLabel('How many years')
    await years.waitFor()
    await years.fill('12')
    await page.getByText('Saved on this device').waitFor()
    await button('Save and continue').click()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.locator('dd').getByText('12 years').waitFor()
    await sendForm(page)
    expect(await referenceShown()).toBe(reference)
    await page.getByText('have reached the server').waitFor()
  })

  test('the first is kept, and the new one names it; one is counted', async () => {
    const [first, second] = (await returnsKept()).toSorted((one) => (one.replaces === null ? -1 : 1))
    expect(second?.replaces).toBe(first?.id)
    await openScreen(page, `${server.address}/results/practitioner-interview?protect=none`)
    await page.getByText(/^1 return counted/).waitFor()
  })

  test('the receipt of the first no longer offers it', async () => {
    const first = (await returnsKept()).find(({ replaces }) => replaces === null)
    await openScreen(page, `${server.address}/returned/${first?.id}`)
    await page.getByText('Your reference').waitFor()
    expect(await button('Correct these answers').count()).toBe(0)
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
