import type { Browser, Response } from 'playwright-core'
import { gzipSize, marks } from '../support/built-scripts.ts'
import type { Measure } from './report.ts'

interface Brought {
  readonly url: string
  readonly body: Buffer
}

/** Notes in the page, by its own clock, when Home's heading and when its first survey stand. */
const watchHome = (): void => {
  new MutationObserver(() => {
    const standing = {
      home: document.querySelector('main h1')?.textContent === 'Home',
      survey: document.querySelector('main li a[href^="/begin/"]') !== null,
    }
    for (const [name, stands] of Object.entries(standing)) {
      if (stands && performance.getEntriesByName(name).length === 0) performance.mark(name)
    }
  }).observe(document, { childList: true, subtree: true })
}

/** What had come by the time of a mark. */
const urlsBefore = (mark: string): readonly string[] => {
  const [standing] = performance.getEntriesByName(mark)
  if (standing === undefined) throw new Error(`Home never stood: ${mark}`)
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry instanceof PerformanceResourceTiming && entry.responseEnd <= standing.startTime)
    .map(({ name }) => name)
}

/**
 * A first visit in a fresh Chromium, nothing kept and nothing cached: the script that had come when Home stood, and all
 * that came afterwards without being asked for.
 */
export const measureFirstLoad = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    const arriving: Promise<Brought>[] = []
    page.on('response', (response: Response) => {
      if (response.request().resourceType() !== 'script' || response.fromServiceWorker()) return
      arriving.push(response.body().then((body) => ({ url: response.url(), body })))
    })
    await page.addInitScript(watchHome)
    await page.goto(address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await page.waitForLoadState('networkidle')
    const home = await page.evaluate(urlsBefore, 'home')
    const survey = await page.evaluate(urlsBefore, 'survey')
    const scripts = await Promise.all(arriving)
    const atHome = scripts.filter(({ url }) => home.includes(url))
    const atSurvey = scripts.filter(({ url }) => survey.includes(url))
    if (atHome.length === 0) throw new Error('Home stood without any script')
    const later = scripts.filter(({ url }) => !survey.includes(url))
    return [
      { name: 'First load of Home: script, gzipped', value: kilobytes(atHome), unit: 'kB', bar: 110 },
      { name: '  scripts in it with survey-core', value: withEngine(atSurvey), unit: 'scripts', bar: 0 },
      {
        name: '  with the surveys that ship, at the very first visit',
        value: kilobytes(atSurvey),
        unit: 'kB',
        bar: null,
      },
      { name: '  fetched afterwards, while idle', value: kilobytes(later), unit: 'kB', bar: null },
      { name: '  scripts in that with survey-core', value: withEngine(later), unit: 'scripts', bar: null },
    ]
  } finally {
    await profile.close()
  }
}

const kilobytes = (scripts: readonly Brought[]): number =>
  scripts.reduce((sum, { body }) => sum + gzipSize(body), 0) / 1000

const withEngine = (scripts: readonly Brought[]): number =>
  scripts.filter(({ body }) => body.includes(marks['survey-core'])).length
