import { describe, expect, test } from 'vitest'
import { callIn } from '../../support/browser-modules.ts'
import { withoutChromium } from '../../support/chromium.ts'
import { twoTabs } from '../../support/two-tabs.ts'
import type * as journalModule from '../in-browser/journal.ts'
import type * as returnsModule from '../in-browser/returns.ts'

const call = callIn<typeof journalModule>('/test/device/in-browser/journal.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')

describe.skipIf(withoutChromium)('the journal, in Chromium', () => {
  const { tab, other } = twoTabs()

  test('holds every return of two tabs that write at once, each as it was sealed', async () => {
    const both = await Promise.all([returns(tab(), 'returnForms', 'd', 5), returns(other(), 'returnForms', 'd', 5)])
    const segments = (await call(tab(), 'read', 'd')) ?? []
    const heads = segments.flatMap((segment) => segment.returns)
    expect(heads.map(({ deviceSequence }) => deviceSequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, i) => i + 1),
    )
    const ids = heads.map(({ id }) => id)
    const bodies = await call(other(), 'bodies', 'd', ids)
    expect(new Set(bodies.map(({ sha256 }) => sha256))).toEqual(new Set(both.flat().map(({ sha256 }) => sha256)))
  })

  test('half a frame at the end is cut off, and all before it is read', async () => {
    await returns(tab(), 'returnForms', 'd', 3)
    await call(tab(), 'killWorker', 'd')
    await expect.poll(async () => (await call(other(), 'read', 'd'))?.map(({ open }) => open)).not.toContain(true)
    await call(other(), 'tear', 'd')
    expect((await call(tab(), 'read', 'd'))?.filter(({ kind }) => kind === 'returns')).toMatchObject([{ torn: 7 }])
    await returns(tab(), 'returnForms', 'd', 1)
    const after = (await call(tab(), 'read', 'd'))?.filter(({ kind }) => kind === 'returns')
    expect(after).toMatchObject([{ torn: 0 }])
    expect(after?.[0]?.returns.map(({ deviceSequence }) => deviceSequence)).toEqual([1, 2, 3, 4])
  })

  test('what is written over and over takes no more than a little room', async () => {
    await call(tab(), 'writeStates', 'd', 60, 100_000)
    const segments = (await call(tab(), 'read', 'd')) ?? []
    expect(segments).toHaveLength(1)
    expect(segments[0]?.bytes).toBeLessThan(2 * 1024 * 1024)
    expect(segments[0]?.states).toMatchObject([{ key: 'draft:one', value: { index: 60 } }])
  })

  test('a response that is to be forgotten is in no file any more, and the others are', async () => {
    const made = await returns(tab(), 'returnForms', 'd', 3)
    const [, second] = made
    if (second === undefined) throw new Error('nothing was returned')
    await call(tab(), 'forget', 'd', [second.response])
    const ids = made.map(({ id }) => id)
    expect((await call(tab(), 'bodies', 'd', ids)).map(({ deviceSequence }) => deviceSequence)).toEqual([1, 3])
    const segments = await call(tab(), 'read', 'd')
    expect(JSON.stringify(segments)).not.toContain('form 2')
  })

  test('a database that fails once is opened again; one that goes on failing leaves it to the journal', async () => {
    expect(await call(tab(), 'returnWhile', 'd', { note: 'once' }, 'InvalidStateError', 1)).toEqual({
      kind: 'returned',
      revision: expect.objectContaining({ deviceSequence: 1 }),
    })
    const alone = await call(tab(), 'returnWhile', 'd', { note: 'alone' }, 'QuotaExceededError', 1_000)
    expect(alone).toMatchObject({ kind: 'returned', only: 'journal', revision: { deviceSequence: 2 } })
    const next = await returns(tab(), 'returnForms', 'd', 1)
    expect(next.map(({ deviceSequence }) => deviceSequence)).toEqual([3])
    const heads = (await call(tab(), 'read', 'd'))?.flatMap((segment) => segment.returns)
    expect(heads?.map(({ deviceSequence, stands }) => [deviceSequence, stands])).toEqual([
      [1, 'made'],
      [2, 'made'],
      [2, 'alone'],
      [3, 'made'],
    ])
  })
})
