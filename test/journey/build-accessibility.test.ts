import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { walkBuilder, walkStart, walkViews } from '../support/build-visit.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { watchConsole } from '../support/watch-console.ts'

/** Of every screen of the builder: its title is of its own kind, and it has one heading of the first level. */
const headingFaults = async (page: Page): Promise<readonly string[]> => {
  const [title, headings] = [await page.title(), await page.locator('h1').allInnerTexts()]
  return [
    ...(title.endsWith(' – Proforma') ? [] : [`its title is ‘${title}’`]),
    ...(headings.length === 1 ? [] : [`headings of the first level: ${headings.join(', ')}`]),
  ]
}

describe.skipIf(withoutChromium)('every screen of building a survey', () => {
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

  /** Walks through all of them at a width, and gives what was found on each. */
  const found = async (width: number, look: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> => {
    const profile = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const said = watchConsole(profile)
    const page = await profile.newPage()
    page.setDefaultTimeout(10_000)
    const faults: string[] = []
    const see = async (seen: Page, screen: string): Promise<void> => {
      faults.push(...(await look(seen)).map((fault) => `${screen}: ${fault}`))
    }
    await walkStart(page, server.address, see)
    await walkBuilder(page, see)
    await walkViews(page, see)
    await profile.close()
    return [...faults, ...said]
  }

  test.each([1280, 820, 375])('axe finds nothing at %i px', { timeout: 240_000 }, async (width) => {
    expect(await found(width, async (page) => [...(await axeFindings(page)), ...(await headingFaults(page))])).toEqual(
      [],
    )
  })

  test('nothing is cut, small or out of reach at 320 px', { timeout: 120_000 }, async () => {
    expect(await found(320, layoutFaults)).toEqual([])
  })
})
