import { describe, expect, test } from 'vitest'
import { revisionDigest } from '../../src/response/revision.ts'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as draftsModule from './in-browser/drafts.ts'
import type * as returnsModule from './in-browser/returns.ts'

const drafts = callIn<typeof draftsModule>('/test/device/in-browser/drafts.ts')
const call = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')

describe.skipIf(withoutChromium)('returning, in Chromium', () => {
  const { tab, other } = twoTabs()

  test('a draft becomes one return, sealed, numbered and waiting to be sent', async () => {
    const draft = await call(tab(), 'filledIn', 'd', { note: 'done' })
    const returned = await call(tab(), 'giveBack', 'd', draft)
    const { drafts, returns, outbox, device } = await call(tab(), 'kept', 'd')
    expect(drafts).toBe(0)
    expect(returned).toEqual({ kind: 'returned', revision: returns[0] })
    expect(outbox).toEqual({ toSend: returns, keptAside: [] })
    expect(returns[0]).toMatchObject({ answers: { note: 'done' }, deviceSequence: 1, device: device?.device })
    expect(returns.map(revisionDigest)).toEqual(returns.map(({ sha256 }) => sha256))
  })

  test('returned again, at once in two tabs and later, it is still the one return', async () => {
    const draft = await call(tab(), 'filledIn', 'd', { note: 'done' })
    const both = await Promise.all([call(tab(), 'giveBack', 'd', draft), call(other(), 'giveBack', 'd', draft)])
    const later = await call(other(), 'giveBack', 'd', draft)
    const { returns, outbox, device } = await call(tab(), 'kept', 'd')
    expect(returns).toHaveLength(1)
    for (const each of [...both, later]) expect(each).toEqual({ kind: 'returned', revision: returns[0] })
    expect(outbox.toSend).toEqual(returns)
    expect(device?.sequence).toBe(1)
  })

  test('two tabs never give two returns the same number', async () => {
    await Promise.all([call(tab(), 'returnForms', 'd', 10), call(other(), 'returnForms', 'd', 10)])
    const { returns } = await call(tab(), 'kept', 'd')
    expect(returns.map(({ deviceSequence }) => deviceSequence)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test('a form that another tab has since written in is not returned as it was', async () => {
    const draft = await call(tab(), 'filledIn', 'd', { note: 'old' })
    await drafts(other(), 'saveOver', 'd', draft, { note: 'new' })
    expect(await call(tab(), 'giveBack', 'd', draft)).toMatchObject({
      kind: 'conflict',
      newer: { draft: { answers: { note: 'new' } } },
    })
    expect(await call(tab(), 'kept', 'd')).toMatchObject({ drafts: 1, returns: [], device: { sequence: 0 } })
  })

  test('a changed return replaces the one before, which stays', async () => {
    const [first] = await call(tab(), 'returnForms', 'd', 1)
    if (first === undefined) throw new Error('nothing was returned')
    await call(tab(), 'amend', 'd', first, { note: 'better' })
    const { returns } = await call(tab(), 'kept', 'd')
    expect(returns[0]).toEqual(first)
    expect(returns[1]).toMatchObject({ response: first.response, replaces: first.id, answers: { note: 'better' } })
  })

  test('every write asks the disk, not only the system', async () => {
    expect(new Set(await call(tab(), 'durabilities', 'd'))).toEqual(new Set(['strict']))
  })

  test('Home counts by keys what a table counts by reading all: each response once, corrected or not', async () => {
    const [first, second] = await call(tab(), 'returnForms', 'e', 3)
    expect(await call(tab(), 'counted', 'e')).toEqual({ home: 3, table: 3 })
    if (first === undefined || second === undefined) throw new Error('Nothing was returned')
    const better = await call(tab(), 'amend', 'e', first, { note: 'better' })
    if (better.kind !== 'returned') throw new Error(better.kind)
    await call(tab(), 'amend', 'e', better.revision, { note: 'best' })
    await call(tab(), 'amend', 'e', second, { note: 'other' })
    expect(await call(tab(), 'counted', 'e')).toEqual({ home: 3, table: 3 })
    expect(await call(tab(), 'counted', 'e', [first.id, second.id]), 'its corrections stay').toEqual({
      home: 3,
      table: 3,
    })
  })
})
