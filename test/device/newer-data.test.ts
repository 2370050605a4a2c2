import { describe, expect, test } from 'vitest'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as newerModule from './in-browser/newer-data.ts'
import type * as returnsModule from './in-browser/returns.ts'

const call = callIn<typeof newerModule>('/test/device/in-browser/newer-data.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')

const update = 'What is kept here was written by a newer Proforma. Reload this page to use the newer one.'

describe.skipIf(withoutChromium)('a database that a newer release has written, in Chromium', () => {
  const { tab, other } = twoTabs()

  test('is not opened, whether its tables or only what is in them are newer', async () => {
    await returns(tab(), 'returnForms', 'tables', 1)
    await returns(tab(), 'returnForms', 'rows', 1)
    await call(tab(), 'markNewer', 'rows')
    await call(other(), 'upgrade', 'tables')
    expect(await call(other(), 'openAnew', 'tables')).toEqual({ ok: false, reason: update })
    expect(await call(other(), 'openAnew', 'rows')).toEqual({ ok: false, reason: update })
  })

  test('taken on by another tab under an open form, is not written to; what is typed and returned is in the journal', async () => {
    const draft = await returns(tab(), 'filledIn', 'd', { note: 'before' })
    await returns(tab(), 'returnForms', 'd', 1)
    await call(other(), 'upgrade', 'd')
    expect(await call(tab(), 'saveOver', 'd', draft, { note: 'after' })).toMatchObject({
      kind: 'saved-in-journal',
      reason: update,
    })
    expect(await returns(tab(), 'giveBack', 'd', draft)).toMatchObject({ kind: 'returned', only: 'journal' })
    expect(await call(other(), 'countReturns', 'd')).toBe(1)
  })

  test('whose upgrade was cut off half-way opens as it was before', async () => {
    const made = await returns(tab(), 'returnForms', 'd', 1)
    await call(tab(), 'shut', 'd')
    await call(other(), 'upgradeHalfWay', 'd')
    expect(await returns(other(), 'kept', 'd')).toMatchObject({ returns: made })
  })

  test('closed under a page is opened again, and the answer is saved', async () => {
    const draft = await returns(tab(), 'filledIn', 'd', { note: 'before' })
    await call(tab(), 'closeUnder', 'd')
    expect(await call(tab(), 'saveOver', 'd', draft, { note: 'after' })).toMatchObject({ kind: 'saved' })
    expect(await returns(other(), 'kept', 'd')).toMatchObject({ drafts: 1 })
  })
})
