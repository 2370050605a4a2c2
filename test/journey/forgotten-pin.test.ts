import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { callStaff, expectLocked, handToFamily, typePin } from '../support/family-tablet.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const newPin = '805127'

/** Staff who forgot the PIN of a tablet that is in a family's hands. */
describe.skipIf(withoutChromium)('a PIN that was forgotten', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]
  let code: string

  const button = (name: string) => page.getByRole('button', { name, exact: true })

  const setByCode = async (typed: string): Promise<void> => {
    await page.getByLabel('Recovery code').fill(typed)
    await page.getByLabel('New staff PIN').fill(newPin)
    await page.getByLabel('The same PIN again').fill(newPin)
    await button('Save the PIN').click()
  }

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

  test('with the PIN a recovery code is given, once', async () => {
    await openScreen(page, `${server.address}/settings`)
    await button('Set a PIN').click()
    await page.getByLabel('New staff PIN').fill('293847')
    await page.getByLabel('The same PIN again').fill('293847')
    await button('Save the PIN').click()
    code = await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText()
    await button('I have written it down').click()
    await page.getByText('The PIN is saved.').waitFor()
    expect(await page.getByText(code).count()).toBe(0)
  })

  test('a family that does not know it stays where it is', async () => {
    await handToFamily(page, server.address, 'family-views')
    await button('Start').click()
    await page.getByLabel('Yes, I am happy to answer').check()
    await button('Staff').click()
    await button('The PIN is forgotten').click()
    await setByCode('11111-22222')
    await page.getByText('This code is not right. After 4 more you have to wait.').waitFor()
    await page.reload()
    await expectLocked(page, [])
    await typePinRefused(newPin)
  })

  test('staff who have it set a new PIN, and go on with the form', async () => {
    await button('The PIN is forgotten').click()
    await setByCode(code.toLowerCase().replace('-', ' '))
    await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor()
    await button('I have written it down').click()
    await button('Carry on with the family').click()
    await page.getByLabel('Yes, I am happy to answer').waitFor()
    expect(await page.getByLabel('Yes, I am happy to answer').isChecked()).toBe(true)
    await callStaff(page, newPin)
    await button('Leave the form').click()
    await page.locator('header').waitFor()
  })

  test('a PIN that was set before there were codes is given one when staff next use it', async () => {
    await handToFamily(page, server.address, 'family-views')
    await page.evaluate(takeCodeAway)
    await button('Staff').click()
    await typePin(page, newPin)
    await page.getByText('The PIN on this tablet has had no recovery code.').waitFor()
    const late = await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText()
    await button('I have written it down').click()
    await button('Carry on with the family').click()
    await callStaff(page, newPin)
    await page.getByRole('button', { name: 'Carry on with the family' }).click()
    await button('Staff').click()
    await button('The PIN is forgotten').click()
    await setByCode(late)
    await button('I have written it down').click()
    await button('Carry on with the family').waitFor()
  })

  test('the console stayed silent', () => expect(said).toEqual([]))

  const typePinRefused = async (pin: string): Promise<void> => {
    await button('Staff').click()
    await typePin(page, pin)
    await page.getByText('This PIN is not right').waitFor()
  }
})

/** As a tablet is whose PIN is older than recovery codes. Runs in the page. */
const takeCodeAway = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('proforma')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('tablet', 'readwrite')
      const tablet = writing.objectStore('tablet')
      const asking = tablet.get('pin')
      asking.addEventListener('success', () => {
        const { recovery: _, ...pin } = asking.result as { readonly recovery?: unknown }
        tablet.put(pin)
      })
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })
