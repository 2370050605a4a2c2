import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { statusesOf } from '../../../src/engine/statuses.ts'
import type { Definition, Element } from '../../../src/survey/definition.ts'
import { addQuestion } from '../../../src/survey/edit/add-question.ts'
import { setRange, setRequired } from '../../../src/survey/edit/answer-settings.ts'
import { addConsent } from '../../../src/survey/edit/consent.ts'
import { deleteElement } from '../../../src/survey/edit/delete-element.ts'
import { duplicateElement } from '../../../src/survey/edit/duplicate-element.ts'
import { findElement } from '../../../src/survey/edit/locate.ts'
import { moveElement, moveElementBy } from '../../../src/survey/edit/move-element.ts'
import { addOtherRows } from '../../../src/survey/edit/other-rows.ts'
import { renameElement } from '../../../src/survey/edit/rename-element.ts'
import { reword } from '../../../src/survey/edit/reword.ts'
import { addSection, deleteSection, moveSectionBy } from '../../../src/survey/edit/sections.ts'
import { setRule } from '../../../src/survey/edit/set-rule.ts'
import { isSurveyId } from '../../../src/survey/ids.ts'
import { copyOfSurvey, newSurvey } from '../../../src/survey/new-survey.ts'
import { questionsOf } from '../../../src/survey/questions.ts'
import { ruleProblems } from '../../../src/survey/rule/rule-problems.ts'
import { afterEdit, edit } from '../../support/after-edit.ts'
import { routedSurvey } from '../../support/routed-survey.ts'

const shipped = (name: string): Definition =>
  JSON.parse(readFileSync(new URL(`../../../surveys/${name}.json`, import.meta.url), 'utf8')) as Definition

const names = (definition: Definition): readonly string[] => questionsOf(definition).map(({ name }) => name)

const get = (definition: Definition, name: string): Element => {
  const found = findElement(definition, name)
  if (found === undefined) throw new Error(`There is no ${name}`)
  return found
}

const blank = (): Definition => {
  const id = 'mine'
  if (!isSurveyId(id)) throw new Error('This is no id')
  return newSurvey(id, 'Mine')
}

test('a question gets a readable id out of its wording, and a later one of the same words another', () => {
  const first = edit(addQuestion(blank(), 'choice', { atEndOf: 'section_1' }, 'Where do you live?'))
  expect(first.at).toBe('where_do_you_live')
  expect(first.did).toBe('Added ‘Where do you live?’')
  const second = edit(addQuestion(first.definition, 'date', { after: 'where_do_you_live' }, 'Where do you live?'))
  expect(second.at).toBe('where_do_you_live_2')
  expect(names(second.definition)).toEqual(['where_do_you_live', 'where_do_you_live_2'])
})

test('an id is never given again, and a new wording keeps it', () => {
  const added = afterEdit(addQuestion(blank(), 'number', { atEndOf: 'section_1' }, 'Age'))
  const reworded = afterEdit(reword(added, 'age', 'title', 'How old are you?'))
  expect(names(reworded)).toEqual(['age'])
  const again = edit(addQuestion(afterEdit(deleteElement(reworded, 'age')), 'number', { atEndOf: 'section_1' }, 'Age'))
  expect(again.at).toBe('age_2')
})

const idOf = (words: string) => edit(addQuestion(blank(), 'date', { atEndOf: 'section_1' }, words)).at

test('what a wording can be made of gives an id that rules can read', () => {
  expect(idOf('Sûr?')).toBe('sur')
  expect(idOf('1st school')).toBe('question_1st_school')
  expect(idOf('عنوان')).toBe('question_1')
  expect(idOf('')).toBe('question_1')
  expect(idOf('Row')).toBe('row_2')
  expect(idOf('Constructor')).toBe('constructor_2')
  expect(idOf('Two equals four')).toBe('two_equal_four')
  expect(idOf('What did you and your family think of the meeting?')).toBe('what_did_you_and_your_family_think_of')
})

test('deleting a question mends the rules, links and wordings that stood on it, and says so', () => {
  const { definition, did, notices } = edit(deleteElement(shipped('larc-support-needs'), 'other1_activity'))
  expect(did).toBe('Deleted ‘Another activity’')
  expect(notices).toEqual([
    '‘Will you need support with this activity?’ now has no rule: its rule looked at something that is gone.',
    '‘Is there a second activity of your own to add?’ now has no rule: its rule looked at something that is gone.',
    '‘Will you need support with this activity?’ is now a question of its own: what it answered for is gone.',
  ])
  expect(openDefinition(definition).ok).toBe(true)
})

test('deleting one of two questions that a rule looks at leaves the other part', () => {
  const survey = routedSurvey("{one} = 'yes' and {age} >= 18")
  const { definition, notices } = edit(deleteElement(survey, 'one'))
  expect(get(definition, 'target').visibleIf).toBe('{age} >= 18')
  expect(notices).toEqual(['The rule of ‘Why?’ has one part less: it looked at something that is gone.'])
})

