import type { Browser, Page } from 'playwright-core'
import { handToFamily } from '../support/family-tablet.ts'
import { type Measure, median } from './report.ts'

const runs = 7
const slowdown = 4
const way = 'Fill it in myself'

/**
 * Notes in the page how long it takes from the click on a way in until a field stands: in the document, enabled, with
 * a place on the screen, and painted. The click counts from when it was made, not from when the page got to it.
 */
const watchFirstField = (): void => {
  const look = (clicked: number): void => {
    requestAnimationFrame(() => {
      const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main form :is(input, textarea)')
      const stands = [...fields].some((field) => !field.disabled && field.getClientRects().length > 0)
      if (!stands) look(clicked)
      else setTimeout(() => performance.measure('first-field', { start: clicked, end: performance.now() }))
    })
  }
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('main button')) look(event.timeStamp)
    },
    true,
  )
}

/** Waits until the engine has come and is ready to run, and the page has nothing to do. */
export const untilPrefetched = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => /\/survey-core-[^/]+\.js$/.test(name)),
  )
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** Milliseconds from the click to the first field, which is then written into. */
const firstField = async (page: Page): Promise<number> => {
  await page.waitForFunction(() => performance.getEntriesByName('first-field').length > 0)
  const field = page.locator('main form').getByRole('textbox').first()
  await field.fill('Leeds')
  if ((await field.inputValue()) !== 'Leeds') throw new Error('The first field does not keep what is written')
  return page.evaluate(() => performance.getEntriesByName('first-field')[0]?.duration ?? Number.NaN)
}

const afterPrefetch = async (page: Page): Promise<number> => {
  await page.reload()
  await untilPrefetched(page)
  // By force: Playwright's own look at what lies under the pointer would run at a quarter of the speed too.
  await page.getByRole('button', { name: way }).click({ force: true })
  return firstField(page)
}

/** Clicks in the very frame in which the button stands, before the engine can have been fetched for it. */
const atOnce = async (page: Page): Promise<number> => {
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction((name) => {
    const button = [...document.querySelectorAll('main section button')].find(({ textContent }) =>
      textContent.startsWith(name),
    )
    if (button instanceof HTMLElement) button.click()
    return button !== undefined
  }, way)
  return firstField(page)
}

/** From Start on the cover of a tablet that was handed over, each time in a new profile: a form is handed over once. */
const fromCover = async (browser: Browser, address: string): Promise<number> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await page.addInitScript(watchFirstField)
    await handToFamily(page, address, 'family-views')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    const devtools = await profile.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.reload()
    const start = page.getByRole('button', { name: 'Start', exact: true })
    await start.waitFor()
    await untilPrefetched(page)
    await start.click({ force: true })
    await page.waitForFunction(() => performance.getEntriesByName('first-field').length > 0)
    await page.locator('main form').getByRole('radio').first().check({ force: true })
    return await page.evaluate(() => performance.getEntriesByName('first-field')[0]?.duration ?? Number.NaN)
  } finally {
    await profile.close()
  }
}

/**
 * From the screen where a form is begun to its first question, at a quarter of this machine's speed, in an app that is installed: its service worker
 * is active and every file comes from it.
 */
export const measureFirstQuestion = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const begin = `${address}/begin/larc-support-needs`
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await page.addInitScript(watchFirstField)
    await page.goto(begin)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    const devtools = await profile.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const prefetched: number[] = []
    const cold: number[] = []
    for (let run = 0; run < runs; run += 1) {
      for (const [times, measure] of [
        [prefetched, afterPrefetch],
        [cold, atOnce],
      ] as const) {
        times.push(await measure(page))
        await page.goto(begin)
      }
    }
    const covered: number[] = []
    for (let run = 0; run < runs; run += 1) covered.push(await fromCover(browser, address))
    return [
      { name: 'First question from the cover, CPU 4 times slower', value: median(covered) / 1000, unit: 's', bar: 0.4 },
      { name: 'First question from Begin, CPU 4 times slower', value: median(prefetched) / 1000, unit: 's', bar: 0.4 },
      { name: '  the slowest of 7', value: Math.max(...prefetched) / 1000, unit: 's', bar: null },
      { name: '  clicked the moment Begin stands', value: median(cold) / 1000, unit: 's', bar: null },
    ]
  } finally {
    await profile.close()
  }
}
