import { describe, expect, test } from 'vitest'
import { readBox, sealContext, type SealedRevision, sealInfo, unpadded } from '../../src/protocol/sealed-return.ts'
import { type Revision, revisionDigest } from '../../src/response/revision.ts'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { openByNode, pointOf } from '../support/hpke-by-node.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as journalModule from './in-browser/journal.ts'
import type * as returnsModule from './in-browser/returns.ts'
import type * as sealingModule from './in-browser/sealing.ts'

const call = callIn<typeof sealingModule>('/test/device/in-browser/sealing.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')
const journal = callIn<typeof journalModule>('/test/device/in-browser/journal.ts')

const privateKey = Buffer.alloc(32, 9)
const sealTo = pointOf(privateKey).toString('base64')

/** What the organisation reads. */
const opened = (revision: Revision): unknown => {
  const { sealed } = revision as SealedRevision
  const box = readBox(pointOf(privateKey), Buffer.from(sealed.box, 'base64'))
  if (box === null) throw new Error('not a box')
  const text = openByNode(privateKey, {
    enclosed: Buffer.from(box.enclosed),
    text: Buffer.from(box.text),
    info: Buffer.from(sealInfo),
    aad: Buffer.from(sealContext(revision, sealed.photos)),
  })
  return JSON.parse(Buffer.from(unpadded(text) ?? []).toString())
}

const secret = 'pelican lantern'

describe.skipIf(withoutChromium)('sealing, in Chromium', () => {
  const { tab, other } = twoTabs()

  test('on an enrolled tablet a return is sealed wherever it lies, and only the organisation reads it', async () => {
    await call(tab(), 'enrol', 'd', sealTo)
    const draft = await returns(tab(), 'filledIn', 'd', { note: secret })
    await call(tab(), 'journalDraft', 'd', draft)
    expect(await call(tab(), 'everything', 'd'), 'a draft lies open').toContain(secret)
    const returned = await returns(tab(), 'giveBack', 'd', draft)
    if (returned.kind !== 'returned') throw new Error(returned.kind)
    const { revision } = returned
    expect(revision).toMatchObject({ answers: {}, statuses: {}, deviceSequence: 1 })
    expect(revisionDigest(revision)).toBe(revision.sha256)
    expect(opened(revision)).toMatchObject({ id: revision.id, answers: { note: secret } })
    const kept = await returns(tab(), 'kept', 'd')
    expect([kept.returns, kept.outbox.toSend]).toEqual([[revision], [revision]])
    await expect.poll(() => call(tab(), 'everything', 'd')).not.toContain(secret)
    expect(await call(tab(), 'carry', 'd')).not.toContain(secret)
    expect(await call(tab(), 'correctable', 'd', revision), 'it is not read again to be corrected').toBeNull()
    expect(await returns(tab(), 'giveBack', 'd', draft), 'again it is the one return').toEqual(returned)
  })

  test('an emptied database gets its sealed returns back from the journal, and what is returned next is sealed too', async () => {
    await call(tab(), 'enrol', 'd', sealTo)
    const [first] = await returns(tab(), 'returnForms', 'd', 1)
    await call(tab(), 'empty', 'd')
    expect(await call(other(), 'restore', 'd')).toEqual({ returns: [first], waiting: 1 })
    const [second] = await returns(other(), 'returnForms', 'd', 1)
    if (second === undefined) throw new Error('nothing was returned')
    expect(second.deviceSequence).toBe(2)
    expect(opened(second)).toMatchObject({ answers: { note: 'form 1' } })
  })

  test('what the journal alone can keep is sealed as well', async () => {
    await call(tab(), 'enrol', 'd', sealTo)
    const alone = await journal(tab(), 'returnWhile', 'd', { note: secret }, 'QuotaExceededError', 1_000)
    if (alone.kind !== 'returned') throw new Error(alone.kind)
    expect(alone.only).toBe('journal')
    expect(opened(alone.revision)).toMatchObject({ answers: { note: secret } })
  })

  test('it goes by file to another tablet, which reads it as little', async () => {
    await call(tab(), 'enrol', 'd', sealTo)
    const made = await returns(tab(), 'returnForms', 'd', 1)
    const text = await call(tab(), 'carry', 'd')
    expect(await call(other(), 'take', 'another', text)).toMatchObject({
      taken: { ok: true, returns: 1 },
      returns: made,
    })
  })

  test('it is found by its reference and taken out, out of the journal too', async () => {
    await call(tab(), 'enrol', 'd', sealTo)
    const [made] = await returns(tab(), 'returnForms', 'd', 1)
    if (made === undefined) throw new Error('nothing was returned')
    expect(await call(tab(), 'takeOut', 'd', made)).toMatchObject({
      found: { response: made.response, state: 'returned' },
      erased: { ok: true, onServer: true },
      returns: 0,
      waiting: 0,
    })
    await expect.poll(() => journal(tab(), 'bodies', 'd', [made.id])).toEqual([])
  })

  test('with a key that is none, nothing is returned open: the form stays, and says why', async () => {
    await call(tab(), 'enrolWrongly', 'd')
    const draft = await returns(tab(), 'filledIn', 'd', { note: secret })
    expect(await returns(tab(), 'giveBack', 'd', draft)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('could not be sealed'),
    })
    expect(await returns(tab(), 'kept', 'd')).toMatchObject({ drafts: 1, returns: [], device: { sequence: 0 } })
  })

  test('a tablet that stands alone keeps its returns as it did', async () => {
    const [made] = await returns(tab(), 'returnForms', 'd', 1)
    expect(made).toMatchObject({ answers: { note: 'form 1' } })
    expect(made).not.toHaveProperty('sealed')
  })
})
