import { describe, expect, test } from 'vitest'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as draftsModule from './in-browser/drafts.ts'

const call = callIn<typeof draftsModule>('/test/device/in-browser/drafts.ts')

describe.skipIf(withoutChromium)('drafts, in Chromium', () => {
  const { tab, other, profile } = twoTabs()

  test('what is typed is kept to the last letter, and fewer writes than key presses were needed', async () => {
    const text = 'We meet every Tuesday at the library.'
    const { kinds, last, listed } = await call(tab(), 'typeText', 'd', text)
    expect(kinds).toEqual(['saved'])
    expect(listed).toEqual([last])
    expect(last.draft.answers).toEqual({ note: text })
    expect(last.counter).toBeGreaterThan(0)
    expect(last.counter).toBeLessThan(text.length)
    expect(await call(other(), 'list', 'd')).toEqual([last])
  })

  test('a tab that saves over a newer save of another is told, and nothing is overwritten', async () => {
    const begun = await call(tab(), 'begin', 'd')
    const newer = await call(other(), 'saveOver', 'd', begun, { note: 'newer' })
    expect(await call(tab(), 'saveOver', 'd', begun, { note: 'older' })).toEqual({
      kind: 'conflict',
      newer: newer.kind === 'saved' && newer.kept,
    })
    expect((await call(tab(), 'list', 'd')).map(({ draft }) => draft.answers)).toEqual([{ note: 'newer' }])
  })

  test('a draft that another tab deleted does not come back', async () => {
    const begun = await call(tab(), 'begin', 'd')
    await call(other(), 'remove', 'd', begun)
    expect(await call(tab(), 'saveOver', 'd', begun, { note: 'late' })).toEqual({ kind: 'gone' })
    expect(await call(tab(), 'list', 'd')).toEqual([])
  })

  test('a full disk is told in plain words, what was saved before stays, and the journal holds the rest', async () => {
    const tools = await profile().newCDPSession(tab())
    await tools.send('Storage.overrideQuotaForOrigin', { origin: new URL(tab().url()).origin, quotaSize: 1_000_000 })
    const begun = await call(tab(), 'begin', 'd')
    const { kind, reason } = await call(tab(), 'saveLong', 'd', begun, 2_000_000)
    expect({ kind, reason }).toEqual({
      kind: 'saved-in-journal',
      reason: 'There is no space left on this device. Free some space, then try again.',
    })
    expect(await call(tab(), 'list', 'd')).toEqual([begun])
  })

  test('what the journal alone could take is there at the next start, and never stands over what was saved after it', async () => {
    expect(await call(tab(), 'saveThrough', 'd', ['a', 'b', 'c'], ['b', 'c'])).toEqual({
      kinds: ['saved', 'saved-in-journal', 'saved-in-journal'],
      sound: false,
      notes: ['c'],
    })
    expect(await call(tab(), 'saveThrough', 'e', ['a', 'b', 'c', 'd'], ['b', 'c'])).toMatchObject({
      kinds: ['saved', 'saved-in-journal', 'saved-in-journal', 'saved'],
      notes: ['d'],
    })
  })
})
