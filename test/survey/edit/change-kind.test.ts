import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Definition, Question } from '../../../src/survey/definition.ts'
import { changeKind } from '../../../src/survey/edit/change-kind.ts'
import { kindOfQuestion, questionKinds } from '../../../src/survey/edit/question-kind.ts'
import { publishable } from '../../../src/survey/publishable.ts'
import { questionsOf } from '../../../src/survey/questions.ts'
import { ruleToExpression } from '../../../src/survey/rule/rule-to-expression.ts'
import { afterEdit } from '../../support/after-edit.ts'
import { arbitraryRule, routedSurvey } from '../../support/routed-survey.ts'

const find = (definition: Definition, name: string): Question => {
  const found = questionsOf(definition).find((question) => question.name === name)
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found
}

const names = questionsOf(routedSurvey()).map(({ name }) => name)

test('any kinds and back loses nothing: lists, ranges, settings and rules stand as they stood', () => {
  fc.assert(
    fc.property(
      arbitraryRule,
      fc.constantFrom(...names),
      fc.array(fc.constantFrom(...questionKinds.filter((kind) => kind !== 'group')), { minLength: 1, maxLength: 6 }),
      (rule, name, kinds) => {
        const start = publishable(routedSurvey(ruleToExpression(rule) ?? ''))
        const first = kindOfQuestion(find(start, name))
        const there = kinds.reduce((survey, kind) => afterEdit(changeKind(survey, name, kind)), start)
        const back = publishable(afterEdit(changeKind(there, name, first)))
        expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(start)))
      },
    ),
    { numRuns: 500 },
  )
})

test('a choice made a tick-all keeps its answers, and a rule asks what it includes', () => {
  const survey = routedSurvey("{one} = 'yes' or {one} = 'no'")
  const ticked = afterEdit(changeKind(survey, 'one', 'tick-all'))
  expect(find(ticked, 'one')).toEqual({ ...find(survey, 'one'), type: 'checkbox' })
  expect(find(ticked, 'target').visibleIf).toBe("{one} contains 'yes' or {one} contains 'no'")
})

test('answers go along into another kind, and words become steps', () => {
  const asGrid = find(afterEdit(changeKind(routedSurvey(), 'one', 'grid')), 'one')
  const asScale = find(afterEdit(changeKind(routedSurvey(), 'one', 'scale')), 'one')
  expect(asGrid).toMatchObject({
    columns: [{ value: 'yes' }, { value: 'no' }, { value: 'not_sure', role: 'not-sure' }],
  })
  expect(asScale).toMatchObject({
    rateValues: [
      { value: 1, text: 'Yes' },
      { value: 2, text: 'No' },
    ],
  })
})

test('what a new kind does not show is kept aside', () => {
  const survey = afterEdit(changeKind(routedSurvey(), 'age', 'date'))
  expect(find(survey, 'age')).toEqual({
    type: 'text',
    inputType: 'date',
    name: 'age',
    title: 'How old are you?',
    proforma: { kept: { numbers: { min: 0, max: 120 } } },
  })
})
