import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/survey/json.ts'
import { apply, diff, isNoChange, reverse } from '../../src/survey/patch.ts'

const key = fc.constantFrom('a', 'b', 'c', '7', '__proto__', 'toString')

/** Small values of few different parts, so that two of them have much in common; their keys in any order. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, -0, 1, 'x', 'y', ''),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((members) => Object.fromEntries(members) as Json),
  ),
}))

const text = (json: Json): string => JSON.stringify(json)

describe('a patch', () => {
  test('gives the value after, byte for byte, and its reverse the one before', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = diff(before, after)
        expect(text(apply(before, patch))).toBe(text(after))
        expect(text(apply(after, reverse(patch)))).toBe(text(before))
        expect(isNoChange(patch)).toBe(text(before) === text(after))
      }),
      { numRuns: 3000 },
    )
  })

  test('still fits after it was written down as JSON', () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        const patch = JSON.parse(JSON.stringify(diff(before, after)))
        expect(text(apply(before, patch))).toBe(text(after))
      }),
    )
  })

  test('undoes and does again any number of steps', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (states) => {
        const [first = null, ...later] = states
        const patches = later.map((state, index) => diff(states[index] ?? null, state))
        const end = patches.reduce<Json>(apply, first)
        const start = patches.toReversed().map(reverse).reduce<Json>(apply, end)
        expect([text(start), text(patches.reduce<Json>(apply, start))]).toEqual([
          text(first),
          text(states.at(-1) ?? null),
        ])
      }),
    )
  })
})

const question = (n: number) => ({
  type: 'text',
  name: `q${n}`,
  title: `Question number ${n}, as it was first written`,
})

const questions: readonly Json[] = Array.from({ length: 2_000 }, (_, n) => question(n))

const survey = (elements: readonly Json[]): Json => ({ title: 'Large', pages: [{ name: 'one', elements }] })

const elementsIn = (json: Json): readonly Json[] =>
  (json as { pages: readonly { elements: readonly Json[] }[] }).pages[0]?.elements ?? []

const large = survey(questions)

const edits: { readonly [what: string]: readonly Json[] } = {
  reworded: questions.with(1_000, { ...question(1_000), title: 'Otherwise' }),
  added: questions.toSpliced(1_000, 0, question(9_999)),
  deleted: questions.toSpliced(1_000, 1),
  'moved from first to last': [...questions.slice(1), ...questions.slice(0, 1)],
  'swapped far apart': questions.with(3, questions[1_990] ?? null).with(1_990, questions[3] ?? null),
}

test.each(Object.entries(edits))('of one question in 2,000 that was %s is small', (_, elements) => {
  const patch = diff(large, survey(elements))
  expect(text(patch as unknown as Json).length).toBeLessThan(1_000)
  expect(elementsIn(apply(large, patch))).toEqual(elements)
})

test('what did not change is shared, not copied', () => {
  const after = elementsIn(apply(large, diff(large, survey(edits['reworded'] ?? []))))
  expect(after.filter((each, index) => each === questions[index])).toHaveLength(1_999)
})

test('made from another value does not fit in silence', () => {
  const patch = diff({ list: [1, 2, 3], more: { a: 1 } }, { list: [1, 2, 4], more: { a: 1 } })
  for (const other of [7, [], {}, { list: 7 }, { list: [1] }]) expect(() => apply(other, patch)).toThrow(RangeError)
})
