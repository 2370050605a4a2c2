import { describe, expect, test } from 'vitest'
import type { Store } from '../../src/server/store.ts'
import { canonicalJson } from '../../src/survey/canonical-json.ts'
import type { Json } from '../../src/survey/json.ts'
import { liveVersions } from '../../src/survey/live-versions.ts'
import { sha256Hex } from '../../src/survey/sha256.ts'
import { publish } from '../../src/survey/version.ts'
import { decided, titled } from './example-publication.ts'
import { definition, exampleReturn, uuid } from './example-return.ts'
import { type Engine, releasedAt, releasedSteps, rowAdded } from './released-steps.ts'

/** A database that is still to be opened. */
export interface Unopened {
  readonly run: (statements: readonly string[]) => Promise<void>
  readonly open: () => Promise<Store>
  /** Every table with its columns and indexes, as text. */
  readonly form: () => Promise<string>
}

const at = '2026-11-02T09:00:00.000Z'
const first = publish(definition, null, new Date(0))
const second = publish({ ...definition, title: 'Home visits' }, first, new Date(0))
const early = exampleReturn(4, { version: 'f'.repeat(64) })

/** What was kept by then: two versions, a return, something aside; and, once there were such things, one of each. */
const keptBy = (step: number): readonly string[] => {
  const { id, response, version, device, deviceSequence: device_sequence, sha256, survey } = exampleReturn(1)
  const content = canonicalJson(exampleReturn(1) as unknown as Json)
  const raw = JSON.stringify(early)
  const gone = { response: exampleReturn(2).response, device }
  const account = { id: uuid(0xc1), email: 'lead@council.example', name: 'Lead', owner: 1, made_at: at }
  const recipient = { survey, position: 1, unit: 'a', name: 'A', contact: '', email: '', language: '', strata: '{}' }
  return [
    rowAdded('installation', { only: 1, server: uuid(0xa), epoch: uuid(0xb), made_at: at }),
    rowAdded('counter', { name: 'revision', value: step < 3 ? 1 : 2 }),
    ...[first, second].map((one) =>
      rowAdded('version', {
        id: one.id,
        survey,
        number: one.number,
        published_at: one.publishedAt,
        definition: JSON.stringify(one.definition),
      }),
    ),
    rowAdded('revision', {
      seq: 1,
      id,
      response,
      version,
      device,
      device_sequence,
      sha256,
      received_at: at,
      characters: content.length,
      content,
    }),
    rowAdded('quarantine', {
      sha256: sha256Hex(raw),
      reason: 'unknown-version',
      times: 2,
      first_at: at,
      last_at: at,
      characters: raw.length,
      raw,
      ...(step < 8 ? {} : { device, revision: early.id }),
      ...(step < 13 ? {} : { survey }),
    }),
    ...(step < 3
      ? []
      : [
          rowAdded('erasure', { seq: 2, ...gone, survey, reason: 'withdrawn', asked_at: at, received_at: at }),
          rowAdded('erased_revision', { id: exampleReturn(2).id, ...gone, device_sequence: 2 }),
        ]),
    ...(step < 6 ? [] : [rowAdded('account', account)]),
    ...(step < 7
      ? []
      : [
          rowAdded('population', { survey, closes: '2026-12-18', may_amend: 1 }),
          rowAdded('recipient', { id: uuid(0xc2), ...recipient, asked: 1 }),
          rowAdded('recipient_return', { response, recipient: uuid(0xc2), way: 'paper', noted_at: at }),
        ]),
  ]
}

/** A database of every release is taken on with all it holds, and ends in the same form. */
export const migrationsContract = (engine: Engine, make: () => Promise<Unopened>): void => {
  describe(`${engine}: a database of an earlier release`, () => {
    test.each(releasedSteps.map((_, index) => index + 1))('with step %i is taken on, whole', async (step) => {
      const database = await make()
      await database.run([...releasedAt(step, engine), ...keptBy(step)])
      const store = await database.open()
      const last = step < 3 ? 1 : 2
      const { device, survey } = exampleReturn(1)
      expect(store.identity).toEqual({ server: uuid(0xa), epoch: uuid(0xb) })
      expect(await store.versions()).toEqual([first, second])
      expect(liveVersions(await store.versions(), await store.standings()), 'the highest number').toEqual([second])
      const page = await store.revisionsAfter(0, 9)
      expect(page.revisions).toEqual([{ seq: 1, revision: exampleReturn(1) }])
      expect(page.erasures).toHaveLength(last - 1)
      expect(await store.access.hasOwner()).toBe(step >= 6)
      const ledger = await store.population.ledger(survey)
      expect(ledger?.recipients.map(({ returns, mostReturns }) => [returns.length, mostReturns])).toEqual(
        step < 7 ? undefined : [[1, 1]],
      )
      const inventory = { protocol: 1, device, sequence: 4, wiped: null }
      expect(await store.takeInventory(inventory)).toMatchObject({ count: last, aside: [early.id] })
      expect(await store.asideBySurvey([survey])).toEqual([{ survey, waiting: 1, rejected: 0 }])
      expect(await store.retention.received(survey)).toEqual([{ month: '2026-11', answers: 1 }])

      const third = titled('School visits', 2)
      const kept = await store.keepSurveys({ device, versions: [third], standings: [decided(1, third)] })
      expect(kept).toEqual({ versions: [{ kind: 'published', number: 3 }], standings: [{ kind: 'kept', seq: 1 }] })
      const revision = exampleReturn(3)
      const pushed = await store.keep([{ kind: 'revision', revision, raw: JSON.stringify(revision) }])
      expect(pushed).toMatchObject({ outcomes: [{ kind: 'stored', seq: last + 1 }] })
      const erasure = { response: exampleReturn(1).response, survey, at, reason: 'withdrawn' } as const
      expect(await store.erase({ device, erasures: [erasure] })).toEqual([{ kind: 'erased', seq: last + 2 }])

      const fresh = await make()
      await fresh.open()
      expect(await database.form()).toBe(await fresh.form())
    })
  })
}
