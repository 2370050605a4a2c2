import { assert, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureColumns } from '../../src/export/row-figures.ts'
import { groupBy, groupByLabels, type Grouped, nest, ownAgainstRest } from '../../src/tabulation/grouping.ts'
import { shownTable } from '../../src/tabulation/shown-table.ts'
import { weigh } from '../../src/tabulation/weigh.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { columnsOf, tableOf } from '../support/tabulated.ts'

const known = (grouped: Grouped) => {
  if (!grouped.ok) throw new Error(grouped.reason)
  return grouped.grouping
}

const weightsOf = (...given: Parameters<typeof weigh>) => {
  const weighed = weigh(...given)
  if (!weighed.ok) throw new Error(weighed.reason)
  return weighed.weights
}

const shows = { base: 'valid answers', percent: false, apart: false } as const

const regions = known(groupByLabels('Region', ['N', 'N', 'N', 'S', null]))

const refusal = (targets: ReadonlyMap<string, number>) => {
  const weighed = weigh([{ grouping: regions, targets }], null)
  return weighed.ok ? '' : weighed.reason
}

const answer = (at: number) =>
  clubReturn(`r${at}`, 2, { member: at % 3 === 0 ? 'yes' : 'no', help: at % 2 === 0 ? ['bus'] : ['phone'] })

test('groups come to what they should, who is in none counts as before, and all sum to the forms', () => {
  const { of, effect, effectiveSize } = weightsOf(
    [
      {
        grouping: regions,
        targets: new Map([
          ['N', 1],
          ['S', 1],
        ]),
      },
    ],
    null,
  )
  expect([...of].map((weight) => Number(weight.toFixed(6)))).toEqual([0.666667, 0.666667, 0.666667, 2, 1])
  // Kish: 5 (3 x 4/9 + 4 + 1) / 25.
  expect([effect, effectiveSize]).toEqual([expect.closeTo(1.266667, 5), expect.closeTo(3.947368, 5)])
})

test('each group counts once, however many forms it has', () => {
  const { of, words } = weightsOf([{ grouping: regions, targets: 'equal' }], Uint8Array.from([1, 1, 1, 1, 0]))
  expect([...of].map((weight) => Number(weight.toFixed(6)))).toEqual([0.666667, 0.666667, 0.666667, 2, 0])
  expect(words).toBe('Each of “Region” counts once, however many forms it has')
})

test('a group without a target, or a target without a form, is refused by its name', () => {
  expect(refusal(new Map([['N', 1]]))).toContain('says nothing of “S”')
  expect(
    refusal(
      new Map([
        ['N', 1],
        ['S', 1],
        ['E', 1],
      ]),
    ),
  ).toContain('No form is in “E”')
})

describe('a weighted table', () => {
  const columns = columnsOf(
    clubVersions,
    Array.from({ length: 60 }, (_, at) => answer(at)),
  )
  const weights = weightsOf(
    [
      {
        grouping: known(groupBy(columns, 'member')),
        targets: new Map([
          ['yes', 50],
          ['no', 50],
        ]),
      },
    ],
    null,
  )
  const row = (policy: 'none' | 'under5' | 'under10' | 'round5') => {
    const shown = shownTable(columns, 'member', { weights }, { shows, policy })
    if (!shown.ok) throw new Error(shown.reason)
    return shown.table.rows.flatMap((one) => figureColumns(shown.table).map(({ label, of }) => [label, of(one)]))
  }

  test('has its shares beside the unweighted counts and base', () => {
    expect(Object.fromEntries(row('none'))).toMatchObject({
      yes: 20,
      no: 40,
      'yes, weighted %': 50,
      'no, weighted %': 50,
      'Base: valid answers, unweighted': 60,
    })
  })

  test('hides shares that would tell of a few, and has none where counts are rounded', () => {
    expect(row('under10').flat()).toContain('yes, weighted %')
    const few = columnsOf(clubVersions, [
      ...Array.from({ length: 59 }, (_, at) => answer(at)),
      clubReturn('x', 2, { member: 'lapsed' }),
    ])
    const made = shownTable(
      few,
      'help',
      { weights: weightsOf([{ grouping: known(groupBy(few, 'member')), targets: 'equal' }], null) },
      { shows, policy: 'under5' },
    )
    if (!made.ok) throw new Error(made.reason)
    expect(made.table.weighted?.rows.every(({ figures }) => figures === null)).toBe(true)
    expect(made.table.notes.join(' ')).toContain('raking')
    expect(made.table.notes.join(' ')).not.toContain('Design effect')
    expect(row('round5').flat()).not.toContain('yes, weighted %')
  })
})

test('nested groups add up to their outer group, and one against the rest to all', () => {
  assert(
    property(clubHistory, ({ counting }) => {
      const columns = columnsOf(clubVersions, counting)
      const outer = known(groupBy(columns, 'member'))
      const pairs = known(nest(outer, known(groupBy(columns, 'happy'))))
      const bases = (by: typeof outer) =>
        tableOf(columns, 'help', { by }).rows.filter(({ within, isTotal }) => within === 'bus' && !isTotal)
      for (const { item, base } of bases(outer)) {
        const inner = bases(pairs).filter((row) => row.item.startsWith(`${item} / `))
        expect(inner.reduce((sum, row) => sum + row.base, 0)).toBe(base)
      }
      const own = known(ownAgainstRest(outer, 'yes'))
      expect(bases(own).reduce((sum, row) => sum + row.base, 0)).toBe(columns.responses.length)
    }),
    { numRuns: 40 },
  )
})
