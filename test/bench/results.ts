import type { Browser } from 'playwright-core'
import { versionId } from '../../src/survey/version.ts'
import type * as chunksModule from '../device/in-browser/column-chunks.ts'
import { callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { openScreen } from '../support/visit-screens.ts'
import { fillReturns, filledSurvey } from './fill-returns.ts'
import { definition } from './million-returns.ts'
import { type Measure, median } from './report.ts'

const call = callIn<typeof chunksModule>('/test/device/in-browser/column-chunks.ts')
const versions = [{ id: versionId(definition), number: 1, definition }]
const returns = 100_000

/** 100,000 returns to 51 questions on a device: Results from the start of the page, and what one more return costs. */
export const measureResults = async (browser: Browser, address: string): Promise<readonly Measure[]> => [
  ...(await measureOpening(browser, address)),
  ...(await measureOneMore()),
]

const measureOpening = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await openScreen(page, address)
    await page.locator('main li').first().waitFor()
    await fillReturns(page, 'proforma', returns)
    const open = async (): Promise<number> => {
      await openScreen(page, `${address}/results/${filledSurvey}`)
      await page.getByRole('table').first().waitFor({ timeout: 120_000 })
      return page.evaluate(() => performance.now())
    }
    const first = await open()
    const times = [await open(), await open(), await open(), await open(), await open()]
    return [
      { name: 'Results of 100,000 returns, from chunks', value: median(times), unit: 'ms', bar: 1000 },
      { name: '  the first time, from the rows', value: first, unit: 'ms', bar: null },
    ]
  } finally {
    await profile.close()
  }
}

const measureOneMore = async (): Promise<readonly Measure[]> => {
  const modules = await serveBrowserModules()
  try {
    const tab = await modules.newTab(await modules.newProfile())
    await call(tab, 'put', 'bench', [])
    await fillReturns(tab, 'bench', returns)
    const { opening, changes } = await call(tab, 'timeChanges', 'bench', filledSurvey, versions, 40)
    return [
      { name: '  one new return counted with them, the middle one', value: median(changes), unit: 'ms', bar: 5 },
      { name: '  columns opened from chunks', value: opening, unit: 'ms', bar: null },
    ]
  } finally {
    await modules.close()
  }
}
