import { describe, expect, test } from 'vitest'
import { advise } from '../../../src/survey/advice/advise.ts'
import type { AdviceKind } from '../../../src/survey/advice/finding.ts'
import type { Question } from '../../../src/survey/definition.ts'
import { textIn } from '../../../src/survey/text.ts'
import { bad, type Example, good, surveyOf } from './examples.ts'
import { laterBad, laterGood } from './later-examples.ts'

const kindsFor = (question: Question): readonly AdviceKind[] => [
  ...new Set(advise(surveyOf(question), () => []).map(({ kind }) => kind)),
]

const percent = (share: number): string => `${Math.round(share * 100)}%`

const measured = (wrong: readonly Example[], right: readonly Question[]) => {
  const judged = [...wrong, ...right.map((question): Example => [question, []])].map(([question, kinds]) => ({
    question,
    kinds,
    found: kindsFor(question),
  }))
  const all = judged.reduce(
    (sums, { kinds, found }) => ({
      right: sums.right + found.filter((kind) => kinds.includes(kind)).length,
      told: sums.told + found.length,
      present: sums.present + kinds.length,
    }),
    { right: 0, told: 0, present: 0 },
  )
  return {
    ...all,
    precision: all.right / all.told,
    recall: all.right / all.present,
    blamed: judged
      .filter(({ kinds, found }) => kinds.length === 0 && found.length > 0)
      .map(({ question, found }) => `${textIn(question.title)}: ${found.join()}`),
  }
}

const known = measured(bad, good)
const later = measured(laterBad, laterGood)

describe(`over ${bad.length} bad and ${good.length} good questions`, () => {
  test(`${known.right} of ${known.told} findings are right (precision ${percent(known.precision)})`, () => {
    expect(known.precision).toBeGreaterThanOrEqual(0.95)
  })

  test(`${known.right} of ${known.present} faults are found (recall ${percent(known.recall)})`, () => {
    expect(known.recall).toBeGreaterThanOrEqual(0.95)
  })

  test('a good question is left alone', () => {
    expect(known.blamed).toEqual([])
  })
})

describe(`over ${laterBad.length} bad and ${laterGood.length} good questions written after the checks`, () => {
  test(`${later.right} of ${later.told} findings are right (precision ${percent(later.precision)})`, () => {
    expect(later.precision).toBeGreaterThanOrEqual(0.95)
  })

  test(`${later.right} of ${later.present} faults are found (recall ${percent(later.recall)})`, () => {
    expect(later.recall).toBeGreaterThanOrEqual(0.95)
  })
})
