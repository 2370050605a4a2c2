import { describe, expect, test } from 'vitest'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { ranges } from '../../src/survey/advice/ranges.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { roleFromWords } from '../../src/survey/role-from-words.ts'
import { choiceLabel } from '../../src/survey/text.ts'
import { valueListOf, valueLists } from '../../src/survey/value-lists.ts'

const asked = (id: string): Definition => ({
  proforma: { id: 'test' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
  title: 'Test',
  pages: [
    {
      name: 'page',
      elements: [{ type: 'radiogroup', name: 'q', title: 'Which?', choices: valueListOf(id)?.choices ?? [] }],
    },
  ],
})

describe.each(valueLists.map(({ id }) => id))('%s', (id) => {
  const list = valueListOf(id)
  const choices = list?.choices ?? []

  test('opens in a question and says where it comes from', () => {
    expect(openDefinition(JSON.parse(JSON.stringify(asked(id))))).toMatchObject({ ok: true })
    expect(list?.source).not.toBe('')
  })

  test('gives each answer the role that its words say, and no range overlaps', () => {
    for (const choice of choices)
      expect([choiceLabel(choice), choice.role ?? null]).toEqual([
        choiceLabel(choice),
        roleFromWords(choiceLabel(choice)),
      ])
    expect(ranges(asked(id))).toEqual([])
  })
})

test('ethnic group has the 19 boxes of the census under its five headings, and nobody must say', () => {
  const list = valueListOf('ethnic-group-2021')
  expect(list?.headings?.map(({ choices }) => choices)).toEqual([5, 4, 5, 3, 2])
  expect(list?.choices).toHaveLength(20)
  expect(list?.choices.at(-1)?.role).toBe('refused')
})

// Tables of different surveys compare by these: a change here breaks that.
test('ids stay what they are', () => {
  expect(valueListOf('yes-no-not-sure')?.choices.map(({ value }) => value)).toEqual(['yes', 'no', 'not_sure'])
  expect(valueLists.map(({ id }) => id)).toEqual([
    'yes-no-not-sure',
    'agreement',
    'satisfaction',
    'frequency',
    'importance',
    'how-often',
    'age-bands',
    'ethnic-group-2021',
    'gender',
    'gender-same-as-sex-registered',
  ])
  expect(valueListOf('agreement')?.choices.map(({ value }) => value)).toEqual([
    'strongly_agree',
    'agree',
    'neither',
    'disagree',
    'strongly_disagree',
  ])
})

test.each([
  ['Prefer not to say', 'refused'],
  ['I’d rather not say.', 'refused'],
  ['Declined to answer', 'refused'],
  ['Don’t know', 'dont-know'],
  ['I don’t remember', 'dont-know'],
  ['Not sure', 'not-sure'],
  ['I’m not sure', 'not-sure'],
  ['None of the above', 'none'],
  ['None at all', null],
  ['No', null],
  ['I was not sure of the way', null],
])('%j means %s', (words, role) => {
  expect(roleFromWords(words)).toBe(role)
})
