import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, walkForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** A receipt is given out, and the answers are taken out by what stands on it: here at once, there when it is reached. */
describe.skipIf(withoutChromium)('answers taken out by their reference', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let other: BrowserContext
  let page: Page
  let reference: string
  let said: readonly string[]

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
    other = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  const onServer = async (): Promise<RevisionsPage> =>
    (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage

  const found = () => page.getByRole('heading', { level: 2 })

  test('two forms are sent, and each has a reference', async () => {
    for (let form = 0; form < 2; form += 1) {
      await beginForm(page, server.address, 'larc-support-needs')
      await walkForm(page, 'larc-support-needs', () => Promise.resolve())
      await sendForm(page)
      await page.getByText('have reached the server').waitFor()
    }
    reference = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? ''
    expect((await onServer()).revisions).toHaveLength(2)
  })

  test('another device has them too', async () => {
    const there = await other.newPage()
    await openScreen(there, `${server.address}/results/larc-support-needs`)
    await there.getByText('2 returns counted').waitFor()
  })

  test('a reference that cannot be one is told, and one of nothing here too', async () => {
    await openScreen(page, `${server.address}/outbox`)
    await page.getByRole('link', { name: 'Take answers out by their reference' }).click()
    await page.getByLabel('Reference').fill('K7TQ')
    await page.getByRole('button', { name: 'Find the answers' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /8 letters and figures/ })
      .click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('reference')
    await page.getByLabel('Reference').fill('0000 0000')
    await page.keyboard.press('Enter')
    await found().filter({ hasText: 'Nothing here has the reference 0000-0000' }).waitFor()
  })

  test('typed as it was heard, it finds the survey and the day, and none of the answers', async () => {
    const heard = reference.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    await page.getByLabel('Reference').fill(heard)
    await page.keyboard.press('Enter')
    await found().filter({ hasText: 'Are these the answers?' }).waitFor()
    await page.getByText('LARC inception proforma').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('In our own words')
  })

  test('with a reason they are erased, and without a network already gone here', async () => {
    await page.getByRole('button', { name: 'Erase these answers for good' }).click()
    await page.getByText('Choose why they are taken out').waitFor()
    await profile.setOffline(true)
    await page.getByLabel('Whoever gave them asked for it').check()
    await page.getByRole('button', { name: 'Erase these answers for good' }).click()
    await found().filter({ hasText: 'The answers are taken out' }).waitFor()
    await page.getByRole('link', { name: /1 to send/ }).click()
    await page.getByText('1 form was taken out here').waitFor()
    expect((await onServer()).revisions).toHaveLength(2)
    await profile.setOffline(false)
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByRole('link', { name: /^All sent/ }).waitFor()
    const { revisions, erasures } = await onServer()
    expect(revisions).toHaveLength(1)
    expect(erasures).toMatchObject([{ erasure: { reason: 'withdrawn' } }])
  })

  test('every device counts one form less, and says that it was withdrawn', async () => {
    for (const each of [profile, other]) {
      const tab = await each.newPage()
      await openScreen(tab, `${server.address}/results/larc-support-needs`)
      await tab.getByText('1 return counted').waitFor()
      await tab.getByText('1 withdrawn: its answers are not counted.').first().waitFor()
      await tab.close()
    }
  })

  test('no page complained on the way', () => {
    expect(said).toEqual([])
  })
})
