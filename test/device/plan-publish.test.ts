import { expect, test } from 'vitest'
import { planPublish, type StandingOut, type VersionOut, versionRoom } from '../../src/device/plan-publish.ts'
import { decided, titled } from '../server/example-publication.ts'

const version = (n: number, change: Partial<VersionOut> = {}): VersionOut => ({
  id: titled(`Visits ${n}`, n).id,
  order: n,
  bytes: 1_000,
  attempts: 0,
  refused: null,
  ...change,
})

const standing = (n: number, change: Partial<StandingOut> = {}): StandingOut => ({
  standing: decided(n, titled(`Visits ${n}`, n)),
  order: n,
  refused: null,
  ...change,
})

const ids = (...of: readonly VersionOut[]) => of.map(({ id }) => id)

test('nothing waits, nothing is sent', () => {
  expect(planPublish([], [])).toEqual({ versions: [], standings: [], tooLarge: [] })
  const refused = { refused: 'It was changed on the way.' }
  expect(planPublish([version(1, refused)], [standing(1, refused)])).toMatchObject({ versions: [], standings: [] })
})

test('versions go in their order, at most 20, with the decisions about them and no others', () => {
  const versions = Array.from({ length: 30 }, (_, n) => version(30 - n))
  const plan = planPublish(versions, [standing(25), standing(2), standing(40)])
  expect(plan.versions).toEqual(ids(...Array.from({ length: 20 }, (_, n) => version(n + 1))))
  expect(plan.standings).toEqual([standing(2).standing])
})

test('a decision never overtakes an earlier one', () => {
  const again = { ...standing(1), order: 3 }
  const plan = planPublish([version(1), version(2, { bytes: versionRoom })], [standing(1), standing(2), again])
  expect(plan.versions).toEqual(ids(version(1)))
  expect(plan.standings).toEqual([standing(1).standing])
})

test('as many go as fit, and one that can never fit is named', () => {
  const [a, b, c] = [version(1, { bytes: 600_000 }), version(2, { bytes: 600_000 }), version(3, { bytes: 2 ** 20 })]
  expect(planPublish([a, b, c], [])).toMatchObject({ versions: ids(a), tooLarge: ids(c) })
})

test('what went out in vain goes last, and alone', () => {
  const poison = version(1, { attempts: 1 })
  expect(planPublish([poison, version(2)], []).versions).toEqual(ids(version(2), poison))
  expect(planPublish([poison, version(2, { attempts: 2 })], []).versions).toEqual(ids(poison))
})
