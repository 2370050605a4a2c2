import type { Browser, BrowserContext, CDPSession, Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

type Place = readonly [x: number, y: number]

const rows = (page: Page): Locator => page.locator('nav[aria-label=Questions] li [data-kind]')

const order = async (page: Page): Promise<readonly string[]> =>
  (await rows(page).allInnerTexts()).map((words) => words.replaceAll(/\s+/g, ' ').slice(0, 14).trim())

/** The middle of a row from side to side, and a place in it from its top (0) to its bottom (1). */
const placeIn = async (row: Locator, share: number): Promise<Place> => {
  const box = await row.boundingBox()
  if (box === null) throw new Error('The row is not on the screen')
  return [box.x + box.width / 2, box.y + box.height * share]
}

const asked = ['1 Are you happy', '2 Who is answe', '3 How many chi', '4 When did you'].map((words) =>
  words.slice(0, 14),
)

describe.skipIf(withoutChromium)('questions are dragged', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  const opened = async (profile: BrowserContext): Promise<Page> => {
    const page = await profile.newPage()
    await openScreen(page, server.address)
    await page.getByText('More for What your family thinks').click()
    await page.getByRole('link', { name: 'Edit What your family thinks' }).click()
    await rows(page).first().waitFor({ state: 'attached' })
    return page
  }

  test('by mouse: a line shows where a row will land, and Escape leaves it where it was', async () => {
    const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const said = watchConsole(profile)
    const page = await opened(profile)
    const drag = async (from: number, to: number, share: number): Promise<void> => {
      await page.mouse.move(...(await placeIn(rows(page).nth(from), 0.5)))
      await page.mouse.down()
      await page.mouse.move(...(await placeIn(rows(page).nth(to), share)), { steps: 6 })
    }
    const line = page.locator('nav[aria-label=Questions] > div:empty')
    expect((await order(page)).slice(0, 4)).toEqual(asked)

    await drag(1, 3, 0.9)
    expect(await line.count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect([(await order(page)).slice(0, 4), await line.count()]).toEqual([asked, 0])

    await drag(1, 3, 0.9)
    await page.mouse.up()
    await page.getByRole('status').getByText('‘Who is answering?’ moved to question 4 of 13').waitFor()
    expect((await order(page))[3]).toMatch(/^4 Who is answe/)

    // Over the first question of another section, above its middle: it takes that section's first place.
    await drag(3, 4, 0.1)
    await page.mouse.up()
    await page.getByRole('button', { name: /^Undo/ }).first().click()
    await page.getByRole('button', { name: /^Undo/ }).first().click()
    expect((await order(page)).slice(0, 4)).toEqual(asked)
    await profile.close()
    expect(said).toEqual([])
  })

  test('by touch: a finger on the handle drags, a finger elsewhere scrolls', async () => {
    const profile = await browser.newContext({ viewport: { width: 375, height: 900 }, hasTouch: true, isMobile: true })
    const page = await opened(profile)
    await page.getByRole('button', { name: 'Questions', exact: true }).tap()
    const hand = await profile.newCDPSession(page)
    const handle = page.locator('[data-handle]').nth(1)
    await handle.scrollIntoViewIfNeeded()

    await swipe(hand, await placeIn(rows(page).nth(1), 0.5), await placeIn(rows(page).nth(2), 0.9))
    expect((await order(page)).slice(0, 4)).toEqual(asked)

    await page.evaluate(() => window.scrollTo(0, 0))
    await swipe(hand, await placeIn(handle, 0.5), await placeIn(rows(page).nth(2), 0.9))
    await page
      .getByRole('status')
      .getByText('‘Who is answering?’ moved to question 3 of 13')
      .waitFor({ state: 'attached' })
    await profile.close()
  })
})

const swipe = async (hand: CDPSession, [x, y]: Place, [, to]: Place): Promise<void> => {
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  for (let step = 1; step <= 8; step += 1) {
    const touchPoints = [{ x, y: y + ((to - y) * step) / 8 }]
    await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
