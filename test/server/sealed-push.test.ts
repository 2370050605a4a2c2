import { expect, test } from 'vitest'
import { sealReturn } from '../../src/device/seal-return.ts'
import type { DeviceId, Revision } from '../../src/response/revision.ts'
import { revisionDigest } from '../../src/response/revision.ts'
import { type SealedRevision, sealContext, sealInfo, padded, writeBox } from '../../src/protocol/sealed-return.ts'
import { readPushAnswer } from '../../src/protocol/read-push-answer.ts'
import { pointOf, sealByNode } from '../support/hpke-by-node.ts'
import { definition, exampleReturn, pushOf, uuid } from './example-return.ts'
import { openStore } from './open-store.ts'
import { join } from 'node:path'
import { temporaryFolder } from './temporary-folder.ts'
import { withApp } from './with-app.ts'

const acked = async (app: Awaited<ReturnType<typeof withApp>>['app'], ...revisions: readonly unknown[]) => {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/push', payload: pushOf(...revisions) })
  return readPushAnswer(answer.json())?.acks ?? []
}

/** Something in a sealed return made otherwise, and its digest made to fit. */
const changed = (sealed: Revision, change: Partial<Revision>): Revision => {
  const content = { ...sealed, ...change }
  return { ...content, sha256: revisionDigest(content) }
}

test('a sealed return is opened and counted, and acknowledged by the digest that the tablet knows, each time it comes', async () => {
  const { app, store } = await withApp()
  const revision = exampleReturn(1)
  const sealed = await sealReturn(revision, await store.sealing.sealTo())
  const [first] = await acked(app, sealed)
  expect(first).toEqual({ id: revision.id, status: 'stored', seq: 1, sha256: sealed.sha256, reason: null })
  expect((await acked(app, sealed))[0]).toMatchObject({ status: 'duplicate', seq: 1, sha256: sealed.sha256 })
  const again = await sealReturn(revision, await store.sealing.sealTo())
  expect((await acked(app, again))[0], 'the same content in another box').toMatchObject({
    status: 'duplicate',
    sha256: again.sha256,
  })
  expect((await store.revisionsAfter(0, 9)).revisions).toEqual([{ seq: 1, revision }])
  const other = await sealReturn(exampleReturn(1, { seconds: 9 }), await store.sealing.sealTo())
  expect((await acked(app, other))[0], 'other content under the same id').toMatchObject({ reason: 'id-taken' })
})

test('what is sealed is taken out by its response, and does not come back', async () => {
  const { app, store } = await withApp()
  const sealed = await sealReturn(exampleReturn(1), await store.sealing.sealTo())
  await acked(app, sealed)
  const { response, survey, device } = sealed
  const at = '2026-11-23T14:40:00.000Z'
  await store.erase({ device, erasures: [{ response, survey, at, reason: 'withdrawn' }] })
  expect((await acked(app, sealed))[0]).toMatchObject({ status: 'erased', sha256: sealed.sha256 })
  expect((await store.revisionsAfter(0, 9)).revisions).toEqual([])
})

test('a tablet is not given back what it sealed, and is given what it sent open', async () => {
  const { app, store } = await withApp()
  await acked(app, await sealReturn(exampleReturn(1), await store.sealing.sealTo()), exampleReturn(2))
  const { device } = exampleReturn(1)
  for (const answers of [[], ['another' as never]]) {
    const { revisions } = await store.revisionsAfter(0, 9, { answers, device, erasures: 'all' })
    expect(revisions.map(({ seq }) => seq)).toEqual([2])
  }
})

test.each<[string, string, (sealed: SealedRevision) => Revision]>([
  ['put on another response', 'not-opened', (sealed) => changed(sealed, { response: exampleReturn(2).response })],
  ['said to be of another survey', 'not-opened', (sealed) => changed(sealed, { survey: 'other' as never })],
  ['said to be of another device', 'not-opened', (sealed) => changed(sealed, { device: uuid(0xd9) as DeviceId })],
  ['given another number', 'not-opened', (sealed) => changed(sealed, { deviceSequence: 7 })],
  ['with answers beside the box', 'not-opened', (sealed) => changed(sealed, { answers: { role: 'x' } })],
  ['with notes beside the box', 'not-opened', (sealed) => changed(sealed, { notes: { role: 'x' } })],
  [
    'with a photo that it does not have',
    'not-opened',
    (sealed) => changed(sealed, { sealed: { ...sealed.sealed, photos: ['a'.repeat(64)] } }),
  ],
  [
    'of another form',
    'not-opened',
    (sealed) => changed(sealed, { sealed: { ...sealed.sealed, box: `Ag${sealed.sealed.box.slice(2)}` } }),
  ],
  [
    'with a letter changed',
    'not-opened',
    (sealed) => {
      const { box, photos } = sealed.sealed
      const at = box.length - 40
      return changed(sealed, {
        sealed: { box: `${box.slice(0, at)}${box[at] === 'A' ? 'B' : 'A'}${box.slice(at + 1)}`, photos },
      })
    },
  ],
  [
    'cut short',
    'not-opened',
    (sealed) => changed(sealed, { sealed: { ...sealed.sealed, box: sealed.sealed.box.slice(0, 80) } }),
  ],
  ['changed on the way', 'wrong-digest', (sealed) => ({ ...sealed, language: 'cy' })],
])('a box %s is kept aside as it came, with its reason', async (_, reason, change) => {
  const { app, store } = await withApp()
  const sent = change(await sealReturn(exampleReturn(1), await store.sealing.sealTo()))
  expect((await acked(app, sent))[0]).toMatchObject({ status: 'quarantined', reason })
  const [aside] = await store.quarantined(9)
  expect(JSON.parse(aside?.raw ?? '')).toEqual(sent)
  expect((await store.revisionsAfter(0, 9)).revisions).toEqual([])
})

