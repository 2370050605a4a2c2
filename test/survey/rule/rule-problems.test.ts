import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { statusesOf } from '../../../src/engine/statuses.ts'
import { addConsent } from '../../../src/survey/edit/consent.ts'
import { moveElement } from '../../../src/survey/edit/move-element.ts'
import { addOtherRows } from '../../../src/survey/edit/other-rows.ts'
import { ruleProblems } from '../../../src/survey/rule/rule-problems.ts'
import { ruleToExpression } from '../../../src/survey/rule/rule-to-expression.ts'
import { arbitraryRule, routedAnswers, routedSurvey } from '../../support/routed-survey.ts'
import { afterEdit } from '../../support/after-edit.ts'

const problems: readonly (readonly [string, string])[] = [
  ["{nobody} = 'yes'", 'unknown: Its rule looks at nobody, and there is no such question.'],
  ['{target} notempty', 'later: Its rule looks at question 8, which is not asked before it.'],
  ["{one} = 'maybe'", 'never: Nobody will ever be asked this. one does not offer the answer ‘maybe’.'],
  [
    "{several} = 'yes'",
    'never: Nobody will ever be asked this. several can have several answers: ask what it includes.',
  ],
  ["{grid} = 'yes'", 'never: Nobody will ever be asked this. grid is a grid. Pick one of its items.'],
  ['{age} >= 121', 'never: Nobody will ever be asked this. age can never be 121 or more.'],
  ['{age} <= -1', 'never: Nobody will ever be asked this. age can never be -1 or less.'],
  ['{scale} = 6', 'never: Nobody will ever be asked this. scale does not offer the answer ‘6’.'],
  [
    "{one} = 'yes' and {one} = 'no'",
    'never: Nobody will ever be asked this. Two parts of this rule about one shut each other out.',
  ],
  [
    "{one} = 'yes' and {one} <> 'yes'",
    'never: Nobody will ever be asked this. Two parts of this rule about one shut each other out.',
  ],
  [
    "{several} contains 'yes' and {several} notcontains 'yes'",
    'never: Nobody will ever be asked this. Two parts of this rule about several shut each other out.',
  ],
  [
    '{age} >= 5 and {age} <= 4',
    'never: Nobody will ever be asked this. Two parts of this rule about age shut each other out.',
  ],
  [
    "{one} empty and {one} = 'yes'",
    'never: Nobody will ever be asked this. Two parts of this rule about one shut each other out.',
  ],
]

test.each(problems)('%s is found', (rule, problem) => {
  expect(ruleProblems(routedSurvey(rule)).map(({ at, kind, reason }) => `${at}. ${kind}: ${reason}`)).toEqual([
    `target. ${problem}`,
  ])
})

const fine = [
  "{one} = 'yes'",
  "{one} = 'yes' or {one} = 'maybe'",
  "{one} = 'YES'",
  "{several} contains 'yes' and {several} contains 'no'",
  "{several} notempty and {several} notcontains 'no'",
  '{age} >= 5 and {age} <= 5',
  "iif({one} = 'maybe', true, false)",
]

test.each(fine)('%s has nothing wrong with it', (rule) => {
  expect(ruleProblems(routedSurvey(rule))).toEqual([])
})

test('a rule said to be never met is never met, whatever is answered', () => {
  let found = 0
  fc.assert(
    fc.property(arbitraryRule, fc.array(routedAnswers, { minLength: 3, maxLength: 6 }), (rule, answers) => {
      const definition = routedSurvey(ruleToExpression(rule) ?? '')
      if (!ruleProblems(definition).some(({ kind }) => kind === 'never')) return
      found += 1
      for (const one of answers) {
        expect(
          Object.entries(statusesOf(definition, one)).filter(([, status]) => status === 'not-asked'),
        ).toContainEqual(['target', 'not-asked'])
      }
    }),
    { numRuns: 800 },
  )
  expect(found).toBeGreaterThan(10)
})

test('a rule that the rule of its section shuts out is never met', () => {
  const survey = routedSurvey("{one} = 'yes'")
  const [first, second] = survey.pages
  if (first === undefined || second === undefined) throw new Error('There are two sections')
  const shut = { ...survey, pages: [first, { ...second, visibleIf: "{one} = 'no'" }] }
  expect(ruleProblems(shut).map(({ at, kind }) => `${at} ${kind}`)).toEqual(['target never'])
})

test('a rule that looks forward after a move is told, and is right again when moved back', () => {
  const survey = routedSurvey("{one} = 'yes'")
  const moved = afterEdit(moveElement(survey, 'target', { before: 'one' }))
  expect(ruleProblems(moved)).toEqual([
    { at: 'target', kind: 'later', reason: 'Its rule looks at question 2, which is not asked before it.' },
  ])
  expect(afterEdit(moveElement(moved, 'target', { atEndOf: 'second' }))).toEqual(survey)
})

test('a question that is asked without consent is told', () => {
  const survey = afterEdit(addConsent(routedSurvey()))
  expect(ruleProblems(survey)).toEqual([])
  const open = afterEdit(moveElement(survey, 'target', { after: 'consent' }))
  expect(ruleProblems(open).map(({ at, kind }) => `${at} ${kind}`)).toEqual(['target consent'])
})

test('an answer put into a wording before it is asked is told', () => {
  const survey = routedSurvey()
  const [first, second] = survey.pages
  if (first === undefined || second === undefined) throw new Error('There are two sections')
  const titled = (title: string) => ({ ...survey, pages: [{ ...first, title }, second] })
  expect(ruleProblems(titled('About {place}')).map(({ at, kind }) => `${at} ${kind}`)).toEqual(['first wording'])
  expect(ruleProblems(titled('About you {and me}'))).toEqual([])
})

test('an open-ended row that comes before its grid is told, and the survey would not open', () => {
  const survey = afterEdit(addOtherRows(routedSurvey(), 'grid', 1))
  const moved = afterEdit(moveElement(survey, 'other1', { before: 'grid' }))
  expect(ruleProblems(moved)).toEqual([
    {
      at: 'other1_answer',
      kind: 'later',
      reason: 'It answers for a grid or for words that are not asked before it.',
    },
  ])
  expect(openDefinition(moved).ok).toBe(false)
})
