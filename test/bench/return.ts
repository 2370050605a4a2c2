import type * as returnsModule from '../device/in-browser/returns.ts'
import { callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { type Measure, percentile } from './report.ts'

const call = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')

/** Keeping a return twice: in the journal, flushed, and in the database under strict durability. */
export const measureReturn = async (): Promise<readonly Measure[]> => {
  const modules = await serveBrowserModules()
  try {
    const profile = await modules.newProfile()
    const tab = await modules.newTab(profile)
    await call(tab, 'timeReturns', 'bench', 10)
    const times = await call(tab, 'timeReturns', 'bench', 200)
    return [
      { name: 'Saving a return, journal included, 95th percentile', value: percentile(times, 95), unit: 'ms', bar: 25 },
      { name: '  the middle one', value: percentile(times, 50), unit: 'ms', bar: null },
    ]
  } finally {
    await modules.close()
  }
}
