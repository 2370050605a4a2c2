import type { Browser, Page } from 'playwright-core'
import { openScreen } from '../support/visit-screens.ts'
import { type Measure, median } from './report.ts'

/** Puts so many returns into the tab's database that the server has already, without the app. */
const fill = (page: Page, count: number): Promise<void> =>
  page.evaluate(
    (most) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('error', () => reject(new Error('The database does not open')))
        opening.addEventListener('success', () => {
          const write = opening.result.transaction('returns', 'readwrite')
          const answers = { note: 'We meet at the library. '.repeat(40) }
          for (let number = 1; number <= most; number += 1) {
            const id = crypto.randomUUID()
            const revision = { id, response: id, survey: 'a-long-one', device: id, deviceSequence: number, answers }
            write.objectStore('returns').put({ revision, seq: number })
          }
          write.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    count,
  )

/** Milliseconds from the start of a page until Home's first survey stands, the middle of five. */
const timeHome = async (page: Page, address: string): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    await openScreen(page, address)
    await page.locator('main li').first().waitFor()
    times.push(await page.evaluate(() => performance.now()))
  }
  return median(times)
}

/** Starting with 10,000 returns on the device, against starting with none. */
export const measureFullDevice = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    const empty = await timeHome(page, address)
    await fill(page, 10_000)
    const full = await timeHome(page, address)
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
