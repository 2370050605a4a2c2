import type { Page } from 'playwright-core'

/** How a screen is looked at: how wide in CSS pixels, and what the reader has set. */
export const looks = [
  { name: '320', width: 320 },
  { name: '320-text-200', width: 320, size: '200%' },
  { name: '375', width: 375 },
  { name: '375-forced-colours', width: 375, forced: true },
  { name: '820', width: 820 },
  { name: '1280', width: 1280 },
] as const satisfies readonly {
  readonly name: string
  readonly width: number
  readonly size?: string
  readonly forced?: true
}[]

export interface Shot {
  readonly look: (typeof looks)[number]['name']
  readonly screen: string
  readonly width: number
  readonly png: Buffer
}

/** The whole of a screen as it stands, in each look; then it is as it was. */
export const lookAt = async (page: Page, screen: string): Promise<readonly Shot[]> => {
  const before = page.viewportSize()
  const shots: Shot[] = []
  for (const look of looks) {
    const { name, width } = look
    await page.setViewportSize({ width, height: width < 500 ? 700 : 900 })
    await page.emulateMedia({ forcedColors: 'forced' in look ? 'active' : 'none', reducedMotion: 'reduce' })
    const size = 'size' in look ? look.size : ''
    await page.evaluate((wanted) => (document.documentElement.style.fontSize = wanted), size)
    shots.push({ look: name, screen, width, png: await page.screenshot({ fullPage: true }) })
  }
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
  await page.evaluate(() => (document.documentElement.style.fontSize = ''))
  if (before !== null) await page.setViewportSize(before)
  return shots
}
