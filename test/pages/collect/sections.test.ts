import { expect, test } from 'vitest'
import { sectionsOf } from '../../../src/pages/collect/sections.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import { questionsIn } from '../../../src/survey/questions.ts'

const definition: Definition = {
  proforma: { id: 'visits' as SurveyId, units: 'people', audience: 'Families', minutes: 2, privacy: 'Kept a year.' },
  title: 'Visits',
  pages: [
    { name: 'home', title: 'Home', elements: [{ type: 'text', name: 'who', title: 'Who?', isRequired: true }] },
    { name: 'gone', title: 'Not shown', elements: [{ type: 'text', name: 'where', title: 'Where?' }] },
    {
      name: 'help',
      elements: [
        { type: 'text', name: 'age', title: 'How old?', inputType: 'number' },
        { type: 'matrix', name: 'grid', title: 'Help', columns: ['yes', 'no'], rows: ['a', 'b'] },
        { type: 'comment', name: 'words', title: 'Words' },
      ],
    },
  ],
}

/** As they are shown: the second is routed past, the third is split in two. */
const pages = definition.pages.flatMap((page) => {
  const [first, ...rest] = questionsIn(page)
  if (page.name === 'gone' || first === undefined) return []
  if (rest.length === 0) return [{ name: page.name, questions: [first] }]
  return [
    { name: 'help:age', questions: [first] },
    { name: 'help:grid', questions: rest },
  ]
})

const standings = (typed: object, marks: object = {}) =>
  sectionsOf(definition, pages, typed as never, marks as never, 'default').map(
    ({ title, page, settled, asked, problems }) => `${title} at ${page}: ${settled} of ${asked}, ${problems} wrong`,
  )

test('a section counts what is answered or marked, on all its pages, and calls wrong only what cannot stand', () => {
  expect(standings({})).toEqual(['Home at 0: 0 of 1, 0 wrong', 'How old? at 1: 0 of 3, 0 wrong'])
  expect(standings({ who: 'Ann', age: 'many', grid: { a: 'yes' }, words: ' ' })).toEqual([
    'Home at 0: 1 of 1, 0 wrong',
    'How old? at 1: 1 of 3, 1 wrong',
  ])
  expect(standings({ age: 4, grid: { a: 'yes' } }, { who: 'refused', grid: 'dont-know', words: 'not-asked' })).toEqual([
    'Home at 0: 1 of 1, 0 wrong',
    'How old? at 1: 3 of 3, 0 wrong',
  ])
})
