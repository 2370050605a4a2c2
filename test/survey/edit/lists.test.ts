import { expect, test } from 'vitest'
import { statusesOf } from '../../../src/engine/statuses.ts'
import type { Definition, Entry, ListName, Question } from '../../../src/survey/definition.ts'
import { linesOfChoices, setChoices } from '../../../src/survey/edit/choices-from-lines.ts'
import { addChoices, moveChoice, removeChoice, rewordChoice } from '../../../src/survey/edit/choices.ts'
import { listOf, valueOf } from '../../../src/survey/edit/lists.ts'
import { findQuestion } from '../../../src/survey/edit/locate.ts'
import { addOtherRows } from '../../../src/survey/edit/other-rows.ts'
import { offerRole, offersRole, setRole } from '../../../src/survey/edit/roles.ts'
import { setRule } from '../../../src/survey/edit/set-rule.ts'
import { publishable } from '../../../src/survey/publishable.ts'
import { afterEdit, edit } from '../../support/after-edit.ts'
import { routedSurvey } from '../../support/routed-survey.ts'

const question = (definition: Definition, name: string): Question => {
  const found = findQuestion(definition, name)
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found
}

const entries = (definition: Definition, name: string, list: ListName): readonly Entry[] =>
  listOf(question(definition, name), list) ?? []

const values = (definition: Definition, name: string, list: ListName = 'choices') =>
  entries(definition, name, list).map(valueOf)

test('pasted lines become choices with readable codes, duplicates skipped and told', () => {
  const { definition, did, notices } = edit(
    addChoices(routedSurvey(), 'one', 'choices', ['No, never', 'Yes', 'No, never', 'Maybe one day'], 'yes'),
  )
  expect(did).toBe('2 choices added')
  expect(notices).toEqual(['2 duplicates skipped.'])
  expect(values(definition, 'one')).toEqual(['yes', 'no_never', 'maybe_one_day', 'no', 'not_sure'])
})

test('in a list edited as lines, the same words keep their code, role and translations, wherever they stand', () => {
  const welsh = afterEdit(rewordChoice(routedSurvey(), 'one', 'choices', 'yes', 'Oes', 'cy'))
  const lines = linesOfChoices(entries(welsh, 'one', 'choices'))
  expect(lines).toEqual(['Yes', 'No', 'Not sure'])
  const { definition, notices } = edit(
    setChoices(welsh, 'one', 'choices', ['Not sure', ' Yes ', 'Sometimes', 'Yes', '']),
  )
  expect(entries(definition, 'one', 'choices')).toEqual([
    { value: 'not_sure', text: 'Not sure', role: 'not-sure' },
    { value: 'yes', text: { default: 'Yes', cy: 'Oes' } },
    { value: 'sometimes', text: 'Sometimes' },
  ])
  expect(notices).toEqual(['1 duplicate skipped.'])
  expect(setChoices(welsh, 'one', 'choices', lines)).toMatchObject({ definition: welsh })
  expect(setChoices(welsh, 'one', 'choices', []).ok).toBe(false)
})

test('words taken off and written again have their code again; other words never get it', () => {
  const reworded = afterEdit(rewordChoice(routedSurvey(), 'one', 'choices', 'no', 'Certainly not'))
  const without = afterEdit(removeChoice(reworded, 'one', 'choices', 'no'))
  expect(values(afterEdit(addChoices(without, 'one', 'choices', ['No'])), 'one')).toEqual(['yes', 'not_sure', 'no_2'])
  const back = afterEdit(addChoices(without, 'one', 'choices', ['Certainly not']))
  expect(values(back, 'one')).toEqual(['yes', 'not_sure', 'no'])
  expect(JSON.stringify(publishable(without))).not.toContain('Certainly')
})

