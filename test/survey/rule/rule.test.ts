import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { statusesOf } from '../../../src/engine/statuses.ts'
import { expressionToRule } from '../../../src/survey/rule/expression-to-rule.ts'
import { ruleInWords } from '../../../src/survey/rule/rule-in-words.ts'
import { ruleToExpression } from '../../../src/survey/rule/rule-to-expression.ts'
import type { Op, Rule } from '../../../src/survey/rule/rule.ts'
import { arbitraryRule, routedAnswers, routedSurvey } from '../../support/routed-survey.ts'
import { ruleHolds } from '../../support/rule-holds.ts'

const expressionOf = (rule: Rule): string => ruleToExpression(rule) ?? 'no rule'

test('a rule written as an expression is read back as the same rule', () => {
  fc.assert(
    fc.property(arbitraryRule, (rule) => {
      expect(expressionToRule(expressionOf(rule))).toEqual(rule)
    }),
    { numRuns: 300 },
  )
})

test('a rule means to the engine what it says in words', () => {
  let asked = 0
  let passed = 0
  fc.assert(
    fc.property(arbitraryRule, routedAnswers, (rule, answers) => {
      const definition = routedSurvey(expressionOf(rule))
      expect(openDefinition(definition).ok).toBe(true)
      const isAsked =
        Object.entries(statusesOf(definition, answers)).find(([item]) => item === 'target')?.[1] !== 'not-asked'
      expect(isAsked).toBe(ruleHolds(rule, answers))
      if (isAsked) asked += 1
      else passed += 1
    }),
    { numRuns: 200 },
  )
  // Neither side of the question is left to luck.
  expect(Math.min(asked, passed)).toBeGreaterThan(20)
})

test('the same check catches a rule that is written with and for or', () => {
  const check = fc.property(arbitraryRule, routedAnswers, (rule, answers) => {
    const definition = routedSurvey(expressionOf({ ...rule, match: rule.match === 'all' ? 'any' : 'all' }))
    const isAsked =
      Object.entries(statusesOf(definition, answers)).find(([item]) => item === 'target')?.[1] !== 'not-asked'
    expect(isAsked).toBe(ruleHolds(rule, answers))
  })
  expect(fc.check(check, { numRuns: 500, seed: 1, endOnFailure: true }).failed).toBe(true)
})

const handWritten: readonly (readonly [string, Rule | null])[] = [
  ["{a} = 'x'", { match: 'all', conditions: [{ item: 'a', op: 'is', values: ['x'] }] }],
  ['{a}="x"', { match: 'all', conditions: [{ item: 'a', op: 'is', values: ['x'] }] }],
  ['{ a } == 2', { match: 'all', conditions: [{ item: 'a', op: 'is', values: [2] }] }],
  ["{a} != 'x'", { match: 'all', conditions: [{ item: 'a', op: 'is-not', values: ['x'] }] }],
  ["({a} = 'x')", { match: 'all', conditions: [{ item: 'a', op: 'is', values: ['x'] }] }],
  ['{a.row} >= -1.5', { match: 'all', conditions: [{ item: 'a.row', op: 'at-least', values: [-1.5] }] }],
  ['{a} NOTEMPTY', { match: 'all', conditions: [{ item: 'a', op: 'answered', values: [] }] }],
  [
    "{a} = 'x' or {a} = 'y' or {b} empty",
    {
      match: 'any',
      conditions: [
        { item: 'a', op: 'is', values: ['x', 'y'] },
        { item: 'b', op: 'not-answered', values: [] },
      ],
    },
  ],
  ["{a} = 'x' and {b} = 'y' or {c} = 'z'", null],
  ['{a} + {b} > 3', null],
  ["age({a}) = 'x'", null],
  ['{a} = {b}', null],
  ["{a} = 'x", null],
  ["{a} = 'x' {b}", null],
  ["'x' = {a}", null],
  ["not ({a} = 'x')", null],
  ['', null],
]

test.each(handWritten)('reads %s as people mean it, or says it is something else', (expression, rule) => {
  expect(expressionToRule(expression)).toEqual(rule)
})

test('reads every rule of the surveys that ship', () => {
  const folder = new URL('../../../surveys/', import.meta.url)
  const rules = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/"visibleIf": "([^"]*)"/g)])
    .flatMap(([, rule]) => (rule === undefined ? [] : [rule]))
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.filter((rule) => expressionToRule(rule) === null)).toEqual([])
})

const condition = (item: string, op: Op, ...values: readonly (string | number)[]): Rule => ({
  match: 'all',
  conditions: [{ item, op, values }],
})

const sentences: readonly (readonly [Rule, string])[] = [
  [condition('one', 'is', 'yes', 'not_sure'), 'Only ask if question 1 is ‘Yes’ or ‘Not sure’'],
  [condition('one', 'is-not', 'yes'), 'Only ask if question 1 is not ‘Yes’'],
  [condition('one', 'is-not', 'yes', 'no'), 'Only ask if question 1 is neither ‘Yes’ nor ‘No’'],
  [condition('several', 'includes', 'yes', 'no'), 'Only ask if question 2 includes ‘Yes’ or ‘No’'],
  [condition('several', 'excludes', 'yes'), 'Only ask if question 2 does not include ‘Yes’'],
  [condition('grid.analysing', 'is', 'yes'), 'Only ask if question 3, ‘Analysing data’ is ‘Yes’'],
  [condition('age', 'at-least', 18), 'Only ask if question 5 is 18 or more'],
  [condition('since', 'at-most', '2026-11-23'), 'Only ask if question 6 is 23 November 2026 or earlier'],
  [condition('place', 'answered'), 'Only ask if question 7 is answered'],
  [condition('nobody', 'not-answered'), 'Only ask if a question that is gone is not answered'],
  [
    {
      match: 'any',
      conditions: [...condition('one', 'is', 'no').conditions, ...condition('place', 'answered').conditions],
    },
    'Only ask if question 1 is ‘No’, or question 7 is answered',
  ],
]

test.each(sentences)('%j reads as a sentence', (rule, sentence) => {
  expect(ruleInWords(routedSurvey(), rule)).toBe(sentence)
})
