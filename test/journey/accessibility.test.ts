import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { everyKindOfQuestion } from '../support/every-kind-visit.ts'
import { everyVisit } from '../support/visits.ts'
import { watchConsole } from '../support/watch-console.ts'

/** Wide screens are laid out differently, in the grid, the scale, the check and the results above all. */
const wide = everyVisit.filter(({ name }) => name.startsWith('before') || name.startsWith('family-views'))

describe.skipIf(withoutChromium)('axe finds nothing, and the console stays silent', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium()
    return () => browser.close()
  })

  describe.each([
    { viewport: { width: 375, height: 700 }, visits: everyVisit },
    { viewport: { width: 1280, height: 900 }, visits: wide },
    { viewport: { width: 320, height: 640 }, visits: everyKindOfQuestion, forcedColors: 'active' as const },
  ])('at $viewport.width px', ({ viewport, visits, forcedColors = null }) => {
    // One of its own, that nothing was sent to yet.
    let server: RunningServer

    beforeAll(async () => {
      server = await startServer()
      return () => server.stop()
    })

    test.each(visits)('$name', { timeout: 120_000 }, async ({ walk }) => {
      const profile = await browser.newContext({ viewport, forcedColors })
      const said = watchConsole(profile)
      const found: string[] = []
      await walk(profile, server.address, async (page, screen) => {
        found.push(...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`))
      })
      await profile.close()
      expect([...found, ...said]).toEqual([])
    })
  })
})
