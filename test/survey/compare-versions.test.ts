import { expect, test } from 'vitest'
import { compareVersions } from '../../src/survey/compare-versions.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { addQuestion } from '../../src/survey/edit/add-question.ts'
import { setRange, setRequired } from '../../src/survey/edit/answer-settings.ts'
import { changeKind } from '../../src/survey/edit/change-kind.ts'
import { addChoices, moveChoice, removeChoice, rewordChoice } from '../../src/survey/edit/choices.ts'
import { deleteElement } from '../../src/survey/edit/delete-element.ts'
import type { Edited } from '../../src/survey/edit/edited.ts'
import { addLanguage, setWording } from '../../src/survey/edit/languages.ts'
import { moveElement } from '../../src/survey/edit/move-element.ts'
import { reword } from '../../src/survey/edit/reword.ts'
import { offerRole, setRole } from '../../src/survey/edit/roles.ts'
import { setRule } from '../../src/survey/edit/set-rule.ts'
import { rewordSurvey, setUnits } from '../../src/survey/edit/survey-settings.ts'
import { afterEdit } from '../support/after-edit.ts'
import { routedSurvey } from '../support/routed-survey.ts'

const changes: readonly (readonly [string, (survey: Definition) => Edited, readonly string[]])[] = [
  ['nothing', (all) => reword(all, 'one', 'title', 'Is there a plan?'), []],
  ['a new question', (all) => addQuestion(all, 'date', { after: 'one' }, 'When?'), ['safe: ‘When?’ is new.']],
  ['a question gone', (all) => deleteElement(all, 'place'), ['breaks: ‘Where do you live?’ is no longer asked.']],
  ['other words', (all) => reword(all, 'one', 'title', 'A plan?'), ['look: ‘A plan?’ has another wording.']],
  ['another hint', (all) => reword(all, 'one', 'description', 'Any.'), ['look: ‘Is there a plan?’ has another hint.']],
  [
    'another kind',
    (all) => changeKind(all, 'one', 'tick-all'),
    ['breaks: ‘Is there a plan?’ was: One choice. It is: Tick all that apply.'],
  ],
  [
    'a new choice',
    (all) => addChoices(all, 'one', 'choices', ['Soon']),
    ['safe: ‘Is there a plan?’ has one more choice: ‘Soon’.'],
  ],
  [
    'a choice gone',
    (all) => removeChoice(all, 'one', 'choices', 'no'),
    ['breaks: ‘Is there a plan?’ no longer has the choice ‘No’.'],
  ],
  [
    'a choice reworded',
    (all) => rewordChoice(all, 'one', 'choices', 'no', 'Never'),
    ['look: In ‘Is there a plan?’, ‘No’ is now worded ‘Never’.'],
  ],
  [
    'choices in another order',
    (all) => moveChoice(all, 'one', 'choices', 'no', 0),
    ['look: The choices of ‘Is there a plan?’ stand in another order.'],
  ],
  [
    'a new item',
    (all) => addChoices(all, 'grid', 'rows', ['Planning']),
    ['safe: ‘Support’ has one more item: ‘Planning’.'],
  ],
  [
    'a new answer of a role',
    (all) => offerRole(all, 'one', 'refused', true),
    ['safe: ‘Is there a plan?’ has one more choice: ‘Prefer not to say’.'],
  ],
  [
    'an answer that means something else',
    (all) => setRole(all, 'one', 'choices', 'not_sure', 'dont-know'),
    ['breaks: In ‘Is there a plan?’, ‘Not sure’ means something else: an answer, not sure, or a refusal.'],
  ],
  [
    'another unit',
    (all) => reword(all, 'age', 'unit', 'months'),
    ['breaks: ‘How old are you?’ counts in another unit.'],
  ],
  [
    'another range',
    (all) => setRange(all, 'age', { min: 18 }),
    ['look: ‘How old are you?’ takes other answers than before: required, range or length.'],
  ],
  [
    'required',
    (all) => setRequired(all, 'age', true),
    ['look: ‘How old are you?’ takes other answers than before: required, range or length.'],
  ],
  [
    'another place',
    (all) => moveElement(all, 'place', { before: 'one' }),
    ['look: The questions stand in another order.'],
  ],
  [
    'other people asked',
    (all) => setRule(all, 'target', { match: 'all', conditions: [{ item: 'one', op: 'is', values: ['yes'] }] }),
    ['look: ‘Why?’ is asked of other people than before. Only ask if question 1 is ‘Yes’.'],
  ],
  [
    'another section asked of other people',
    (all) => setRule(all, 'second', { match: 'all', conditions: [{ item: 'one', op: 'answered', values: [] }] }),
    ['look: ‘Why?’ is asked of other people than before. Only ask if question 1 is answered.'],
  ],
  ['other units', (all) => setUnits(all, 'organisations'), ['breaks: One form now speaks for an organisation.']],
  [
    'another privacy text',
    (all) => rewordSurvey(all, 'privacy', 'We keep it.'),
    ['look: The privacy text is different.'],
  ],
  [
    'a translation',
    (all) => setWording(afterEdit(addLanguage(all, 'cy')), 'one.title', 'cy', 'Cynllun?'),
    ['look: ‘Is there a plan?’ has another translation.'],
  ],
]

test.each(changes)('%s', (_, change, told) => {
  const before = routedSurvey()
  const after = compareVersions(before, afterEdit(change(before)))
  expect(after.map(({ kind, what }) => `${kind}: ${what}`)).toEqual(told)
  for (const { consequence } of after) expect(consequence).toMatch(/^[A-Z].*\.$/)
})

test('the same words under another code are told as that, and not as one lost and one new', () => {
  const before = routedSurvey()
  const after = JSON.parse(JSON.stringify(before).replaceAll('"value":"analysing"', '"value":"analysis"')) as Definition
  expect(compareVersions(before, after)).toEqual([
    {
      kind: 'breaks',
      what: 'In ‘Support’, ‘Analysing data’ has another code than before.',
      consequence: 'Earlier and later answers stand in two rows.',
    },
  ])
})
