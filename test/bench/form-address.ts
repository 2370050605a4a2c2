import type { Browser, Page } from 'playwright-core'
import { serveBareApp } from './bare-app.ts'
import { type Measure, median } from './report.ts'

const runs = 9
const warmUps = 3
const slowdown = 4

/** Notes in the page when a text field stands: in the document, enabled, with a place on the screen, and painted. */
const watchFirstText = (): void => {
  const look = (): void => {
    requestAnimationFrame(() => {
      const fields = document.querySelectorAll<HTMLInputElement>('form input[type=text], form textarea')
      const stands = [...fields].some((field) => !field.disabled && field.getClientRects().length > 0)
      if (!stands) look()
      else setTimeout(() => performance.mark('first-text'))
    })
  }
  look()
}

/** Milliseconds from the start of the visit until the first question can be answered, which it then is. */
const reload = async (page: Page): Promise<number> => {
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('first-text').length > 0)
  const field = page.locator('form').getByRole('textbox').first()
  await field.fill('Leeds')
  if ((await field.inputValue()) !== 'Leeds') throw new Error('The first field does not keep what is written')
  // What comes behind the first question belongs to this visit, and must not slow down the next.
  await page.waitForTimeout(1500)
  return page.evaluate(() => performance.getEntriesByName('first-text')[0]?.startTime ?? Number.NaN)
}

/** Opens an address once with a network, so that its worker keeps it, and then without one at a quarter of the speed. */
const installed = async (browser: Browser, address: string, prepare: (page: Page) => Promise<void>): Promise<Page> => {
  const profile = await browser.newContext()
  const page = await profile.newPage()
  await page.addInitScript(watchFirstText)
  await page.goto(address)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await prepare(page)
  await profile.setOffline(true)
  const devtools = await profile.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

const beginForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Fill it in myself' }).click()
  await page.locator('form').getByRole('textbox').first().fill('Leeds')
  await page.getByText('Saved on this device').waitFor()
}

/**
 * A form's address reloaded, cold and offline, against the same survey by survey-react-ui with its defaults: how long it
 * takes until the first question can be answered, one after the other in the same run.
 */
export const measureFormAddress = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const bare = await serveBareApp()
  const ours = await installed(browser, `${address}/begin/larc-support-needs`, beginForm)
  const theirs = await installed(browser, bare.address, async (page) => {
    await page.reload()
  })
  try {
    const times = { ours: [] as number[], theirs: [] as number[] }
    for (let run = 0; run < warmUps + runs; run += 1) {
      const [own, other] = [await reload(ours), await reload(theirs)]
      if (run < warmUps) continue
      times.ours.push(own)
      times.theirs.push(other)
    }
    const [own, other] = [median(times.ours), median(times.theirs)]
    return [
      {
        name: 'A form reloaded offline, of the time of a bare survey-react-ui',
        value: own / other,
        unit: 'times',
        bar: 0.47,
      },
      { name: '  the form, CPU 4 times slower', value: own, unit: 'ms', bar: null },
      { name: '  the bare page', value: other, unit: 'ms', bar: null },
    ]
  } finally {
    await ours.context().close()
    await theirs.context().close()
    await bare.close()
  }
}
