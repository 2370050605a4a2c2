import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Erasure } from '../../src/response/erasure.ts'
import type { ResponseId } from '../../src/response/revision.ts'
import type { Arrival, AsideRoom, Store } from '../../src/server/store.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { examplePicture, referenceOf } from './example-picture.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'

type MakeStore = (outside?: { readonly room?: AsideRoom }) => Promise<Store>

const arrival = (n: number, change = {}): Arrival => {
  const revision = exampleReturn(n, change)
  return { kind: 'revision', revision, raw: JSON.stringify(revision) }
}

const aside = (raw: string): Arrival => ({ kind: 'aside', reason: 'not-a-revision', raw })

const kinds = async (store: Store, ...arrivals: readonly Arrival[]): Promise<readonly string[]> => {
  const kept = await store.keep(arrivals)
  return kept.ok ? kept.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.kind)) : ['full']
}

const erasure = (n: number): Erasure => {
  const { response, survey } = exampleReturn(n)
  return { response, survey, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' }
}

const erase = (store: Store, ...responses: readonly number[]) =>
  store.erase({ device: exampleReturn(1).device, erasures: responses.map(erasure) })

const withSurvey = async (store: Store): Promise<Store> => {
  await store.publish(definition)
  return store
}

const held = (received: number, total: number | null, complete = false) => ({
  kind: 'held',
  held: { received, total, complete },
})

/** What every store must do, whatever database it stands on. `runs` is how many cases each property is tried on. */
export const storeContract = (name: string, make: MakeStore, runs = 30): void => {
  describe(`${name} keeps the store's contract`, () => {
    test('a survey published again is the version it was; edited, it is the next', async () => {
      const store = await make()
      const first = await store.publish(definition)
      expect(first).toMatchObject({ number: 1, survey: 'visits', publishedAt: '2026-11-23T15:00:00.000Z', definition })
      expect(await store.publish(definition)).toEqual(first)
      const second = await store.publish({ ...definition, title: 'Home visits' })
      expect(second.number).toBe(2)
      expect(await store.publish(definition), 'the former wording').toEqual(first)
      expect(await store.versions()).toEqual([first, second])
      expect(await store.version(second.id)).toEqual(second)
      expect(await store.version('0'.repeat(64) as never)).toBeNull()
    })

    test('returns come back as they were, in the order of the counter', async () => {
      const store = await withSurvey(await make())
      const odd = { answers: { role: 'Ó "quoted" \u0000 🧑‍🧑‍🧒 __proto__' } }
      expect(await kinds(store, arrival(1), arrival(2, odd), arrival(3))).toEqual(['stored', 'stored', 'stored'])
      expect(await store.revisionsAfter(0, 2)).toEqual({
        revisions: [
          { seq: 1, revision: exampleReturn(1) },
          { seq: 2, revision: exampleReturn(2, odd) },
        ],
        erasures: [],
        more: true,
      })
      expect(await store.revisionsAfter(2, 2)).toEqual({
        revisions: [{ seq: 3, revision: exampleReturn(3) }],
        erasures: [],
        more: false,
      })
      expect(await store.revisionsAfter(9, 2)).toEqual({ revisions: [], erasures: [], more: false })
    })

    test('a return that is there already is a duplicate, and burns no number', async () => {
      const store = await withSurvey(await make())
      expect(await kinds(store, arrival(1), arrival(1))).toEqual(['stored', 'duplicate'])
      expect(await kinds(store, arrival(1), arrival(2))).toEqual(['duplicate', 'stored'])
      const { revisions } = await store.revisionsAfter(0, 9)
      expect(revisions.map(({ seq }) => seq)).toEqual([1, 2])
    })

    test('an id or a number that is taken keeps what has it, and sets the other aside', async () => {
      const store = await withSurvey(await make())
      await kinds(store, arrival(1))
      const before = await store.revisionsAfter(0, 9)
      expect(await kinds(store, arrival(1, { language: 'cy' }))).toEqual(['id-taken'])
      expect(await kinds(store, arrival(2, { deviceSequence: 1 }))).toEqual(['sequence-taken'])
      expect(await store.revisionsAfter(0, 9)).toEqual(before)
      expect((await store.quarantined(9)).map(({ reason }) => reason).sort()).toEqual(['id-taken', 'sequence-taken'])
    })

    test('another device may use the same numbers', async () => {
      const store = await withSurvey(await make())
      expect(await kinds(store, arrival(1), arrival(2, { deviceSequence: 1, device: uuid(0xd2) }))).toEqual([
        'stored',
        'stored',
      ])
    })

    test('what is set aside twice is counted, not kept twice', async () => {
      const store = await withSurvey(await make())
      await kinds(store, aside('"x"'), aside('"x"'))
      await kinds(store, aside('"x"'))
      expect(await store.quarantined(9)).toMatchObject([{ raw: '"x"', times: 3, reason: 'not-a-revision' }])
    })

    test('what is set aside is told survey by survey, and what may be of any to those who lead all', async () => {
      const store = await withSurvey(await make())
      const ambiguous: Arrival = { kind: 'aside', reason: 'wrong-survey', raw: '{"survey":"visits","x":1}' }
      await kinds(store, aside('"x"'), aside('{"survey":"visits"}'), aside('{"survey":"votes"}'), ambiguous)
      const [visits, votes] = ['visits' as SurveyId, 'votes' as SurveyId]
      const of = async (surveys: readonly SurveyId[]) => (await store.quarantined(9, surveys)).map(({ raw }) => raw)
      expect(await of([visits])).toEqual(['{"survey":"visits"}'])
      expect((await of([visits, votes])).sort()).toEqual(['{"survey":"visits"}', '{"survey":"votes"}'])
      expect(await of([])).toEqual([])
      expect(await store.quarantined(9)).toHaveLength(4)
      const [entry] = await store.quarantined(1, [votes])
      expect(entry?.survey).toBe('votes')
      await store.decideAside(entry?.sha256 ?? '', 'A trial')
      expect(await store.asideBySurvey([visits, votes])).toEqual([
        { survey: 'visits', waiting: 1, rejected: 0 },
        { survey: 'votes', waiting: 0, rejected: 1 },
      ])
      const all = await store.asideBySurvey('all')
      expect(all.reduce((sum, { waiting, rejected }) => sum + waiting + rejected, 0)).toBe(4)
    })

    test.each([
      ['entries', { entries: 2, characters: 1000 }],
      ['characters', { entries: 1000, characters: 6 }],
    ])('where no more may be set aside by %s, nothing of the push is taken in', async (_, room) => {
      const store = await withSurvey(await make({ room }))
      expect(await kinds(store, aside('"x"'), aside('"y"'))).toHaveLength(2)
      expect(await kinds(store, arrival(1), aside('"z"'))).toEqual(['full'])
      expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], erasures: [], more: false })
      expect(await kinds(store, aside('"x"')), 'one that is there needs no room').toEqual(['not-a-revision'])
      expect(await kinds(store, arrival(1))).toEqual(['stored'])
    })

    test('a push that breaks half way leaves nothing', async () => {
      const store = await withSurvey(await make())
      const unknownVersion = arrival(2, { version: 'f'.repeat(64) })
      await expect(store.keep([arrival(1), unknownVersion])).rejects.toThrow(/foreign key/i)
      expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], erasures: [], more: false })
      expect(await kinds(store, arrival(1))).toEqual(['stored'])
    })

    test('what was erased is gone, copies kept aside too, and leaves a tombstone under the next number', async () => {
      const store = await withSurvey(await make())
      const changed = arrival(2, { response: exampleReturn(1).response, replaces: exampleReturn(1).id })
      const broken = aside(JSON.stringify({ ...exampleReturn(3), response: exampleReturn(1).response, pin: 1 }))
      await kinds(store, arrival(1), changed, broken, arrival(4))
      expect(await erase(store, 1, 1, 7)).toEqual([
        { kind: 'erased', seq: 4 },
        { kind: 'known', seq: 4 },
        { kind: 'erased', seq: 5 },
      ])
      expect(await store.quarantined(9)).toEqual([])
      expect(await store.revisionsAfter(0, 9)).toEqual({
        revisions: [{ seq: 3, revision: exampleReturn(4) }],
        erasures: [
          { seq: 4, erasure: erasure(1) },
          { seq: 5, erasure: erasure(7) },
        ],
        more: false,
      })
      expect(await store.revisionsAfter(0, 2)).toMatchObject({ erasures: [{ seq: 4 }], more: true })
      expect(await store.revisionsAfter(4, 2)).toMatchObject({ revisions: [], erasures: [{ seq: 5 }], more: false })
      expect(await kinds(store, arrival(1), changed, broken, arrival(7), arrival(8))).toEqual([
        ...Array(4).fill('erased'),
        'stored',
      ])
      expect(await store.quarantined(9)).toEqual([])
    })

    test('erased and pushed in any order, any number of times, the answers are nowhere and numbers only grow', async () => {
      const act = fc.record({ erases: fc.boolean(), whole: fc.boolean(), of: fc.integer({ min: 1, max: 4 }) })
      await fc.assert(
        fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
          const store = await withSurvey(await make())
          let last = 0
          for (const { erases, whole, of } of acts) {
            if (erases) await erase(store, of)
            else await kinds(store, whole ? arrival(of) : aside(JSON.stringify({ ...exampleReturn(of), pin: of })))
            const { revisions, erasures } = await store.revisionsAfter(last, 99)
            const seqs = [...revisions, ...erasures].map(({ seq }) => seq)
            expect(seqs.every((seq) => seq > last)).toBe(true)
            last = Math.max(last, ...seqs)
          }
          const gone = new Set(acts.flatMap(({ erases, of }) => (erases ? [of] : [])))
          const { revisions, erasures } = await store.revisionsAfter(0, 99)
          const left = JSON.stringify([revisions, await store.quarantined(99)])
          expect([1, 2, 3, 4].filter((n) => gone.has(n) && left.includes(`Visitor ${n}`))).toEqual([])
          expect(erasures.map((each) => each.erasure.response).sort()).toEqual(
            [...gone].map((n) => exampleReturn(n).response).sort(),
          )
          await store.close()
        }),
        { numRuns: runs },
      )
    })

    test('pushes at once, repeated and out of order, end with each return once and no gap', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), { maxLength: 6 }),
          async (pushes) => {
            const store = await withSurvey(await make())
            await Promise.all(pushes.map((push) => kinds(store, ...push.map((n) => arrival(n)))))
            const { revisions } = await store.revisionsAfter(0, 500)
            const sent = new Set(pushes.flat())
            expect(revisions.map(({ seq }) => seq)).toEqual([...sent].map((_, index) => index + 1))
            expect(new Set(revisions.map(({ revision }) => revision.deviceSequence))).toEqual(sent)
            await store.close()
          },
        ),
        { numRuns: runs },
      )
    })

    test('a photo comes in parts, is whole once its digest is right, and goes with the last response that has it', async () => {
      const store = await withSurvey(await make())
      const bytes = examplePicture(700)
      const { sha256 } = referenceOf(bytes)
      const part = (offset: number, end: number, total = bytes.length) =>
        store.keepPart({ sha256, offset, total, type: 'image/jpeg', bytes: bytes.slice(offset, end) })
      expect(await part(0, 300), 'no return names it').toEqual({ kind: 'unknown' })
      expect(await store.attachment(sha256)).toBeNull()
      const naming = { answers: { door: [referenceOf(bytes)] } }
      await kinds(store, arrival(1, naming), arrival(2, { ...naming, response: uuid(0x99) }))
      expect(await store.attachment(sha256)).toEqual({ received: 0, total: null, complete: false })
      expect(await part(300, 600), 'a gap').toEqual(held(0, null))
      expect(await part(0, 300)).toEqual(held(300, 700))
      expect(await part(0, 300), 'sent again').toEqual(held(300, 700))
      expect(await part(200, 600), 'the rest of a part').toEqual(held(600, 700))
      expect(await store.attachmentContent(sha256), 'not all there').toBeNull()
      expect(await part(600, 700)).toEqual(held(700, 700, true))
      expect(await part(0, 300), 'it is there').toEqual(held(700, 700, true))
      const content = await store.attachmentContent(sha256)
      expect({ ...content, bytes: [...(content?.bytes ?? [])] }).toEqual({ type: 'image/jpeg', bytes: [...bytes] })

      const { device, survey, response } = exampleReturn(1)
      const erase = (of: ResponseId) =>
        store.erase({
          device,
          erasures: [{ response: of, survey, at: '2026-11-23T14:40:00.000Z', reason: 'withdrawn' }],
        })
      await erase(response)
      expect(await store.attachment(sha256), 'another response has it').toMatchObject({ complete: true })
      await erase(uuid(0x99) as ResponseId)
      expect(await store.attachment(sha256)).toBeNull()
      expect(await store.attachmentContent(sha256)).toBeNull()
    })

    test('a photo that was changed on the way is dropped whole, and can be sent again', async () => {
      const store = await withSurvey(await make())
      const bytes = examplePicture(700)
      const { sha256 } = referenceOf(bytes)
      await kinds(store, arrival(1, { answers: { door: [referenceOf(bytes)] } }))
      const send = (sent: Uint8Array) =>
        store.keepPart({ sha256, offset: 0, total: sent.length, type: 'image/jpeg', bytes: sent })
      expect(await send(bytes.with(500, 7))).toEqual({ kind: 'changed' })
      expect(await store.attachment(sha256)).toEqual({ received: 0, total: null, complete: false })
      expect(await send(bytes)).toMatchObject({ held: { complete: true } })
    })

    test('whatever parts come, in whatever order and at once, the photo ends whole and as it was', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat({ max: 99 }), fc.integer({ min: 1, max: 60 })), { maxLength: 12 }),
          async (sent) => {
            const store = await withSurvey(await make())
            const bytes = examplePicture(100)
            const { sha256 } = referenceOf(bytes)
            await kinds(store, arrival(1, { answers: { door: [referenceOf(bytes)] } }))
            const keep = (offset: number, length: number) =>
              store.keepPart({ sha256, offset, total: 100, type: null, bytes: bytes.slice(offset, offset + length) })
            await Promise.all(sent.map(([offset, length]) => keep(offset, length)))
            const { received } = (await store.attachment(sha256)) ?? { received: -1 }
            if (received < 100) await keep(received, 100)
            expect(await store.attachment(sha256)).toEqual({ received: 100, total: 100, complete: true })
            await store.close()
          },
        ),
        { numRuns: runs },
      )
    })
  })
}
