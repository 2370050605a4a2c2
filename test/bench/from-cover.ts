import type { Browser, Page } from 'playwright-core'
import { callStaff, handToFamily } from '../support/family-tablet.ts'
import { untilPrefetched } from './first-question.ts'
import { type Measure, median } from './report.ts'

const runs = 7
const slowdown = 4

/** Notes in the page how long it takes from a press on Start until a choice of the first question stands, painted. */
const watchStart = (): void => {
  const look = (pressed: number): void => {
    requestAnimationFrame(() => {
      const choices = document.querySelectorAll<HTMLInputElement>('main form input[type=radio]')
      const stands = [...choices].some((choice) => !choice.disabled && choice.getClientRects().length > 0)
      if (!stands) look(pressed)
      else setTimeout(() => performance.measure('from-cover', { start: pressed, end: performance.now() }))
    })
  }
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('button')?.textContent === 'Start')
        look(event.timeStamp)
    },
    true,
  )
}

/** Milliseconds from Start on the cover until the first question can be answered, which it then is. */
const fromCover = async (page: Page): Promise<number> => {
  await page.getByRole('button', { name: 'Start', exact: true }).click({ force: true })
  await page.waitForFunction(() => performance.getEntriesByName('from-cover').length > 0)
  await page.getByLabel('Yes, I am happy to answer').check({ force: true })
  return page.evaluate(() => performance.getEntriesByName('from-cover')[0]?.duration ?? Number.NaN)
}

/** From the cover that a family is handed to its first question, at a quarter of this machine's speed, installed. */
export const measureFromCover = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
  try {
    const page = await profile.newPage()
    await page.addInitScript(watchStart)
    await page.goto(address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    const devtools = await profile.newCDPSession(page)
    const slowBy = (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate })
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      await handToFamily(page, address, 'family-views')
      // A tablet that was put down and is taken up again: the cover comes from nothing.
      await page.reload()
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
      await untilPrefetched(page)
      await slowBy(slowdown)
      times.push(await fromCover(page))
      await slowBy(1)
      await callStaff(page)
      await page.getByRole('button', { name: 'Leave the form' }).click()
      await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    }
    return [
      { name: 'First question from the cover, CPU 4 times slower', value: median(times) / 1000, unit: 's', bar: 0.4 },
      { name: '  the slowest of 7', value: Math.max(...times) / 1000, unit: 's', bar: null },
    ]
  } finally {
    await profile.close()
  }
}
