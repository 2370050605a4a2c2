import { expect, test } from 'vitest'
import { ranges } from '../../../src/survey/advice/ranges.ts'
import { one, surveyOf } from './examples.ts'

const said = (...answers: readonly string[]): string =>
  ranges(surveyOf(one('How many?', answers)))[0]?.reason ?? 'nothing'

test.each([
  [['0-5', '5-10'], '“0-5” and “5-10” overlap'],
  [['0 to 4', '5 to 9', '10 or more'], 'nothing'],
  [['10 or more', '5 to 9', '0 to 4'], 'nothing'],
  [['0 to 4', '6 to 9'], 'Nothing fits between “0 to 4” and “6 to 9”'],
  [['Under 5', '5 to 9', 'Over 9'], 'nothing'],
  [['Up to 5', '5 to 9'], 'overlap'],
  [['Under 5', '6 or over'], 'Nothing fits between'],
  [['1 or 2', '2 or more'], 'overlap'],
  [['0', '1', '2 to 4', '5+'], 'nothing'],
  [['Less than £1,000', '£1,000 to £1,999', '£2k or more'], 'nothing'],
  [['0.5 to 1.0', '1.1 to 2.0'], 'nothing'],
  [['0.5 to 1.0', '1.2 to 2.0'], 'Nothing fits between'],
  [['1 to 2 weeks', '2 to 4 weeks'], 'overlap'],
  [['1 to 6 months', '1 to 2 years'], 'nothing'],
  [['16–17 years old', '18–24 years old'], 'nothing'],
  [['2019', '2021'], 'nothing'],
  [['Yes', 'No'], 'nothing'],
])('%j: %s', (answers, reason) => {
  expect(said(...answers)).toContain(reason)
})
