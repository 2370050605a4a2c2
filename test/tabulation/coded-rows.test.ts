import { expect, test } from 'vitest'
import type { Coding } from '../../src/coding/theme.ts'
import type { ResponseId } from '../../src/response/revision.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { columnsOf, figuresOf, tableOf } from '../support/tabulated.ts'

const themes = [{ id: 'water', label: 'Being in water', of: 'likes' }]

const coding = (response: string, question: string): Coding => ({
  response: response as ResponseId,
  question,
  theme: 'water',
})

const columns = columnsOf(clubVersions, [
  clubReturn('a', 2, { own1: 'swimming', own1_like: 'yes' }),
  clubReturn('b', 2, { own1: 'chess', own1_like: 'no', own2: 'the pool', own2_like: 'not_sure' }),
  clubReturn('c', 2, { own1: 'diving', own2: 'the sea', own2_like: 'no' }),
  clubReturn('d', 2, { own1: 'lakes', own1_like: 'no', own2: 'rivers', own2_like: 'yes' }),
  clubReturn('e', 1, { own1: 'baths' }),
  clubReturn('f', 1, {}),
])

const codings = [
  coding('a', 'own1'),
  coding('b', 'own2'),
  coding('c', 'own1'),
  coding('c', 'own2'),
  coding('d', 'own1'),
  coding('d', 'own2'),
  coding('e', 'own1'),
]

test('a theme is a row: each form counts once, by its first answered slot', () => {
  const table = tableOf(columns, 'likes', { themes, codings })
  expect(table.columns.map(({ id }) => id)).toEqual(['yes', 'not_sure', 'no', 'sometimes'])
  // a yes, b not sure, c no, d no; e named it and left it blank, f named nothing.
  expect(figuresOf(table, 'water')).toEqual([1, 1, 2, 0, 2, 0, 0])
  expect(table.rows.at(-1)).toMatchObject({ label: 'Being in water', openEnded: true, base: 6 })
})

test('the notes tell the asterisk, forms that say two things, and what is not coded yet', () => {
  const { notes } = tableOf(columns, 'likes', { themes, codings: codings.slice(0, -1) })
  expect(notes[0]).toMatch(/^\* Open-ended responses/)
  expect(notes).toContain('1 form says different things for “Being in water”: the first answer is counted.')
  expect(notes).toContain('2 open-ended answers are not coded yet.')
})

test('without themes there is no asterisk, and every own item is uncoded', () => {
  const { notes, rows } = tableOf(columns, 'likes')
  expect(rows.every(({ openEnded }) => !openEnded)).toBe(true)
  expect(notes).toContain('8 open-ended answers are not coded yet.')
})

test('a coding speaks for nothing once its words are gone', () => {
  const amended = columnsOf(clubVersions, [
    clubReturn('a', 2, { own1: 'swimming', own1_like: 'yes' }),
    clubReturn('a', 2, { member: 'no' }, { id: 'a.2', replaces: 'a.1' }),
  ])
  expect(figuresOf(tableOf(amended, 'likes', { themes, codings }), 'water')).toEqual([0, 0, 0, 0, 1, 0, 0])
})
