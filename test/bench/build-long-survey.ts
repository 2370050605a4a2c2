import type { Browser, Locator, Page } from 'playwright-core'
import { newDesign } from '../../src/device/new-design.ts'
import type { KeptDesign } from '../../src/device/kept-design.ts'
import { limits } from '../../src/survey/limits.ts'
import { longSurvey } from './long-survey.ts'
import { nextPaint, watchNextPaints } from './next-paint.ts'
import { type Measure, median, percentile } from './report.ts'

const sizes = [50, 500, 2000] as const
/** The size that is promised; the others show how it grows. */
const promised = 500
const samples = 40
const openings = 5
const slowdown = 4

/** Milliseconds between two acts: hands at work, with a pause now and then in which the preview follows. */
const gaps = [60, 120, 90, 320] as const

type Act = 'Typing in a title' | 'Adding' | 'Moving' | 'Undoing'

/** Of each act the times to the next paint, in milliseconds. */
type Times = { readonly [A in Act]: readonly number[] }

/**
 * The builder over generated surveys, at this machine's speed and at a quarter of it: how long it takes to open, and
 * from each act to the next paint.
 */
export const measureBuilder = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const measures: Measure[] = []
  for (const size of sizes) measures.push(...(await measureSize(browser, address, size)))
  return measures
}

const measureSize = async (browser: Browser, address: string, size: number): Promise<readonly Measure[]> => {
  const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    const page = await profile.newPage()
    await watchNextPaints(page)
    await page.addInitScript(watchOpening)
    await page.goto(address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    // Adding makes it as long as its name says: a survey holds 500 items, and one of 2,000 can only be opened.
    const start = longSurvey(size - 1)
    await page.evaluate(keep, newDesign(start, new Date()))
    const devtools = await profile.newCDPSession(page)
    const measures: Measure[] = []
    for (const rate of [1, slowdown]) {
      await devtools.send('Emulation.setCPUThrottlingRate', { rate })
      const opened = await openOften(page, `${address}/build/${start.proforma.id}`, size - 1)
      measures.push(openingMeasure(size, rate, opened), ...actMeasures(size, rate, await act(page, size)))
    }
    return measures
  } finally {
    await profile.close()
  }
}

/** Lays a design into the database of this app, as another tab would have. */
const keep = (design: KeptDesign): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('proforma')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('designs', 'readwrite')
      writing.objectStore('designs').put(design)
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
      writing.addEventListener('abort', () => reject(writing.error ?? new Error('The design was not kept')))
    })
  })

/** Notes in the page when a row for each question stands in the list, painted. */
const watchOpening = (): void => {
  const watch = new MutationObserver(() => {
    const wanted = Number(location.hash.slice(1))
    if (wanted === 0 || document.querySelectorAll('nav button[data-kind="question"]').length < wanted) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('opened')))
  })
  watch.observe(document, { childList: true, subtree: true })
}

/** Milliseconds from the start of a visit until every question stands in the list. */
const openOften = async (page: Page, address: string, questions: number): Promise<readonly number[]> => {
  const times: number[] = []
  for (let run = 0; run < openings; run += 1) {
    await page.goto('about:blank')
    await page.goto(`${address}#${questions}`)
    await page.waitForFunction(() => performance.getEntriesByName('opened').length > 0)
    times.push(await page.evaluate(() => performance.getEntriesByName('opened')[0]?.startTime ?? Number.NaN))
  }
  await page.frameLocator('iframe').locator('form').first().waitFor()
  return times
}

/** Works on the question in the middle of the survey; leaves the survey as it was, but for that question's title. */
const act = async (page: Page, size: number): Promise<Times> => {
  const row = page.locator(`#row-q${Math.floor(size / 2)}`)
  const undo = page.locator('button', { hasText: /^Undo/ }).first()
  const undoing: number[] = []
  await choose(row)
  await page.locator('#question-wording').focus()
  const typing = await often(page, () => nextPaint(page, () => page.keyboard.press('a')))
  const moving = await often(page, async () => {
    await row.focus()
    const moved = await nextPaint(page, () => page.keyboard.press('Alt+ArrowDown'))
    undoing.push(await nextPaint(page, () => undo.click({ force: true })))
    return moved
  })
  if (size > limits.items) return { 'Typing in a title': typing, Adding: [], Moving: moving, Undoing: undoing }
  const adding = await often(page, async () => {
    await page.locator('button', { hasText: 'Add question' }).click({ force: true })
    const kind = page.locator('button', { hasText: 'Long text' })
    const added = await nextPaint(page, () => kind.click({ force: true }))
    undoing.push(await nextPaint(page, () => undo.click({ force: true })))
    await choose(row)
    return added
  })
  return { 'Typing in a title': typing, Adding: adding, Moving: moving, Undoing: undoing }
}

/** By key: it takes no look at where the row is, for which a slowed page would need long. */
const choose = async (row: Locator): Promise<void> => {
  await row.focus()
  await row.press('Enter')
}

const often = async (page: Page, once: () => Promise<number>): Promise<readonly number[]> => {
  const times: number[] = []
  for (let run = 0; run < samples; run += 1) {
    times.push(await once())
    await page.waitForTimeout(gaps[run % gaps.length] ?? 0)
  }
  return times
}

const speed = (rate: number): string => (rate === 1 ? '' : `, CPU ${rate} times slower`)

const openingMeasure = (size: number, rate: number, opened: readonly number[]): Measure => ({
  name: `Builder, ${size} questions${speed(rate)}: open`,
  value: median(opened) / 1000,
  unit: 's',
  bar: size === promised && rate === 1 ? 1.5 : null,
})

const actMeasures = (size: number, rate: number, times: Times): readonly Measure[] =>
  Object.entries(times).flatMap(([name, taken]) =>
    taken.length === 0
      ? []
      : [
          {
            name: `  ${name}: 95 in 100 painted within`,
            value: percentile(taken, 95),
            unit: 'ms' as const,
            bar: size === promised ? (rate === 1 ? 50 : 150) : null,
          },
        ],
  )
