import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Arrival, AsideRoom, Store } from '../../src/server/store.ts'
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

const withSurvey = async (store: Store): Promise<Store> => {
  await store.publish(definition)
  return store
}

/** What every store must do, whatever database it stands on. */
export const storeContract = (name: string, make: MakeStore): void => {
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
        more: true,
      })
      expect(await store.revisionsAfter(2, 2)).toEqual({
        revisions: [{ seq: 3, revision: exampleReturn(3) }],
        more: false,
      })
      expect(await store.revisionsAfter(9, 2)).toEqual({ revisions: [], more: false })
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

    test.each([
      ['entries', { entries: 2, characters: 1000 }],
      ['characters', { entries: 1000, characters: 6 }],
    ])('where no more may be set aside by %s, nothing of the push is taken in', async (_, room) => {
      const store = await withSurvey(await make({ room }))
      expect(await kinds(store, aside('"x"'), aside('"y"'))).toHaveLength(2)
      expect(await kinds(store, arrival(1), aside('"z"'))).toEqual(['full'])
      expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], more: false })
      expect(await kinds(store, aside('"x"')), 'one that is there needs no room').toEqual(['not-a-revision'])
      expect(await kinds(store, arrival(1))).toEqual(['stored'])
    })

    test('a push that breaks half way leaves nothing', async () => {
      const store = await withSurvey(await make())
      const unknownVersion = arrival(2, { version: 'f'.repeat(64) })
      await expect(store.keep([arrival(1), unknownVersion])).rejects.toThrow(/foreign key/i)
      expect(await store.revisionsAfter(0, 9)).toEqual({ revisions: [], more: false })
      expect(await kinds(store, arrival(1))).toEqual(['stored'])
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
        { numRuns: 25 },
      )
    })
  })
}
