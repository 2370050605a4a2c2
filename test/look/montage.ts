import type { Browser } from 'playwright-core'
import type { Shot } from './look-at.ts'

/** The width of a sheet, in CSS pixels. */
const sheetWidth = 1900

/** Many pictures on one: sheets of them in rows, each with the name of its screen. PNG images. */
export const montage = async (browser: Browser, shots: readonly Shot[]): Promise<readonly Buffer[]> => {
  const widest = Math.max(...shots.map(({ width }) => width))
  const across = widest > 1000 ? 3 : widest > 500 ? 4 : 7
  const each = across * (across > 4 ? 1 : 2)
  const page = await browser.newPage({ viewport: { width: sheetWidth, height: 800 } })
  const sheets: Buffer[] = []
  for (let first = 0; first < shots.length; first += each) {
    const figures = shots
      .slice(first, first + each)
      .map(
        ({ screen, png }) =>
          `<figure><figcaption>${screen}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`,
      )
    await page.setContent(
      `<style>
        body { margin: 8px; display: grid; grid-template-columns: repeat(${across}, 1fr); gap: 8px; align-items: start; background: #888; }
        figure { margin: 0; min-width: 0; } img { width: 100%; } figcaption { font: 12px sans-serif; color: #fff; }
      </style>${figures.join('')}`,
    )
    sheets.push(await page.screenshot({ fullPage: true }))
  }
  await page.close()
  return sheets
}