test('a choice taken off is taken out of the rules that asked for it', () => {
  const survey = routedSurvey("{one} = 'yes' or {one} = 'no'")
  const once = edit(removeChoice(survey, 'one', 'choices', 'no'))
  expect(question(once.definition, 'target').visibleIf).toBe("{one} = 'yes'")
  expect(once.notices).toEqual(['The rule of ‘Why?’ has one part less: it looked at something that is gone.'])
  const twice = edit(removeChoice(once.definition, 'one', 'choices', 'yes'))
  expect(question(twice.definition, 'target')).not.toHaveProperty('visibleIf')
  const bound = edit(removeChoice(routedSurvey('{scale} >= 3'), 'scale', 'rateValues', '3'))
  expect(question(bound.definition, 'target').visibleIf).toBe('{scale} >= 3')
})

test('an item taken off a grid is taken out of the rules over it', () => {
  const survey = afterEdit(addChoices(routedSurvey("{grid.analysing} = 'yes'"), 'grid', 'rows', ['Planning']))
  expect(values(survey, 'grid', 'rows')).toEqual(['analysing', 'planning'])
  const { definition } = edit(removeChoice(survey, 'grid', 'rows', 'analysing'))
  expect(question(definition, 'target')).not.toHaveProperty('visibleIf')
  expect(removeChoice(definition, 'grid', 'rows', 'planning')).toEqual({
    ok: false,
    reason: 'This question needs 1 item at least.',
  })
})

test('the open-ended rows of a grid go on having its answers', () => {
  const survey = afterEdit(addOtherRows(routedSurvey(), 'grid', 2))
  const ruled = afterEdit(
    setRule(survey, 'target', { match: 'all', conditions: [{ item: 'other1_answer', op: 'is', values: ['no'] }] }),
  )
  const added = afterEdit(addChoices(ruled, 'grid', 'columns', ['Already have it']))
  expect(values(added, 'other2_answer')).toEqual(['yes', 'no', 'not_sure', 'already_have_it'])
  const { definition, notices } = edit(removeChoice(added, 'grid', 'columns', 'no'))
  expect(values(definition, 'other1_answer')).toEqual(['yes', 'not_sure', 'already_have_it'])
  expect(notices).toHaveLength(1)
})

test('one tap offers an answer of a role, and takes it off; its role speaks for the item', () => {
  const offered = edit(offerRole(routedSurvey(), 'one', 'refused', true))
  expect(offered.did).toBe('Added ‘Prefer not to say’ to ‘Is there a plan?’')
  expect(values(offered.definition, 'one')).toEqual(['yes', 'no', 'not_sure', 'prefer_not_to_say'])
  const statuses = Object.entries(statusesOf(offered.definition, { one: 'prefer_not_to_say' }))
  expect(statuses).toContainEqual(['one', 'refused'])
  expect(afterEdit(offerRole(offered.definition, 'one', 'refused', true))).toBe(offered.definition)
  const off = afterEdit(offerRole(offered.definition, 'one', 'refused', false))
  expect(publishable(off)).toEqual(routedSurvey())
  expect(offerRole(off, 'place', 'refused', true).ok).toBe(false)
})

test('“Not sure” beside a scale is no step of it, and words that were there get the role', () => {
  const scale = afterEdit(offerRole(routedSurvey(), 'scale', 'not-sure', true))
  expect(values(scale, 'scale', 'rateValues')).toEqual(['1', '2', '3', '4', '5', 'not_sure'])
  expect(values(afterEdit(addChoices(scale, 'scale', 'rateValues', ['Best'])), 'scale', 'rateValues')).toContain('6')
  const plain = afterEdit(setRole(routedSurvey(), 'one', 'choices', 'not_sure', null))
  expect(offersRole(question(plain, 'one'), 'not-sure')).toBe(false)
  expect(afterEdit(offerRole(plain, 'one', 'not-sure', true))).toEqual(routedSurvey())
})

test('choices are moved within their list', () => {
  const moved = afterEdit(moveChoice(routedSurvey(), 'one', 'choices', 'not_sure', 0))
  expect(values(moved, 'one')).toEqual(['not_sure', 'yes', 'no'])
  expect(values(afterEdit(moveChoice(moved, 'one', 'choices', 'not_sure', 99)), 'one')).toEqual([
    'yes',
    'no',
    'not_sure',
  ])
})
