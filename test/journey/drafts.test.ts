import type { Browser, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { beginVisitForm, publishSecond, twoVersions } from '../support/draft-visit.ts'
import { callStaff, expectLocked, handToFamily } from '../support/family-tablet.ts'
import { publishOn } from '../support/photo-survey.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

describe.skipIf(withoutChromium)('forms that were begun', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const link = (name: string | RegExp) => page.getByRole('link', { name })
  const door = (tab = page) => tab.getByRole('textbox', { name: 'Which door do we knock at?' })
  const saved = (tab = page) => tab.getByText(/^Saved on this device/).waitFor()

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  beforeEach(async () => {
    const profile = await browser.newContext()
    profile.setDefaultTimeout(8000)
    said = watchConsole(profile)
    page = await profile.newPage()
    return () => profile.close()
  })

  test('each has a card; one is moved to a newer version and back', async () => {
    const id = 'visits-moved'
    await publishOn(server.address, twoVersions(id)[0])
    await beginVisitForm(page, server.address, id, 'The green one')
    await beginVisitForm(page, server.address, id, 'The side door')
    expect(await page.getByText('An interview. 2 of 2 answered.').count()).toBe(2)
    await publishSecond(page, server.address, id)
    await link(/^Move to version 2/)
      .first()
      .click()
    await page.getByText('2 answers').or(page.getByText('1 answer stays.')).waitFor()
    expect(await page.getByRole('listitem').allInnerTexts()).toContain('Is there a dog?')
    await button('Move to version 2').click()
    await link('Continue').click()
    await page.getByRole('textbox', { name: 'Which bus stops near you?' }).waitFor()
    expect(await door().inputValue()).toBe('The side door')
    await openScreen(page, server.address)
    await link(/^Moved to version 2/).click()
    await button('Undo the move').click()
    await page.getByRole('heading', { name: 'Move ‘Before we visit’ to version 2' }).waitFor()
    await openScreen(page, server.address)
    await link(/^Continue Before we visit/)
      .first()
      .click()
    await expect.poll(() => page.getByRole('textbox', { name: 'Is there a dog?' }).inputValue()).toBe('A small one')
    expect(said).toEqual([])
  })

  test('in two tabs, the second is told and writes nothing over the first', async () => {
    const id = 'visits-twice'
    await publishOn(server.address, twoVersions(id)[0])
    await beginVisitForm(page, server.address, id, 'The green one')
    await link(/^Continue Before we visit/)
      .first()
      .click()
    await door().waitFor()
    const second = await page.context().newPage()
    await openScreen(second, page.url())
    // The second tab has read the form before the first writes: otherwise there is nothing to be told.
    await door(second).waitFor()
    await door().fill('From the first tab')
    await saved()
    await door(second).fill('From the second tab')
    await second.getByRole('alert').getByText('changed in another tab').waitFor()
    await page.reload()
    await expect.poll(() => door().inputValue()).toBe('From the first tab')
    await second.getByRole('alert').getByRole('button').click()
    await expect.poll(() => door(second).inputValue()).toBe('From the first tab')
    await door(second).fill('On top of it')
    await saved(second)
    await page.reload()
    await expect.poll(() => door().inputValue()).toBe('On top of it')
    expect(said).toEqual([])
  })

  test('one that staff took from a family is handed to it again, locked, with its answers', async () => {
    await handToFamily(page, server.address, 'family-views')
    await button('Start').click()
    await page.getByLabel('Yes, I am happy to answer').check()
    await saved()
    await callStaff(page)
    await button('Leave the form').click()
    await page.getByText('Continue opens it for you.').waitFor()
    await button(/^Hand to the family/).click()
    await button('Start').click()
    await expectLocked(page, [])
    expect(await page.getByLabel('Yes, I am happy to answer').isChecked()).toBe(true)
    await page.goto(server.address)
    await expectLocked(page, [])
    await callStaff(page)
    await button('Leave the form').click()
    await link(/^Continue What your family thinks/).click()
    await page.getByRole('banner').waitFor()
    expect(await page.getByLabel('Yes, I am happy to answer').isChecked()).toBe(true)
    expect(said).toEqual([])
  })
})
