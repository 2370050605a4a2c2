import { expect, test } from 'vitest'
import { groupTests } from '../../src/tabulation/group-tests.ts'
import { matchedTests } from '../../src/tabulation/matched-tests.ts'
import type { Figure, Table } from '../../src/tabulation/table.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { columnsOf } from '../support/tabulated.ts'

const row = (item: string, counts: readonly Figure[]) => {
  const [yes = 0, no = 0, unsure = 0, nonResponse = 0] = counts
  const none = { refused: 0, dontKnow: 0, notAsked: 0, notInVersion: 0 }
  const base = counts.reduce<number>((all, one) => all + (one === 'c' ? 0 : one), 0)
  return { item, label: item, openEnded: false, cells: { yes, no, unsure }, nonResponse, ...none, base }
}

/** Groups by three answers, with the row that they add up to. */
const byGroups = (groups: readonly (readonly Figure[])[]): Table<Figure> => {
  return {
    title: 'Help',
    survey: 'Visits',
    versions: ['version 1'],
    base: { name: 'all returned', count: 0, population: null },
    by: 'Region',
    columns: ['yes', 'no', 'unsure'].map((id) => ({ id, label: id })),
    rows: [
      ...groups.map((counts, at) => row(`group ${at + 1}`, counts)),
      row('(not stated)', [0, 9, 0, 0]),
      { ...row('(all)', [1, 2, 3, 4]), isTotal: true },
    ],
    notes: [],
  }
}

test('independent groups by chi-square with residuals; who gave no answer is left out', () => {
  // Expected in each group 21, 17.5 and 11.5: 2 (81 / 21 + 56.25 / 17.5 + 2.25 / 11.5) = 14.53.
  const [words, methods] = groupTests(
    byGroups([
      [30, 10, 10, 7],
      [12, 25, 13, 1],
    ]),
    'region',
  )
  expect(words).toBe(
    'Help: chi-square 14.53, 2 degrees of freedom, p < 0.001, Cramér’s V 0.38. There are more than expected in group 1, “yes” (adjusted residual 3.6, p = 0.002); fewer than expected in group 1, “no” (adjusted residual -3.1, p = 0.007); fewer than expected in group 2, “yes” (adjusted residual -3.6, p = 0.002); more than expected in group 2, “no” (adjusted residual 3.1, p = 0.007).',
  )
  expect(methods).toContain('Agresti 2013')
})

test('few by Fisher’s exact test, as R says', () => {
  expect(
    groupTests(
      byGroups([
        [3, 1, 0],
        [2, 8, 0],
      ]),
      'region',
    )[0],
  ).toBe('Help: Fisher’s exact test, p = 0.095.')
})

test('nothing is tested where a count is hidden, where entries stand in one form, and without groups', () => {
  expect(
    groupTests(
      byGroups([
        [30, 'c', 10],
        [12, 25, 'c'],
      ]),
      'region',
    ),
  ).toEqual(['Help: not tested, as some counts are hidden.'])
  const table = byGroups([
    [30, 10, 10],
    [12, 25, 13],
  ])
  expect(groupTests({ ...table, base: { ...table.base, name: 'entries' } }, null)).toEqual([
    'Not tested: entries of one form are not independent of each other.',
  ])
  const { by: _, ...plain } = table
  expect(groupTests(plain, null)).toEqual([])
})

test('items of the same forms by Cochran’s Q and McNemar, never chi-square', () => {
  const forms = Array.from({ length: 20 }, (_, at) =>
    clubReturn(`r${at}`, 2, { member: 'yes', likes: { sport: 'yes', dance: at < 4 ? 'yes' : 'no' } }),
  )
  const columns = columnsOf(clubVersions.slice(1), [
    ...forms,
    clubReturn('half', 2, { member: 'yes', likes: { sport: 'yes' } }),
  ])
  const [words] = matchedTests(columns, 'likes', null, 'none')
  // All 16 that differ do so one way: Q = 16 (R: pchisq(16, 1, lower = FALSE) 6.3e-05), exact p = 2^-15.
  expect(words).toBe(
    '“yes” in the 20 forms that answered every item: Cochran’s Q 16.00, 1 degree of freedom, p < 0.001. It is given to “Sport” more often than “Dance” (p < 0.001).',
  )
  expect(matchedTests(columns, 'likes', null, 'under5')).toEqual(['Not tested: it would tell of too few.'])
  expect(matchedTests(columns, 'member', null, 'none')).toEqual([])
})
