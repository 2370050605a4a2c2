import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerByKeyboard } from '../support/answer-by-keyboard.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { everyKind, kinds } from '../support/every-kind.ts'
import { staffPin } from '../support/family-tablet.ts'
import { tabTo } from '../support/keyboard.ts'
import { publishOn } from '../support/photo-survey.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const press = (page: Page, key: string) => page.keyboard.press(key)

const pressOn = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name)
  await press(page, 'Enter')
}

/** From Begin into the form, in each way. */
const begin: { readonly [way: string]: (page: Page) => Promise<void> } = {
  'by link': (page) => pressOn(page, 'Fill it in myself'),
  'by an interviewer': (page) => pressOn(page, 'I ask the questions'),
  'by a family': async (page) => {
    await pressOn(page, 'Hand the tablet to the family')
    await page.getByLabel('New staff PIN').waitFor()
    await tabTo(page, 'New staff PIN')
    await page.keyboard.type(staffPin)
    await tabTo(page, 'The same PIN again')
    await page.keyboard.type(staffPin)
    await press(page, 'Enter')
    await page.getByText('Write this recovery code down').waitFor()
    await pressOn(page, 'I have written it down')
    await page.locator('body:not(:has(header)) main h1').waitFor()
    await pressOn(page, 'Start')
  },
}

describe.skipIf(withoutChromium)('every kind of question, answered by keyboard alone', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    await publishOn(server.address, everyKind)
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test.each(Object.keys(begin))('%s', { timeout: 120_000 }, async (way) => {
    const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const said = watchConsole(profile)
    const page = await profile.newPage()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in A visit, from every side' }).waitFor()
    await openScreen(page, `${server.address}/begin/every-kind`)
    await begin[way]?.(page)
    await page.locator('main form').waitFor()
    const heading = page.locator('main h1')
    for (let pages = 0; (await page.getByRole('button', { name: 'Send answers' }).count()) === 0; pages += 1) {
      if (pages > kinds.length) throw new Error('The form has no end')
      const before = await heading.innerText()
      await answerByKeyboard(page)
      await heading.filter({ hasNotText: before }).waitFor()
    }
    // All but the photo, which needs a camera or a file.
    expect(await page.locator('dd').getByText('Not answered', { exact: true }).count()).toBe(1)
    await pressOn(page, 'Send answers')
    await page.getByText('Your reference').waitFor()
    await profile.close()
    expect(said).toEqual([])
  })
})
