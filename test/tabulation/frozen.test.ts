import { array, assert, constantFrom, property, record, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import {
  changedSince,
  type CountedForm,
  countedForms,
  dataDigest,
  type FrozenTables,
  nearlySame,
} from '../../src/tabulation/frozen.ts'

const forms = uniqueArray(
  record({ response: constantFrom(...'abcdefghijkl'.split('')), revision: constantFrom('1', '2') }).map(
    ({ response, revision }): CountedForm => [response as ResponseId, `${response}${revision}` as RevisionId],
  ),
  { selector: ([response]) => response },
)

const frozenOf = (counted: readonly CountedForm[], under: number): FrozenTables => ({
  id: 'f',
  survey: 's' as SurveyId,
  at: '2026-11-23T09:00:00.000Z',
  policy: { under },
  where: null,
  choices: '',
  data: dataDigest(counted),
  counted,
  tables: [],
})

describe('frozen tables', () => {
  test('what changed since, put onto what was counted then, is what is counted now', () => {
    assert(
      property(forms, forms, (then, now) => {
        const since = changedSince(then, now)
        const after = new Map(now)
        const put = new Map(then)
        for (const { response, what } of since) {
          if (what === 'gone') put.delete(response)
          else put.set(response, after.get(response) as RevisionId)
        }
        expect(put).toEqual(after)
        expect(new Set(since.map(({ response }) => response)).size).toBe(since.length)
      }),
    )
  })

  test('the digest is of which forms were counted as they stood, in whatever order they came', () => {
    assert(
      property(forms, array(constantFrom(0, 1), { minLength: 12, maxLength: 12 }), (counted, chosen) => {
        const responses = counted.map(([response]) => response)
        const revisions = counted.map(([, revision]) => revision)
        const all = countedForms({ responses, revisions }, null)
        const back = countedForms({ responses: responses.toReversed(), revisions: revisions.toReversed() }, null)
        expect(dataDigest(back)).toBe(dataDigest(all))
        const some = countedForms({ responses, revisions }, Uint8Array.from(chosen))
        expect(dataDigest(some) === dataDigest(all)).toBe(some.length === all.length)
      }),
    )
  })

  test('tables that differ by fewer forms than either policy shows are told of', () => {
    const counted = 'abcdefghij'.split('').map((name): CountedForm => [name as ResponseId, `${name}1` as RevisionId])
    const less = (many: number) => counted.slice(many)
    const alike = (many: number) => nearlySame([frozenOf(less(many), 5)], counted, 'none').map(({ forms }) => forms)
    expect([0, 1, 4, 5].map(alike)).toEqual([[], [1], [4], []])
    expect(nearlySame([frozenOf(less(7), 5)], counted, 'under10')).toHaveLength(1)
    expect(nearlySame([frozenOf(less(1), 0)], counted, 'none')).toEqual([])
    const [[first] = ['']] = counted
    const changed = [[first as ResponseId, 'again' as RevisionId] as const, ...counted.slice(1)]
    expect(nearlySame([frozenOf(counted, 5)], changed, 'none')).toMatchObject([{ forms: 1 }])
  })
})
