import { expect, test } from 'vitest'
import { callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import type * as historyModule from './in-browser/schema-history.ts'

const call = callIn<typeof historyModule>('/test/device/in-browser/schema-history.ts')

test.skipIf(withoutChromium)(
  'a database of any release opens with what it held, and the tables of a new one',
  async () => {
    const modules = await serveBrowserModules()
    try {
      const tab = await modules.newTab(await modules.newProfile())
      const { outbox, ...fresh } = await call(tab, 'openedNow', 'new')
      expect(outbox).toEqual([])
      for (const version of await call(tab, 'releasedVersions')) {
        await call(tab, 'writeAs', `of-${version}`, version)
        expect(await call(tab, 'openedNow', `of-${version}`)).toEqual({
          ...fresh,
          outbox: [{ id: 'unsent', attempts: 2 }],
        })
      }
    } finally {
      await modules.close()
    }
  },
)
