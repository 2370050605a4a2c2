import * as fc from 'fast-check'
import type { Answers } from '../../src/response/answers.ts'
import type { Definition, Question } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import type { Condition, Rule } from '../../src/survey/rule/rule.ts'

const choices = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not_sure', text: 'Not sure', role: 'not-sure' as const },
]

/** A question of each kind that a rule can look at, in one survey that ends with the question `target`. */
const lookedAt: readonly Question[] = [
  { type: 'radiogroup', name: 'one', title: 'Is there a plan?', choices },
  { type: 'checkbox', name: 'several', title: 'What helped?', choices },
  {
    type: 'matrix',
    name: 'grid',
    title: 'Support',
    columns: choices,
    rows: [{ value: 'analysing', text: 'Analysing data' }],
  },
  { type: 'rating', name: 'scale', title: 'How well?', rateValues: [1, 2, 3, 4, 5] },
  { type: 'text', name: 'age', title: 'How old are you?', inputType: 'number', min: 0, max: 120 },
  { type: 'text', name: 'since', title: 'Since when?', inputType: 'date' },
  { type: 'text', name: 'place', title: 'Where do you live?' },
]

export const routedSurvey = (visibleIf?: string): Definition => ({
  proforma: { id: 'routed' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
  title: 'Routed',
  pages: [
    { name: 'first', elements: lookedAt },
    {
      name: 'second',
      elements: [{ type: 'comment', name: 'target', title: 'Why?', ...(visibleIf === undefined ? {} : { visibleIf }) }],
    },
  ],
})

const some = <T>(...values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values], { minLength: 1 })
const bound = fc.constantFrom('at-least' as const, 'at-most' as const)
const picked = fc.constantFrom('is' as const, 'is-not' as const)
const places = ['Leeds', 'St Ann’s', "King's Lynn", 'a {b} and (c)', 'not = 3']

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ item: fc.constantFrom('one', 'grid.analysing'), op: picked, values: some('yes', 'no', 'not_sure') }),
  fc.record({
    item: fc.constant('several'),
    op: fc.constantFrom('includes' as const, 'excludes' as const),
    values: some('yes', 'no', 'not_sure'),
  }),
  fc.record({ item: fc.constant('scale'), op: picked, values: some(1, 2, 3, 4, 5) }),
  fc.record({ item: fc.constant('place'), op: picked, values: some(...places) }),
  fc.record({ item: fc.constantFrom('scale', 'age'), op: bound, values: some(1, 3, 5).map((all) => all.slice(0, 1)) }),
  fc.record({ item: fc.constant('since'), op: bound, values: fc.constantFrom(['2026-01-31'], ['2026-11-23']) }),
  fc.record({
    item: fc.constantFrom('one', 'several', 'grid', 'grid.analysing', 'scale', 'age', 'since', 'place'),
    op: fc.constantFrom('answered' as const, 'not-answered' as const),
    values: fc.constant([]),
  }),
)

/** Rules over those questions. Two conditions of one rule never look at one item in one way: they would be one. */
export const arbitraryRule: fc.Arbitrary<Rule> = fc
  .record({
    match: fc.constantFrom('all' as const, 'any' as const),
    conditions: fc.uniqueArray(condition, { minLength: 1, maxLength: 4, selector: ({ item, op }) => `${item} ${op}` }),
  })
  .map((rule) => (rule.conditions.length === 1 ? { ...rule, match: 'all' } : rule))

export const routedAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    one: fc.constantFrom('yes', 'no', 'not_sure'),
    several: fc.subarray(['yes', 'no', 'not_sure'], { minLength: 1 }),
    grid: fc.record({ analysing: fc.constantFrom('yes', 'no', 'not_sure') }),
    scale: fc.constantFrom(1, 2, 3, 4, 5),
    age: fc.constantFrom(0, 1, 3, 5, 17),
    since: fc.constantFrom('2025-12-31', '2026-01-31', '2026-11-23', '2026-12-01'),
    place: fc.constantFrom(...places, 'York'),
  },
  { requiredKeys: [] },
)