test('a wording that put in the answer of a deleted question has a gap', () => {
  const survey = afterEdit(reword(routedSurvey(), 'target', 'title', 'Why {place} and not {age}?'))
  const { definition, notices } = edit(deleteElement(survey, 'place'))
  expect(get(definition, 'target').title).toBe('Why … and not {age}?')
  expect(notices).toEqual(['The wording ‘Why … and not …?’ has a gap now.'])
})

test('a copy of a group has ids of its own, and rules in it look at the copy', () => {
  const { definition, at } = edit(duplicateElement(shipped('larc-support-needs'), 'other1'))
  expect(at).toBe('other1_2')
  expect(get(definition, 'other1_2')).toMatchObject({
    elements: [
      { name: 'other1_activity_2' },
      {
        name: 'other1_need_2',
        visibleIf: '{other1_activity_2} notempty',
        proforma: { openEnded: { of: 'support', words: 'other1_activity_2' } },
      },
    ],
  })
  expect(ruleProblems(definition)).toEqual([])
})

test('moving goes step by step through a section, out of a group and into the next section', () => {
  const survey = shipped('larc-support-needs')
  const down = edit(moveElementBy(survey, 'authority', 'down'))
  expect(down.did).toBe('‘Name of your local authority’ moved to question 2 of 11')
  const out = afterEdit(moveElementBy(survey, 'role', 'down'))
  expect(out.pages[0]?.elements.map(({ name }) => name)).toEqual(['who', 'role'])
  const across = afterEdit(moveElementBy(out, 'role', 'down'))
  expect(across.pages[1]?.elements.map(({ name }) => name)).toEqual(['role', 'support'])
  expect(afterEdit(moveElementBy(afterEdit(moveElementBy(across, 'role', 'up')), 'role', 'up'))).toEqual(
    afterEdit(moveElement(survey, 'role', { before: 'who' })),
  )
  expect(moveElementBy(survey, 'who', 'up')).toEqual({ ok: false, reason: 'This is the first already.' })
  expect(moveElementBy(survey, 'comments', 'down')).toEqual({ ok: false, reason: 'This is the last already.' })
  expect(moveElement(survey, 'who', { atEndOf: 'who' }).ok).toBe(true)
  expect(moveElement(survey, 'who', { after: 'role' })).toEqual({
    ok: false,
    reason: 'The place to put it is no longer in the survey.',
  })
})

test('an id renamed is renamed wherever it stands', () => {
  const renamed = afterEdit(renameElement(shipped('larc-support-needs'), 'other1_activity', 'first_words'))
  expect(JSON.stringify({ ...renamed, proforma: null })).not.toContain('other1_activity')
  expect(renamed.proforma.retired).toEqual(['other1_activity'])
  expect(openDefinition(renamed).ok).toBe(true)
  for (const id of ['other1', 'OTHER1', 'a b', 'this_equals']) {
    expect(renameElement(shipped('larc-support-needs'), 'comments', id).ok).toBe(false)
  }
})

test('the questions of a deleted section move to the one before, each with the section’s rule', () => {
  const survey = shipped('practitioner-interview')
  const { definition, did, at } = edit(deleteSection(survey, 'culture_page'))
  expect(did).toMatch(/^Deleted the section ‘/)
  expect(at).toBe('role_page')
  expect(names(definition)).toEqual(names(survey))
  for (const answers of [{ consent: 'yes', culture: 'no' }, { consent: 'no' }]) {
    expect(statusesOf(definition, answers)).toEqual(statusesOf(survey, answers))
  }
  const uneven = afterEdit(deleteSection(routedSurvey("{one} = 'yes'"), 'first'))
  expect(uneven.pages.map(({ name }) => name)).toEqual(['second'])
  expect(names(uneven)).toEqual(names(routedSurvey()))
  expect(deleteSection(uneven, 'second').ok).toBe(false)
})

test('sections are added, named and moved', () => {
  const added = edit(addSection(routedSurvey(), 'first', 'About you'))
  expect(added.definition.pages.map(({ name }) => name)).toEqual(['first', 'about_you', 'second'])
  const moved = edit(moveSectionBy(added.definition, 'about_you', 'up'))
  expect(moved.did).toBe('The section ‘About you’ moved to place 1 of 3')
  expect(moveSectionBy(moved.definition, 'about_you', 'up').ok).toBe(false)
  const bare = afterEdit(reword(moved.definition, 'about_you', 'title', ''))
  expect(bare.pages[0]).toEqual({ name: 'about_you', elements: [] })
})

test('without consent everything else counts as refused, what was there and what is added later', () => {
  const survey = afterEdit(addConsent(routedSurvey("{one} = 'yes'")))
  const section = afterEdit(addSection(survey, 'second', 'More'))
  const more = afterEdit(addQuestion(section, 'date', { atEndOf: 'more' }, 'When?'))
  const beside = afterEdit(addQuestion(more, 'date', { after: 'consent' }, 'Today?'))
  const { consent, ...others } = Object.fromEntries(Object.entries(statusesOf(beside, { consent: 'no', one: 'yes' })))
  expect(consent).toBe('answered')
  expect(new Set(Object.values(others))).toEqual(new Set(['refused']))
  expect(new Set(Object.values(statusesOf(beside, { consent: 'yes', one: 'yes' })))).toEqual(
    new Set(['answered', 'blank']),
  )
  expect(addConsent(beside).ok).toBe(false)
})

