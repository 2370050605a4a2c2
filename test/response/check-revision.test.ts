import { expect, test } from 'vitest'
import { checkRevision } from '../../src/response/check-revision.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'

const definition: Definition = {
  proforma: { id: 'visits' as SurveyId, units: 'people', audience: 'Families', minutes: 2, privacy: 'Kept a year.' },
  title: 'Visits',
  pages: [
    {
      name: 'one',
      elements: [
        { type: 'radiogroup', name: 'glad', title: 'Glad?', choices: ['yes', 1, { value: 'dk', role: 'dont-know' }] },
        {
          type: 'panel',
          name: 'more',
          elements: [
            { type: 'checkbox', name: 'who', title: 'Who?', choices: ['nurse', { value: 'no_say', role: 'refused' }] },
            { type: 'rating', name: 'rate', title: 'Rate', rateValues: [1, 2, 3] },
          ],
        },
        { type: 'matrix', name: 'help', title: 'Help', columns: ['yes', 'no'], rows: ['home', { value: 'cash' }] },
        { type: 'text', name: 'age', title: 'Age', inputType: 'number' },
        { type: 'comment', name: 'words', title: 'Words' },
      ],
    },
  ],
}

const blank = {
  glad: 'blank',
  who: 'blank',
  rate: 'blank',
  'help.home': 'blank',
  'help.cash': 'blank',
  age: 'blank',
  words: 'blank',
} as const

type Row = readonly [answers: object, statuses: object, expected: string]

test.each<Row>([
  [{}, {}, 'fits'],
  [{}, { glad: 'not-asked', 'help.home': 'not-asked' }, 'fits'],
  [{}, { glad: 'dont-know', who: 'refused', 'help.cash': 'refused', words: 'dont-know' }, 'fits'],
  [{ glad: 'yes' }, { glad: 'answered' }, 'fits'],
  [{}, { glad: 'dont-know', who: 'refused', 'help.home': 'refused' }, 'fits'],
  [{ glad: 1 }, { glad: 'answered' }, 'fits'],
  [{ glad: 'dk' }, { glad: 'dont-know' }, 'fits'],
  [{ who: ['no_say'] }, { who: 'refused' }, 'fits'],
  [{ who: ['nurse', 'no_say'] }, { who: 'refused' }, 'fits'],
  [{ rate: 3, age: 0, words: 'x' }, { rate: 'answered', age: 'answered', words: 'answered' }, 'fits'],
  [{ help: { cash: 'no' } }, { 'help.cash': 'answered' }, 'fits'],
  [{ words: '  ', who: [], help: { home: '' } }, {}, 'fits'],

  [{ pin: '1' }, {}, 'unknown-item pin'],
  [{ more: '1' }, {}, 'unknown-item more'],
  [{ toString: 'x' }, {}, 'unknown-item toString'],
  [{ help: { pets: 'yes' } }, {}, 'unknown-item help.pets'],
  [{ 'help.home': 'yes' }, { 'help.home': 'answered' }, 'unknown-item help.home'],

  [{ glad: '1' }, { glad: 'answered' }, 'unknown-answer glad'],
  [{ glad: ['yes'] }, { glad: 'answered' }, 'unknown-answer glad'],
  [{ who: 'nurse' }, { who: 'answered' }, 'unknown-answer who'],
  [{ who: ['nurse', 'nurse'] }, { who: 'answered' }, 'unknown-answer who'],
  [{ rate: 4 }, { rate: 'answered' }, 'unknown-answer rate'],
  [{ help: 'yes' }, {}, 'unknown-answer help'],
  [{ help: { home: 'maybe' } }, { 'help.home': 'answered' }, 'unknown-answer help.home'],
  [{ words: { a: 1 } }, { words: 'answered' }, 'unknown-answer words'],
  [{ age: true }, { age: 'answered' }, 'unknown-answer age'],

  [{}, { glad: 'answered' }, 'wrong-status glad'],
  [{}, { glad: 'not-in-version' }, 'wrong-status glad'],
  [{}, { glad: 'lost' }, 'wrong-status glad'],
  [{}, { glad: undefined }, 'wrong-status glad'],
  [{}, { help: 'blank' }, 'wrong-status help'],
  [{}, { pin: 'blank' }, 'wrong-status pin'],
  [{ glad: 'yes' }, {}, 'wrong-status glad'],
  [{ glad: 'yes' }, { glad: 'not-asked' }, 'wrong-status glad'],
  [{ glad: 'yes' }, { glad: 'dont-know' }, 'wrong-status glad'],
  [{ glad: 'dk' }, { glad: 'answered' }, 'wrong-status glad'],
  [{ glad: 'dk' }, { glad: 'refused' }, 'wrong-status glad'],
  [{ who: ['nurse', 'no_say'] }, { who: 'answered' }, 'wrong-status who'],
  [{ words: 'x' }, { words: 'dont-know' }, 'wrong-status words'],
  [{ help: { home: 'yes' } }, { 'help.home': 'refused' }, 'wrong-status help.home'],
  [{ help: { home: 'yes' } }, { 'help.cash': 'answered' }, 'wrong-status help.home'],
])('%j with %j: %s', (answers, statuses, expected) => {
  const misfit = checkRevision({ answers: answers as never, statuses: { ...blank, ...statuses } }, definition)
  expect(misfit === null ? 'fits' : `${misfit.reason} ${misfit.item}`).toBe(expected)
})
