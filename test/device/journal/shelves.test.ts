import { describe, expect, test } from 'vitest'
import { definition } from '../../server/example-return.ts'
import { callIn } from '../../support/browser-modules.ts'
import { withoutChromium } from '../../support/chromium.ts'
import { twoTabs } from '../../support/two-tabs.ts'
import type * as shelvesModule from '../in-browser/shelves.ts'

const call = callIn<typeof shelvesModule>('/test/device/in-browser/shelves.ts')

describe.skipIf(withoutChromium)('an emptied database, in Chromium', () => {
  const { tab } = twoTabs()

  test('gets back designs, what waits to be published, the lock, and who was deleted or taken out: these do not come back', async () => {
    const before = await call(tab(), 'fill', 'd', definition)
    expect(before).toMatchObject({
      designs: ['Renamed'],
      versionsOut: 1,
      standings: ['live'],
      returns: [3],
      deleted: ['A trial'],
      erased: ['withdrawn'],
      toErase: 1,
      frozen: ['99999999-0000-4000-8000-000000000001'],
      lock: true,
    })
    expect(await call(tab(), 'emptyAndStart', 'd')).toEqual(before)
    expect(await call(tab(), 'opens', 'd')).toEqual(['opened'])
  })
})
