import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerQuestions } from '../support/answer-questions.ts'
import { changedPixels } from '../support/changed-pixels.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { everyKind } from '../support/every-kind.ts'
import { focusedName } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { publishOn } from '../support/photo-survey.ts'
import { beginForm, chooseWay, openScreen, type ShippedSurvey } from '../support/visit-screens.ts'

/** What is seen of the element that has the focus, and 8 px around it; a radio, a box or a file is seen as its label. */
const aroundFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const seen = focused?.closest('label:has(input[type=radio], input[type=checkbox], input[type=file])') ?? focused
    const { left, top, width, height } = (seen ?? document.body).getBoundingClientRect()
    const [x, y] = [Math.max(0, left - 8), Math.max(0, top - 8)]
    return { x, y, width: Math.min(width + 16, innerWidth - x), height: Math.min(height + 16, innerHeight - y) }
  })

/** How much of the screen the focus changes on the element that has it, as a share of a line of 1 px around it. */
const shareSeen = async (page: Page, blank: Page): Promise<number> => {
  const clip = await aroundFocus(page)
  const focused = await page.screenshot({ clip })
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement)
  await element.evaluate((focusable) => focusable.blur())
  const unfocused = await page.screenshot({ clip })
  await element.evaluate((focusable) => focusable.focus())
  return (await changedPixels(blank, focused, unfocused)) / (2 * (clip.width + clip.height - 32))
}

/** Tabs through the screen and names what has the focus without showing it. */
const unseenFocus = async (page: Page, blank: Page): Promise<readonly string[]> => {
  const unseen: string[] = []
  // From the end of the screen the focus leaves it, and comes in again at its start.
  while ((await focusedName(page)) !== 'nothing') await page.keyboard.press('Tab')
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    if ((await focusedName(page)) === 'nothing') return unseen
    const share = await shareSeen(page, blank)
    if (share < 1) unseen.push(`${await focusedName(page)}: ${share.toFixed(2)}`)
  }
  return unseen
}

/** Pages of forms that together hold every kind of control. */
const controls: readonly {
  readonly survey: ShippedSurvey
  readonly page: number
  readonly kind: string
  readonly chosen?: true
}[] = [
  { survey: 'larc-support-needs', page: 1, kind: 'lines of text' },
  { survey: 'larc-support-needs', page: 2, kind: 'a grid', chosen: true },
  { survey: 'family-views', page: 1, kind: 'choices', chosen: true },
  { survey: 'family-views', page: 3, kind: 'a number' },
  { survey: 'family-views', page: 4, kind: 'a date' },
  { survey: 'family-views', page: 5, kind: 'faces', chosen: true },
  { survey: 'family-views', page: 7, kind: 'tick boxes', chosen: true },
]

const openPage = async (page: Page, address: string, survey: ShippedSurvey, number: number): Promise<void> => {
  await beginForm(page, address, survey)
  for (let now = 1; now < number; now += 1) {
    await answerQuestions(page)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(`**/${now + 1}`)
  }
  await page.mouse.move(0, 0)
}

describe.skipIf(withoutChromium)('what has the focus, and what is chosen, is seen', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let blank: Page

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  beforeEach(async () => {
    profile = await browser.newContext({ viewport: { width: 820, height: 1180 }, reducedMotion: 'reduce' })
    blank = await profile.newPage()
    page = await profile.newPage()
    return () => profile.close()
  })

  const look = (media: Parameters<Page['emulateMedia']>[0]) => page.emulateMedia({ ...media, reducedMotion: 'reduce' })

  test.each(['', '/results/larc-support-needs/example', '/outbox'])('the focus, on the screen at %s', async (path) => {
    await openScreen(page, `${server.address}${path}`)
    await page.locator('main :is(button, a)').first().waitFor()
    expect(await unseenFocus(page, blank)).toEqual([])
  })

  test.each(controls)('the focus, in $kind', async ({ survey, page: number }) => {
    await openPage(page, server.address, survey, number)
    await answerQuestions(page)
    expect(await unseenFocus(page, blank), 'as usual').toEqual([])
    await look({ forcedColors: 'active' })
    expect(await unseenFocus(page, blank), 'with forced colours').toEqual([])
  })

  test(
    'the focus, in a group, a photo, a signature, the marks and the list of sections',
    { timeout: 180_000 },
    async () => {
      await publishOn(server.address, everyKind)
      await openScreen(page, server.address)
      await page.getByRole('link', { name: 'Fill in A visit, from every side' }).waitFor()
      await openScreen(page, `${server.address}/begin/every-kind`)
      await chooseWay(page, 'interviewer')
      const carryOn = page.getByRole('button', { name: 'Save and continue' })
      await carryOn.waitFor()
      for (let number = 1; number < 6; number += 1) {
        await answerQuestions(page)
        await carryOn.click()
        await page.waitForURL(`**/${number + 1}`)
      }
      await page.getByRole('button', { name: 'Add child', exact: true }).click()
      await page.getByLabel('First name').waitFor()
      const toggle = page.getByRole('button', { name: /sections done$/ })
      if (await toggle.isVisible()) await toggle.click()
      await page.mouse.move(0, 0)
      expect(await unseenFocus(page, blank), 'as usual').toEqual([])
      await look({ forcedColors: 'active' })
      expect(await unseenFocus(page, blank), 'with forced colours').toEqual([])
    },
  )

  test.each(controls.filter(({ chosen }) => chosen))('what is chosen, in $kind', async ({ survey, page: number }) => {
    await openPage(page, server.address, survey, number)
    const choice = page
      .locator('main form label:has(input[type=radio], input[type=checkbox], input[type=file])')
      .first()
    const media = [{}, { forcedColors: 'active' }, { forcedColors: 'none', contrast: 'more' }] as const
    const before: Buffer[] = []
    for (const each of media) {
      await look(each)
      before.push(await choice.screenshot())
    }
    await choice.locator('input').check({ force: true })
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.mouse.move(0, 0)
    const changed: number[] = []
    for (const [index, each] of media.entries()) {
      await look(each)
      changed.push(await changedPixels(blank, before[index] ?? Buffer.alloc(0), await choice.screenshot()))
    }
    expect(Math.min(...changed), `as usual, forced colours, contrast: ${changed.join(', ')}`).toBeGreaterThan(60)
  })
})
