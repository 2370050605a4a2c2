import { describe, expect, test } from 'vitest'
import { advise } from '../../../src/survey/advice/advise.ts'
import type { AdviceKind } from '../../../src/survey/advice/finding.ts'
import type { Question } from '../../../src/survey/definition.ts'
import { textIn } from '../../../src/survey/text.ts'
import { bad, good, surveyOf } from './examples.ts'

const kindsFor = (question: Question): readonly AdviceKind[] => [
  ...new Set(advise(surveyOf(question), () => []).map(({ kind }) => kind)),
]

const judged = [...bad, ...good.map((question) => [question, []] as const)].map(([question, wrong]) => ({
  question,
  wrong,
  found: kindsFor(question),
}))

const sum = (count: (one: (typeof judged)[number]) => number): number =>
  judged.reduce((all, one) => all + count(one), 0)

const right = sum(({ wrong, found }) => found.filter((kind) => wrong.includes(kind)).length)
const told = sum(({ found }) => found.length)
const present = sum(({ wrong }) => wrong.length)
const precision = right / told
const recall = right / present
const percent = (share: number): string => `${Math.round(share * 100)}%`

describe(`over ${bad.length} bad and ${good.length} good questions`, () => {
  test(`${right} of ${told} findings are right (precision ${percent(precision)})`, () => {
    expect(precision).toBeGreaterThanOrEqual(0.95)
  })

  test(`${right} of ${present} faults are found (recall ${percent(recall)})`, () => {
    expect(recall).toBeGreaterThanOrEqual(0.9)
  })

  test('a good question is left alone, one known false alarm aside', () => {
    const blamed = judged.filter(({ wrong, found }) => wrong.length === 0 && found.length > 0)
    expect(blamed.map(({ question, found }) => `${textIn(question.title)}: ${found.join()}`)).toEqual([
      'Did you not get a letter, or did you lose it?: two-at-once',
    ])
  })
})
