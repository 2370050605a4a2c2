import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { addQuestion } from '../../../src/survey/edit/add-question.ts'
import { rewordChoice } from '../../../src/survey/edit/choices.ts'
import { findQuestion } from '../../../src/survey/edit/locate.ts'
import { addOtherRows } from '../../../src/survey/edit/other-rows.ts'
import { giveReadableIds } from '../../../src/survey/edit/readable-ids.ts'
import { reword } from '../../../src/survey/edit/reword.ts'
import { setRule } from '../../../src/survey/edit/set-rule.ts'
import { ruleProblems } from '../../../src/survey/rule/rule-problems.ts'
import { afterEdit } from '../../support/after-edit.ts'
import { routedSurvey } from '../../support/routed-survey.ts'

const built = () => {
  const choice = afterEdit(addQuestion(routedSurvey(), 'choice', { after: 'place' }))
  const grid = afterEdit(addQuestion(choice, 'grid', { after: 'question_1' }))
  const worded = [
    ['question_1', 'Do you have a plan?'],
    ['question_2', 'What do you need?'],
  ].reduce((all, [name = '', words = '']) => afterEdit(reword(all, name, 'title', words)), grid)
  const chosen = afterEdit(rewordChoice(worded, 'question_1', 'choices', 'choice_1', 'We do'))
  const row = afterEdit(rewordChoice(chosen, 'question_2', 'rows', 'item_1', 'Training'))
  const other = afterEdit(addOtherRows(row, 'question_2', 1))
  const conditions = [
    { item: 'question_1', op: 'is', values: ['choice_1'] },
    { item: 'question_2.item_1', op: 'is', values: ['yes'] },
  ] as const
  return afterEdit(setRule(other, 'target', { match: 'all', conditions }))
}

test('ids that were given before there were words come to be readable, and rules and links follow', () => {
  const survey = afterEdit(giveReadableIds(built(), []))
  expect(findQuestion(survey, 'do_you_have_a_plan')).toMatchObject({
    choices: [{ value: 'we_do' }, { value: 'choice_2' }],
  })
  expect(findQuestion(survey, 'what_do_you_need')).toMatchObject({ rows: [{ value: 'training' }, { value: 'item_2' }] })
  expect(findQuestion(survey, 'target')?.visibleIf).toBe(
    "{do_you_have_a_plan} = 'we_do' and {what_do_you_need.training} = 'yes'",
  )
  expect(findQuestion(survey, 'other1_answer')?.proforma?.openEnded?.of).toBe('what_do_you_need')
  expect(ruleProblems(survey)).toEqual([])
  expect(openDefinition(survey)).toEqual({ ok: true, definition: survey })
})

test('what was published keeps its ids', () => {
  expect(afterEdit(giveReadableIds(built(), [built()]))).toEqual(built())
  expect(afterEdit(giveReadableIds(routedSurvey(), []))).toEqual(routedSurvey())
})
