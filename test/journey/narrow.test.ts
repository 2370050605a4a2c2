import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { everyVisit } from '../support/visits.ts'
import { watchConsole } from '../support/watch-console.ts'

/** How a reader may have set the page, and how it is set back. */
const settings = [
  { how: 'as it is', set: () => undefined },
  { how: 'text at 200%', set: () => (document.documentElement.style.fontSize = '200%') },
  { how: 'right to left', set: () => (document.documentElement.dir = 'rtl') },
] as const

const faultsInEverySetting = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const { how, set } of settings) {
    await page.evaluate(set)
    found.push(...(await layoutFaults(page)).map((fault) => `${how}: ${fault}`))
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
      document.documentElement.dir = ''
    })
  }
  return found
}

describe.skipIf(withoutChromium)('on a screen of 320 px', () => {
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

  test.each(everyVisit)('nothing is cut, small or hidden: $name', { timeout: 120_000 }, async ({ walk }) => {
    const profile = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const said = watchConsole(profile)
    const found: string[] = []
    const headingOf = new Map<string, string>()
    await walk(profile, server.address, async (page, screen) => {
      found.push(...(await faultsInEverySetting(page)).map((fault) => `${screen}: ${fault}`))
      const title = await page.title()
      const heading = await page.locator('h1').innerText()
      const before = headingOf.get(title) ?? heading
      headingOf.set(title, before)
      if (!title.endsWith(' – Proforma')) found.push(`${screen}: its title is ‘${title}’`)
      if (before !== heading) found.push(`${screen}: the title ‘${title}’ is that of ‘${before}’ too`)
      if (title.startsWith('Error: ') !== screen.endsWith('problem')) found.push(`${screen}: the title is ‘${title}’`)
    })
    await profile.close()
    expect([...found, ...said]).toEqual([])
  })

  test('a way past the header stands first, and leads into the page', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the main content' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.close()
  })
})
