import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureColumns } from '../../src/export/row-figures.ts'
import { arrange } from '../../src/tabulation/arrange.ts'
import { couldBe } from '../../src/tabulation/could-be.ts'
import { figureOf, partsOf } from '../../src/tabulation/figures.ts'
import { groupBy, groupByLabels } from '../../src/tabulation/grouping.ts'
import { tabulableGroups } from '../../src/tabulation/groups.ts'
import type { Table } from '../../src/tabulation/table.ts'
import { where } from '../../src/tabulation/where.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions } from '../support/club-survey.ts'
import { columnsOf, tableOf } from '../support/tabulated.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const figures = (table: Table) => table.rows.map((row) => partsOf(table).map((part) => figureOf(row, part)))

test('groups add up to all, in every figure, and All is the table without groups', () => {
  assert(
    property(clubHistory, ({ counting }) => {
      const columns = columnsOf(clubVersions, counting)
      const by = groupBy(columns, 'member')
      if (!by.ok) throw new Error(by.reason)
      for (const { id } of tabulableGroups(columns.codebook)) {
        const plain = tableOf(columns, id)
        const table = tableOf(columns, id, { by: by.grouping })
        for (const [at, block] of [...Map.groupBy(table.rows, ({ within }) => within).values()].entries()) {
          const total = block.at(-1)
          if (total === undefined) throw new Error('A block without rows')
          for (const part of [...partsOf(plain), '(base)']) {
            const groups = block.filter(({ isTotal }) => !isTotal).map((row) => figureOf(row, part))
            expect(sum(groups)).toBe(figureOf(total, part))
          }
          const alone = plain.rows[at]
          expect([total.cells, total.nonResponse, total.base]).toEqual([alone?.cells, alone?.nonResponse, alone?.base])
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('a filter counts what counting only those forms counts', () => {
  assert(
    property(clubHistory, ({ counting }) => {
      const all = columnsOf(clubVersions, counting)
      const only = where(all, "member = 'yes' or likes.sport <> 'yes'")
      if (!only.ok) throw new Error(only.reason)
      const some = columnsOf(
        clubVersions,
        counting.filter((_, place) => only.chosen[place] === 1),
      )
      expect(figures(tableOf(all, 'help', { where: only }))).toEqual(figures(tableOf(some, 'help')))
    }),
    { numRuns: 40 },
  )
})

describe('a filter in words', () => {
  const columns = columnsOf(clubVersions, [])

  test.each([
    ["member = 'yes'", /is ‘/],
    ['age >= 5 and age <= 11', /is 5 or more and .* is 11 or less/],
    ["help contains 'phone' or likes.sport empty", / or /],
    ["(member = 'yes' or member = 'lapsed') and age notempty", /^\(.* or .*\) and .* is answered$/],
  ])('%s', (text, words) => {
    const only = where(columns, text)
    expect(only.ok && only.words).toMatch(words)
  })

  test.each([
    ["member = 'maybe'", 'has no answer “maybe”'],
    ['likes.sport >= 3', 'is not a number'],
    ['member', 'is not a filter'],
    ["member = 'yes'; drop", 'is not a filter'],
  ])('%s is refused', (text, reason) => {
    const only = where(columns, text)
    expect(only.ok ? '' : only.reason).toContain(reason)
  })
})

test('returns are sorted by what is not in the form, those it is not known of apart', () => {
  const grouped = groupByLabels('Region', ['London', null, 'East', 'London'])
  expect(grouped.ok && [grouped.grouping.groups.map(({ id }) => id), [...grouped.grouping.of]]).toEqual([
    ['East', 'London', '(not stated)'],
    [1, 2, 0, 1],
  ])
})

describe('showing', () => {
  const table: Table = {
    title: 'Help',
    survey: 'Visits',
    versions: ['version 1'],
    base: { name: 'all returned', count: 21, population: 25 },
    columns: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
    rows: [
      {
        item: 'a',
        label: 'A',
        openEnded: false,
        cells: { yes: 3, no: 9 },
        nonResponse: 5,
        refused: 2,
        dontKnow: 1,
        notAsked: 4,
        notInVersion: 0,
        base: 21,
      },
      {
        item: 'b',
        label: 'B',
        openEnded: true,
        cells: { yes: 16, no: 1 },
        nonResponse: 4,
        refused: 0,
        dontKnow: 0,
        notAsked: 0,
        notInVersion: 0,
        base: 21,
      },
    ],
    notes: [],
  }
  const shown = (shows: NonNullable<Table['shows']>) => {
    const figures = figureColumns({ ...table, shows })
    return [figures.map(({ label }) => label), ...table.rows.map((row) => figures.map(({ of }) => of(row)))]
  }

  test('shares of all returned add up with non-response, and of all asked without those who were not', () => {
    expect(shown({ percent: true, base: 'all returned', apart: false })[1]).toEqual([3, 9, 5, 4, 14, 43, 24, 19, 21])
    expect(shown({ percent: true, base: 'all asked', apart: false })).toEqual([
      ['Yes', 'No', 'Non-response', 'Not asked', 'Yes %', 'No %', 'Non-response %', 'Base: all asked'],
      [3, 9, 5, 4, 18, 53, 29, 17],
      [16, 1, 4, 0, 76, 5, 19, 21],
    ])
    expect(shown({ percent: true, base: 'valid answers', apart: false })[1]).toEqual([3, 9, 5, 4, 25, 75, 12])
  })

  test('non-response is told apart where it is asked for', () => {
    expect(shown({ percent: false, base: 'all returned', apart: true })).toEqual([
      ['Yes', 'No', 'Left blank', 'Refused', 'Don’t know', 'Not asked', 'Base'],
      [3, 9, 2, 2, 1, 4, 21],
      [16, 1, 4, 0, 0, 0, 21],
    ])
  })

  test('by count, by hand, and in other words, with the figures as they are', () => {
    const items = (arrangement: Parameters<typeof arrange>[1]) =>
      arrange(table, arrangement).rows.map(({ item }) => item)
    expect(items({ order: 'count' })).toEqual(['b', 'a'])
    expect(items({ order: 'hand', layout: { order: ['b'] } })).toEqual(['b', 'a'])
    expect(items({ order: 'asked', layout: { order: ['b'] } })).toEqual(['a', 'b'])
    const shown = arrange(table, {
      order: 'count',
      layout: { rows: { a: 'Analysing' }, columns: { yes: 'Will need', no: ' ' } },
    })
    expect(shown).toMatchObject({
      columns: [{ label: 'Will need' }, { label: 'No' }],
      rows: [{ label: 'B' }, { item: 'a', label: 'Analysing', cells: { yes: 3 } }],
    })
    expect(shown.notes).toEqual([
      ...table.notes,
      'Rows in order of the count of “Yes”.',
      '“Analysing” stands for “A” as the survey has it.',
      '“Will need” stands for “Yes” as the survey has it.',
    ])
  })

  test('what the four who did not return could change', () => {
    // Had 6 of the 25 said yes, 3 of them would be among the 21 with probability C(6,3) C(19,18) / C(25,21) = 0.030.
    expect(couldBe(table, 'yes')).toEqual([
      { item: 'a', label: 'A', worst: { low: 3, high: 7 }, ifRandom: { low: 3, high: 6 } },
      { item: 'b', label: 'B', worst: { low: 16, high: 20 }, ifRandom: { low: 17, high: 20 } },
    ])
    expect(couldBe({ ...table, base: { ...table.base, population: 21 } }, 'yes')).toEqual([])
  })
})
