import { join } from 'node:path'
import { buildIfNeeded } from '../../src/cli/build-if-needed.ts'
import { chromiumPath, launchChromium } from '../support/chromium.ts'
import { installChromium } from '../support/install-chromium.ts'
import { startServer } from '../support/running-server.ts'
import { measureBuilder } from './build-long-survey.ts'
import { measureFirstLoad } from './first-load.ts'
import { measureFirstQuestion } from './first-question.ts'
import { measureFromCover } from './from-cover.ts'
import { measureFormAddress } from './form-address.ts'
import { measureLoad } from './load.ts'
import { measureLongLists } from './long-list.ts'
import { measureLongForms } from './long-forms.ts'
import { measureFullDevice } from './full-device.ts'
import { isMissed, type Measure, reportLines } from './report.ts'
import { measureResults } from './results.ts'
import { measureReturn } from './return.ts'
import { measureServer } from './server-rate.ts'
import { measureTabulate } from './tabulate.ts'
import { measureWaitingTablet } from './waiting-tablet.ts'

/*
 * `npm run bench`: what was promised of speed and size, measured on this machine. Exit status 1 where a bar is missed, or
 * where it could not be measured.
 */

const inChromium = async (): Promise<readonly Measure[]> => {
  const server = await startServer()
  const browser = await launchChromium()
  try {
    return [
      ...(await measureFirstLoad(browser, server.address)),
      ...(await measureFirstQuestion(browser, server.address)),
      ...(await measureFromCover(browser, server.address)),
      ...(await measureFormAddress(browser, server.address)),
      ...(await measureLongForms(browser, server.address)),
      ...(await measureBuilder(browser, server.address)),
      ...(await measureReturn()),
      ...(await measureFullDevice(browser, server.address)),
      ...(await measureWaitingTablet(browser, server.address)),
      ...(await measureResults(browser, server.address)),
      ...(await measureLongLists(browser)),
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

const run = async (): Promise<number> => {
  const built = await buildIfNeeded(join(import.meta.dirname, '../..'), console.log)
  if (!built.ok) {
    console.error(built.reason)
    return 1
  }
  for (const line of installChromium()) console.log(line)
  const hasBrowser = chromiumPath() !== null
  const measures = [
    ...(hasBrowser ? await inChromium() : []),
    ...(await measureTabulate()),
    ...(await measureServer()),
    ...(await measureLoad()),
  ]
  for (const line of reportLines(measures)) console.log(line)
  const missed = measures.filter(isMissed).length
  if (!hasBrowser) console.error('What needs a browser was not measured: there is no Chromium.')
  if (missed > 0) console.error(missed === 1 ? '1 bar is missed.' : `${missed} bars are missed.`)
  return missed === 0 && hasBrowser ? 0 : 1
}

process.exitCode = await run()
