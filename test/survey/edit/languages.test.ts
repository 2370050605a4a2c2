import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import { addLanguage, removeLanguage, setWording, untranslated } from '../../../src/survey/edit/languages.ts'
import { wordings } from '../../../src/survey/wordings.ts'
import { afterEdit } from '../../support/after-edit.ts'
import { routedSurvey } from '../../support/routed-survey.ts'

const welsh = afterEdit(addLanguage(routedSurvey(), 'cy'))

test('every wording has a path, in the order it is read', () => {
  expect(
    wordings(routedSurvey())
      .map(({ path }) => path)
      .slice(0, 8),
  ).toEqual([
    '@title',
    '@privacy',
    'one.title',
    'one.choices.yes',
    'one.choices.no',
    'one.choices.not_sure',
    'several.title',
    'several.choices.yes',
  ])
})

test('every wording can be translated by its path, and then none is missing', () => {
  const all = wordings(welsh)
  expect(untranslated(welsh, 'cy')).toEqual(all)
  const done = all.reduce((survey, { path }) => afterEdit(setWording(survey, path, 'cy', `Cymraeg ${path}`)), welsh)
  expect(untranslated(done, 'cy')).toEqual([])
  expect(wordings(done).map(({ text }) => typeof text === 'object' && text['cy'])).toEqual(
    all.map(({ path }) => `Cymraeg ${path}`),
  )
  expect(openDefinition(done).ok).toBe(true)
  expect(afterEdit(removeLanguage(done, 'cy'))).toEqual(routedSurvey())
})

test('a translation taken away leaves the plain wording', () => {
  const one = afterEdit(setWording(welsh, 'one.choices.yes', 'cy', 'Oes'))
  expect(untranslated(one, 'cy')).toHaveLength(wordings(one).length - 1)
  expect(afterEdit(setWording(one, 'one.choices.yes', 'cy', ''))).toEqual(welsh)
})

test('the original is reworded by the same path', () => {
  const one = afterEdit(setWording(welsh, 'grid.rows.analysing', 'default', 'Counting'))
  expect(wordings(one)).toContainEqual({ path: 'grid.rows.analysing', text: 'Counting' })
})

test('what is no language, is not offered or names no wording is refused', () => {
  for (const code of ['default', 'Welsh', 'c', 'cy', '']) expect(addLanguage(welsh, code).ok).toBe(false)
  expect(setWording(welsh, '@title', 'ur', 'x')).toEqual({ ok: false, reason: 'Add this language first.' })
  for (const path of ['', '@audience', 'one', 'one.value', 'one.choices', 'one.choices.maybe', 'nobody.title']) {
    expect(setWording(welsh, path, 'cy', 'x').ok).toBe(false)
  }
  expect(setWording(welsh, '@title', 'cy', 'x'.repeat(4001)).ok).toBe(false)
})
