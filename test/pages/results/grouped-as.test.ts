import { describe, expect, test } from 'vitest'
import { readChoices, writeChoices } from '../../../src/pages/results/choices.ts'
import { chosenAs, sortedAs, weighedAs } from '../../../src/pages/results/grouped-as.ts'
import { baseOf, type Recipient } from '../../../src/population/ledger.ts'
import { clubReturn, clubVersions } from '../../support/club-survey.ts'
import { columnsOf } from '../../support/tabulated.ts'

const recipient = (name: string, region: string, responses: readonly string[]): Recipient => ({
  id: name,
  name,
  contact: '',
  email: '',
  language: '',
  strata: { Region: region },
  recipient: name as Recipient['recipient'],
  asked: true,
  open: false,
  mostReturns: 3,
  events: [],
  returns: responses.map((response) => ({ response, way: 'link', at: '2026-11-23T10:00:00Z', late: false })),
})

// Two regions of two each; Ayton has sent two forms, Deeham none.
const { groups = [] } = baseOf({
  recipients: [
    recipient('Ayton', 'North', ['a1', 'a2']),
    recipient('Beeville', 'North', ['b']),
    recipient('Ceeford', 'South', ['c']),
    recipient('Deeham', 'South', []),
  ],
})
const columns = columnsOf(
  clubVersions,
  ['a1', 'a2', 'b', 'c'].map((response) => clubReturn(response, 2, { member: 'yes' })),
)
const of = { sets: [columns] as const, groups }
const choices = (search: string) => readChoices(writeChoices(readChoices(search)))
const rounded = (weights: Float64Array): readonly number[] => [...weights].map((one) => Number(one.toFixed(4)))

describe('the list of who was asked', () => {
  test('sorts returns by its columns', () => {
    const sorted = sortedAs(of, choices('by=@Region'))
    expect(sorted?.ok && [sorted.grouping.groups.map(({ label }) => label), [...sorted.grouping.of]]).toEqual([
      ['North', 'South'],
      [0, 0, 0, 1],
    ])
  })

  test('weights them by how many were asked, and lets each of those asked count once', () => {
    const byRegion = weighedAs(of, choices('weigh=@Region'), null)
    // Two of four were asked in each region: three forms of the North stand for as many as one of the South.
    expect(byRegion?.ok && rounded(byRegion.weights.of)).toEqual([0.6667, 0.6667, 0.6667, 2])
    const once = weighedAs(of, choices('own=@ Ayton&once=yes'), null)
    expect(once?.ok && rounded(once.weights.of)).toEqual([0.6667, 0.6667, 1.3333, 1.3333])
  })

  test('sets ours against the rest, or shows ours alone', () => {
    const rest = sortedAs(of, choices('own=@ Ayton&scope=rest'))
    expect(rest?.ok && rest.grouping.groups.map(({ label }) => label)).toEqual(['Ayton', 'All others'])
    const mine = chosenAs(of, choices('own=@ Ayton&scope=mine'))
    expect(mine?.ok && [mine.words, [...mine.chosen]]).toEqual(['Who was asked is ‘Ayton’', [1, 1, 0, 0]])
  })
})

test('choices stand in the address as they were made, whatever is in them', () => {
  const made = {
    ...readChoices(''),
    by: '@Region & more',
    andBy: 'member',
    weigh: [
      {
        by: 'member',
        targets: new Map([
          ['a b=c', '12.5'],
          ['%', ''],
        ]),
      },
      { by: '@Region', targets: null },
    ],
    own: { by: '@', is: 'Ayton & Sons', scope: 'rest', once: true },
    order: 'hand',
    protect: { under: 7 },
    layouts: { likes: { order: ['likes.sport'], rows: { 'likes.sport': 'Games' } } },
  } as const
  expect(choices(writeChoices(made))).toEqual(made)
})
