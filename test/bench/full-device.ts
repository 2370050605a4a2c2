import type { Browser, Page } from 'playwright-core'
import { openScreen } from '../support/visit-screens.ts'
import { type Measure, median } from './report.ts'

/** The survey that stands first on Home: its returns are what Home counts. */
const survey = 'larc-support-needs'

/** Puts so many returns into the tab's database that the server has already, without the app. One in ten was corrected. */
const fill = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    ([most, named]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('error', () => reject(new Error('The database does not open')))
        opening.addEventListener('success', () => {
          const write = opening.result.transaction('returns', 'readwrite')
          let before: string | null = null
          const answers = { note: 'We meet at the library. '.repeat(40) }
          for (let number = 1; number <= most; number += 1) {
            const id = crypto.randomUUID()
            const [response, replaces] = number % 10 === 0 && before !== null ? [before, before] : [id, null]
            const own = { id, response, survey: named, device: id, deviceSequence: number, replaces, answers }
            write.objectStore('returns').put({ revision: own, seq: number })
            before = id
          }
          write.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    [count, survey] as const,
  )

/** Milliseconds from the start of a page until Home's first survey says how many returned it, the middle of five. */
const timeHome = async (page: Page, address: string, says: string): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    await openScreen(page, address)
    await page.locator(`main li:has(a[href$="/begin/${survey}"])`, { hasText: says }).waitFor()
    times.push(await page.evaluate(() => performance.now()))
  }
  return median(times)
}

/** Starting with 10,000 returns on the device, against starting with none. */
export const measureFullDevice = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    const empty = await timeHome(page, address, 'No returns yet')
    await fill(page, 10_000)
    const full = await timeHome(page, address, '9000 returns so far')
    return [
      {
        name: 'Home with 10,000 returns on the device, more than with none',
        value: full - empty,
        unit: 'ms',
        bar: 300,
      },
      { name: '  with none', value: empty, unit: 'ms', bar: null },
    ]
  } finally {
    await profile.close()
  }
}