test('Other rows work as those of the LARC proforma do', () => {
  const survey = afterEdit(deleteSection(shipped('larc-support-needs'), 'other_activities'))
  const without = ['other1', 'other2', 'other3'].reduce((all, name) => afterEdit(deleteElement(all, name)), survey)
  const { definition, did } = edit(addOtherRows(without, 'support', 3))
  expect(did).toMatch(/^Added 3 “Other” rows to ‘Where do you anticipate/)
  const rows = questionsOf(definition).filter(({ proforma }) => proforma?.openEnded !== undefined)
  expect(rows.map(({ proforma }) => proforma?.openEnded)).toEqual(
    [1, 2, 3].map((nth) => ({ of: 'support', words: `other${nth}_words` })),
  )
  const asked = (answers: object) =>
    Object.entries(statusesOf(definition, { ...answers }))
      .filter(([item, status]) => item.startsWith('other') && status !== 'not-asked')
      .map(([item]) => item)
  expect(asked({})).toEqual(['other1_words'])
  expect(asked({ other1_words: 'Music' })).toEqual(['other1_words', 'other1_answer', 'other2_words'])
  expect(addOtherRows(definition, 'comments', 1).ok).toBe(false)
  expect(addOtherRows(definition, 'support', 11).ok).toBe(false)
})

test('a rule is refused where it is not finished or looks forward, and told where nobody meets it', () => {
  const survey = routedSurvey()
  const rule = (item: string, ...values: string[]) =>
    setRule(survey, 'target', { match: 'all', conditions: [{ item, op: 'is', values }] })
  expect(edit(rule('one', 'yes')).did).toBe('Only ask if question 1 is ‘Yes’')
  expect(edit(rule('one', 'gone')).notices).toHaveLength(1)
  expect(rule('one')).toEqual({ ok: false, reason: 'Pick an answer for each part of the rule.' })
  expect(rule('nobody', 'yes').ok).toBe(false)
  expect(rule('target', 'yes').ok).toBe(false)
  for (const text of ['"x"', String.raw`a\b`, "'x'", 'a <> b', 'two\nlines', 'equals'])
    expect(rule('place', text).ok).toBe(false)
  expect(afterEdit(setRule(afterEdit(rule('one', 'yes')), 'target', null))).toEqual(survey)
})

test('ranges and requirements are set, and nonsense is refused', () => {
  const survey = routedSurvey()
  expect(get(afterEdit(setRange(survey, 'age', { min: 18 })), 'age')).toMatchObject({ min: 18 })
  expect(get(afterEdit(setRange(survey, 'age', { min: 18 })), 'age')).not.toHaveProperty('max')
  for (const range of [{ min: 3, max: 2 }, { min: '2026-11-23' }]) expect(setRange(survey, 'age', range).ok).toBe(false)
  for (const range of [{ min: '2026-02-30' }, { max: 3 }]) expect(setRange(survey, 'since', range).ok).toBe(false)
  expect(get(afterEdit(setRequired(survey, 'grid', true)), 'grid')).toMatchObject({ eachRowRequired: true })
  expect(afterEdit(setRequired(afterEdit(setRequired(survey, 'grid', true)), 'grid', false))).toEqual(survey)
})

test('an edit shares all that it leaves alone', () => {
  const survey = shipped('family-views')
  const next = afterEdit(reword(survey, 'listened', 'title', 'How well did we listen?'))
  expect(next.pages.filter((page, index) => page !== survey.pages[index])).toHaveLength(1)
  expect(next.proforma).toBe(survey.proforma)
  expect(afterEdit(reword(next, 'listened', 'title', 'How well did we listen?'))).toBe(next)
})

test('a survey stops growing at the limit, with a sentence', () => {
  let survey = blank()
  for (let count = 0; count < 500; count += 1) survey = afterEdit(addQuestion(survey, 'date', { atEndOf: 'section_1' }))
  const reason = 'A survey can have 500 questions and rows at most.'
  expect(addQuestion(survey, 'date', { atEndOf: 'section_1' })).toEqual({ ok: false, reason })
  expect(duplicateElement(survey, 'question_1')).toEqual({ ok: false, reason })
  expect(openDefinition(survey).ok).toBe(true)
})

test('a copy of a survey is a survey of its own, without what the draft remembered', () => {
  const id = 'another'
  if (!isSurveyId(id)) throw new Error('This is no id')
  const draft = afterEdit(deleteElement(routedSurvey(), 'place'))
  const copy = copyOfSurvey(draft, id, 'Another')
  expect(copy.proforma).toEqual({ ...routedSurvey().proforma, id: 'another' })
  expect(copy.pages).toBe(draft.pages)
})
