import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import {
  callStaff,
  expectLocked,
  fieldsThatAutofill,
  handToFamily,
  staffPin,
  typePin,
} from '../support/family-tablet.ts'
import { killProfile } from '../support/kill-profile.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** What families A and B wrote, as nobody else would. */
const secretOfA = 'Quincunx kept us waiting'
const draftOfA = 'Zugzwang at the first meeting'
const others = [secretOfA, draftOfA]
const secretOfB = 'Wobbegong was kind to us'

/** Tells of each header that comes to stand, however short. */
const watchForHeader = (): void => {
  const { headerStands } = window as unknown as { readonly headerStands: () => void }
  new MutationObserver(() => {
    if (document.querySelector('header') !== null) headerStands()
  }).observe(document, { childList: true, subtree: true })
}

/**
 * A tablet that goes from family to family. Whatever they press, type or break, they see their own form or less, and
 * the way out is the PIN.
 */
describe.skipIf(withoutChromium)('a tablet in the hands of families', () => {
  let folder: string
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  /** Where what family A answered can be read by staff. */
  let addressesOfA: readonly string[] = []
  /** A screen of staff that stood for a moment, in any tab, and was taken away. */
  const headers: string[] = []
  const watched: (() => readonly string[])[] = []

  const open = async (): Promise<void> => {
    profile = await launchProfile(folder)
    page = profile.pages()[0] ?? (await profile.newPage())
    profile.setDefaultTimeout(8000)
    await profile.exposeFunction('headerStands', () => headers.push('a header'))
    await profile.addInitScript(watchForHeader)
    const complaints = watchConsole(profile)
    watched.push(() => complaints)
  }

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const carryOn = () => button('Continue').click()
  const saved = () => page.getByText(/^Saved on this device/).waitFor()
  const isOut = (tab = page) => tab.getByRole('heading', { level: 1, name: 'Home' }).waitFor()

  /** From the cover to the page with a field that takes any words, which is written into. */
  const writeDown = async (words: string): Promise<void> => {
    await button('Start').click()
    await page.getByLabel('Yes, I am happy to answer').check()
    while ((await page.getByRole('textbox', { name: /do better/ }).count()) === 0) {
      const before = await page.locator('main h1').innerText()
      await carryOn()
      await expect.poll(() => page.locator('main h1').innerText()).not.toBe(before)
    }
    await page.getByRole('textbox', { name: /do better/ }).fill(words)
    await saved()
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    server = await startServer()
    await open()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    return async () => {
      await profile.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('handing over asks for a staff PIN first, and a cover stands before the form', async () => {
    await openScreen(page, `${server.address}/begin/family-views`)
    await button('Hand the tablet to the family').click()
    await page.getByLabel('New staff PIN').fill('123456')
    await page.getByLabel('The same PIN again').fill('123456')
    await button('Save the PIN').click()
    await page.getByText('That PIN is easy to guess').waitFor()
    await handToFamily(page, server.address, 'family-views')
    await expectLocked(page, [])
  })

  test('a family answers and sends, and gives the tablet back with nothing on it', async () => {
    await writeDown(secretOfA)
    expect(await fieldsThatAutofill(page)).toEqual([])
    await carryOn()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.getByText(secretOfA).waitFor()
    await button('Send answers').click()
    await page.getByText('Your reference').waitFor()
    await expectLocked(page, others)
    await button('Give the tablet back').click()
    await page.getByRole('heading', { name: 'Give this tablet to a member of staff' }).waitFor()
    await expectLocked(page, others)
    await page.goBack().catch(() => null)
    await page.getByRole('heading', { name: 'Give this tablet to a member of staff' }).waitFor()
    await expectLocked(page, others)
  })

  test('staff unlock it; a form that they leave is theirs to read, at its address', async () => {
    await typePin(page, staffPin)
    await isOut()
    await handToFamily(page, server.address, 'family-views')
    await writeDown(draftOfA)
    await callStaff(page)
    await button('Leave the form').click()
    await isOut()
    const draft = await page
      .getByRole('link', { name: /^Continue/ })
      .first()
      .getAttribute('href')
    const revision = await page.evaluate(async () => {
      const opening = indexedDB.open('proforma')
      await new Promise((resolve) => (opening.onsuccess = resolve))
      const reading = opening.result.transaction('returns').objectStore('returns').getAllKeys()
      await new Promise((resolve) => (reading.onsuccess = resolve))
      opening.result.close()
      return (reading.result as string[])[0]
    })
    addressesOfA = [`${draft}`, `${draft}/1`, `${draft}/check`, `/returned/${revision}`, '/results/family-views']
    await openScreen(page, `${server.address}${draft}`)
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(draftOfA)
  })

  test('the next family sees nothing of it, at any address, in any tab', async () => {
    await handToFamily(page, server.address, 'family-views')
    await expectLocked(page, others)
    await writeDown(secretOfB)
    const anywhere = ['/', '/outbox', '/settings', '/withdraw', '/new', '/begin/family-views', '/build/family-views']
    const odd = ['/preview', '/index.html', '/nowhere', '/results/family-views/example', '/service-worker.js/x']
    headers.length = 0
    for (const address of [...addressesOfA, ...anywhere, ...odd]) {
      await page.goto(`${server.address}${address}`)
      await button('Staff').waitFor()
      await expectLocked(page, others)
      expect(new URL(page.url()).pathname).toBe('/')
    }
    const second = await profile.newPage()
    await second.goto(`${server.address}${addressesOfA[0]}`)
    await second.getByRole('button', { name: 'Staff', exact: true }).waitFor()
    await expectLocked(second, others)
    await second.close()
    expect(headers).toEqual([])
  })

  test('what the app asks of the server is not shown to who types its address', async () => {
    const answer = await page.goto(`${server.address}/api/v1/revisions?after=0`)
    expect(await page.content()).not.toContain(secretOfA)
    expect(answer?.status()).toBe(403)
    await page.goto(server.address)
  })

  test('a tab of staff that was open goes at once', async () => {
    await callStaff(page)
    await button('Leave the form').click()
    await isOut()
    const second = await profile.newPage()
    await openScreen(second, server.address)
    await openScreen(second, `${server.address}${addressesOfA[0]}`)
    await expect.poll(() => second.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(draftOfA)
    await handToFamily(page, server.address, 'family-views')
    await second.getByRole('button', { name: 'Staff', exact: true }).waitFor()
    await expectLocked(second, [...others, secretOfB])
    await second.goBack().catch(() => null)
    await second.getByRole('button', { name: 'Staff', exact: true }).waitFor()
    await expectLocked(second, [...others, secretOfB])
    await second.close()
  })

  test('back goes nowhere, and a reload reopens the form where it was', async () => {
    await writeDown(secretOfB)
    for (let step = 0; step < 6; step += 1) {
      await page.goBack({ timeout: 5000 }).catch(() => null)
      if (page.url() === 'about:blank') break
      // The refusal that was typed above.
      if (page.url().includes('/api/')) continue
      await button('Staff').waitFor()
      await expectLocked(page, others)
    }
    await page.goto(server.address)
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await page.reload()
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await expectLocked(page, others)
  })

  test('a killed browser reopens locked', async () => {
    await page.waitForTimeout(500)
    await killProfile(folder, profile)
    await open()
    await page.goto(`${server.address}${addressesOfA[0]}`)
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await expectLocked(page, others)
  })

  test('wrong PINs lead nowhere, and after five it takes time, in every tab and after a reload', async () => {
    await button('Staff').click()
    for (const pin of ['000000', '29384', '', '293848']) {
      await typePin(page, pin)
      await page.getByText(/^This PIN is not right. After/).waitFor()
      await expectLocked(page, others)
    }
    await typePin(page, '777777')
    await page.getByText('This PIN is not right. Try again in 30 seconds.').waitFor()
    await typePin(page, staffPin)
    await page.getByText(/^Too many wrong PINs/).waitFor()
    await page.reload()
    await callStaff(page)
    await page.getByText(/^Too many wrong PINs/).waitFor()
    const second = await profile.newPage()
    await second.goto(server.address)
    await callStaff(second)
    await second.getByText(/^Too many wrong PINs/).waitFor()
    await second.close()
    await button('Back to the form').click()
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
  })

  test('left alone for three minutes it covers itself, and the PIN uncovers it with what was answered', async () => {
    await page.clock.install()
    await page.goto(server.address)
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await page.clock.fastForward('02:50')
    await page.keyboard.press('Shift')
    await page.clock.fastForward('02:50')
    expect(await page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await page.clock.fastForward('00:20')
    await page.getByRole('heading', { name: 'This form is waiting' }).waitFor()
    await expectLocked(page, [...others, secretOfB])
    await page.reload()
    await page.getByRole('heading', { name: 'This form is waiting' }).waitFor()
    await expectLocked(page, [...others, secretOfB])
    await typePin(page, staffPin)
    await button('Carry on with the family').click()
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    await expectLocked(page, others)
  })

  test('staff take over as interviewer, in the same form', async () => {
    await callStaff(page)
    await button('Take over as interviewer').click()
    await page.getByRole('link', { name: 'Proforma', exact: true }).waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: /do better/ }).inputValue()).toBe(secretOfB)
    expect(new URL(page.url()).pathname).toMatch(/^\/collect\//)
  })

  test('the console stayed silent', () => {
    // What was refused on purpose the browser calls a resource that failed.
    const said = watched
      .flatMap((complaints) => complaints())
      .filter((line) => !line.includes('Failed to load resource'))
    expect(said).toEqual([])
  })
})