test('a box that holds another return than it says is kept aside', async () => {
  const { app, store } = await withApp()
  const outer = await sealReturn(exampleReturn(1), await store.sealing.sealTo())
  const publicKey = Buffer.from(await store.sealing.sealTo(), 'base64')
  const boxOf = (content: unknown): string => {
    const plain = Buffer.from(padded(Buffer.from(JSON.stringify(content))))
    const aad = Buffer.from(sealContext(outer, []))
    const { enclosed, text } = sealByNode(publicKey, { info: Buffer.from(sealInfo), aad, plain })
    return Buffer.from(writeBox(publicKey, enclosed, text)).toString('base64')
  }
  const sent = (content: unknown) => changed(outer, { sealed: { box: boxOf(content), photos: [] } })
  for (const content of [exampleReturn(2), outer, null, 'x', { ...exampleReturn(1), extra: 1 }])
    expect((await acked(app, sent(content)))[0]).toMatchObject({ status: 'quarantined', reason: 'not-opened' })
  expect((await acked(app, sent(exampleReturn(1))))[0], 'sealed by the second implementation').toMatchObject({
    status: 'stored',
  })
})

test('what is sealed to another key is kept aside, and a person decides about what came before its version did', async () => {
  const { app, store } = await withApp()
  const foreign = await sealReturn(exampleReturn(1), pointOf(Buffer.alloc(32, 7)).toString('base64'))
  expect((await acked(app, foreign))[0]).toMatchObject({ status: 'quarantined', reason: 'not-opened' })
  const early = await sealReturn(exampleReturn(2, { answers: { role: 'x', nothing: 1 } }), await store.sealing.sealTo())
  expect((await acked(app, early))[0]).toMatchObject({ status: 'quarantined', reason: 'unknown-item' })
  const told = (await app.inject('/api/v1/aside')).json<{ readonly aside: readonly { readonly content: string }[] }>()
  expect(told.aside.map(({ content }) => content.includes('"nothing"'))).toEqual(expect.arrayContaining([true, false]))
})

test('the key is made once, and a server that starts again has the same', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const first = await openStore({}, file)
  await first.publish(definition)
  const sealed = await sealReturn(exampleReturn(1), await first.sealing.sealTo())
  const second = await openStore({}, file)
  expect(await second.sealing.sealTo()).toBe(await first.sealing.sealTo())
  expect(await second.sealing.open(sealed)).toEqual(exampleReturn(1))
})

test('after a new key was made old boxes open as well as new ones, here and at another server of the same database', async () => {
  const file = join(await temporaryFolder(), 'proforma.sqlite')
  const store = await openStore({}, file)
  const other = await openStore({}, file)
  const before = await store.sealing.sealTo()
  const old = await sealReturn(exampleReturn(1), before)
  await store.sealing.makeNew({ kind: 'open' }, 'a laptop was lost')
  const after = await store.sealing.sealTo()
  expect(after).not.toBe(before)
  expect(await other.sealing.sealTo(), 'handed out by both').toBe(after)
  const fresh = await sealReturn(exampleReturn(2), after)
  for (const each of [store, other, await openStore({}, file)]) {
    expect(await each.sealing.open(old)).toEqual(exampleReturn(1))
    expect(await each.sealing.open(fresh)).toEqual(exampleReturn(2))
  }
  expect(await store.sealing.about()).toMatchObject({ keys: 2 })
  expect((await store.access.auditBefore(99, 1))[0]).toMatchObject({
    what: 'sealing-key-made',
    why: 'a laptop was lost',
  })
})

test('of two keys the one made later is handed out, also where the clock was put back', async () => {
  let at = Date.parse('2026-11-24T09:00:00.000Z')
  const store = await openStore({ now: () => new Date(at) })
  const first = await store.sealing.sealTo()
  at -= 86_400_000
  await store.sealing.makeNew({ kind: 'open' }, 'a trial')
  expect(await store.sealing.sealTo()).not.toBe(first)
})
