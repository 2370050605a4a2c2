import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audit } from '../../../src/tabulation/disclosure/audit.ts'
import { protect } from '../../../src/tabulation/disclosure/protect.ts'
import { besideAnswers, figureOf, partsOf } from '../../../src/tabulation/figures.ts'
import type { Figure, Table, TableRow } from '../../../src/tabulation/table.ts'

const answers = ['yes', 'no', 'unsure']

const rowOf = (item: string, counts: readonly number[], more: Partial<TableRow> = {}): TableRow => {
  const [yes = 0, no = 0, unsure = 0, nonResponse = 0] = counts
  const base = yes + no + unsure + nonResponse
  const none = { refused: 0, dontKnow: 0, notAsked: 0, notInVersion: 0 }
  return { item, label: item, openEnded: false, cells: { yes, no, unsure }, nonResponse, ...none, base, ...more }
}

const tableOf = (rows: readonly TableRow[], base: number): Table => ({
  title: 'Help',
  survey: 'Visits',
  versions: ['version 1'],
  base: { name: 'all returned', count: base, population: null },
  columns: answers.map((id) => ({ id, label: id })),
  rows,
  notes: ['Non-response includes 2 × would rather not say.'],
})

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Groups by answers, with the row that they add up to. */
const byGroups = (groups: readonly (readonly number[])[]): Table => {
  const total = (groups[0] ?? []).map((_, at) => sum(groups.map((counts) => counts[at] ?? 0)))
  const rows = groups.map((counts, at) => rowOf(`group ${at + 1}`, counts))
  return tableOf([...rows, rowOf('all', total, { isTotal: true })], sum(total))
}

/** Items of the same forms: every row has the same base. */
const items = (rows: readonly (readonly number[])[]): Table => {
  const base = Math.max(...rows.map(sum))
  return tableOf(
    rows.map((counts, at) => rowOf(`item ${at + 1}`, [...counts.slice(0, 3), (counts[3] ?? 0) + base - sum(counts)])),
    base,
  )
}

const counts = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: 4, maxLength: 4 })
const anyItems = fc.array(counts(30), { minLength: 1, maxLength: 5 }).map(items)
const anyGroups = fc.array(counts(12), { minLength: 2, maxLength: 5 }).map(byGroups)

const shownOf = (table: Table<Figure>) =>
  table.rows.map((row) => [...partsOf(table), besideAnswers.base].map((id) => figureOf(row, id)))

describe.each([
  ['items of the same forms', anyItems],
  ['groups with a total', anyGroups],
])('a protected table of %s', (_, any) => {
  test.each([5, 10])('no count from 1 to below %i is shown, and none that is hidden is told more narrowly', (under) => {
    fc.assert(
      fc.property(any, (table) => {
        const made = protect(table, { under })
        if (!made.ok) return
        for (const figure of shownOf(made.table).flat()) {
          expect(figure === 'c' || figure === 0 || figure >= under).toBe(true)
        }
        const attacked = audit(made.table)
        if (!attacked.ok) throw new Error(attacked.reason)
        for (const { low, high } of attacked.told) expect(high - low).toBeGreaterThanOrEqual(under)
      }),
      { numRuns: 200 },
    )
  })

  test('what is shown is the true count, and every bound holds the true one', () => {
    fc.assert(
      fc.property(any, (table) => {
        const made = protect(table, 'under5')
        if (!made.ok) return
        for (const [at, row] of made.table.rows.entries()) {
          for (const id of partsOf(table)) {
            expect(['c', figureOf(table.rows[at] as TableRow, id)]).toContain(figureOf(row, id))
          }
        }
        const attacked = audit(made.table)
        const told = attacked.ok ? attacked.told : []
        for (const { row, figure, low, high } of told) {
          const truth = figureOf(table.rows[row] as TableRow, figure)
          expect(low <= truth && truth <= high).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** Every whole number that each hidden count could be, by trying all tables that fit. */
const bruteForce = (table: Table<Figure>): ReadonlyMap<string, readonly [number, number]> => {
  const { rows } = table
  const parts = partsOf(table)
  const ids = [...parts, besideAnswers.base]
  const hidden = rows.flatMap((row, at) => ids.filter((id) => figureOf(row, id) === 'c').map((id) => ({ at, id })))
  const total = table.base.count
  const bounds = new Map<string, readonly [number, number]>()
  const tried = new Map<string, number>()
  const value = (at: number, id: string): number => {
    const figure = figureOf(rows[at] as TableRow<Figure>, id)
    return figure === 'c' ? (tried.get(`${at} ${id}`) ?? 0) : figure
  }
  const totalRow = rows.findIndex(({ isTotal }) => isTotal)
  const fits = (): boolean =>
    rows.every((_, at) => sum(parts.map((id) => value(at, id))) === value(at, besideAnswers.base)) &&
    (totalRow < 0 ||
      ids.every((id) => sum(rows.map((_, at) => (at === totalRow ? 0 : value(at, id)))) === value(totalRow, id)))
  const go = (next: number): void => {
    const one = hidden[next]
    if (one === undefined) {
      if (!fits()) return
      for (const { at, id } of hidden) {
        const key = `${at} ${id}`
        const now = value(at, id)
        const [low, high] = bounds.get(key) ?? [now, now]
        bounds.set(key, [Math.min(low, now), Math.max(high, now)])
      }
      return
    }
    for (let count = 0; count <= total; count += 1) {
      tried.set(`${one.at} ${one.id}`, count)
      go(next + 1)
    }
  }
  go(0)
  return bounds
}

test('the audit finds the bounds that trying every table finds', () => {
  const small = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 3,
  })
  const hide = fc.array(fc.nat(100), { maxLength: 5 })
  fc.assert(
    fc.property(small, fc.boolean(), hide, (rows, grouped, at) => {
      const table = grouped ? byGroups(rows) : items(rows)
      const figures = [...answers, besideAnswers.nonResponse]
      const cells = new Set(at.map((n) => n % (table.rows.length * figures.length)))
      const covered: Table<Figure> = {
        ...table,
        rows: table.rows.map((row, r) => {
          const isHidden = (id: string) => cells.has(r * figures.length + figures.indexOf(id))
          return {
            ...row,
            cells: Object.fromEntries(Object.entries(row.cells).map(([id, n]) => [id, isHidden(id) ? 'c' : n])),
            nonResponse: isHidden(besideAnswers.nonResponse) ? 'c' : row.nonResponse,
          }
        }),
      }
      const attacked = audit(covered)
      if (!attacked.ok) throw new Error(attacked.reason)
      const found = attacked.told.map(({ row, figure, low, high }) => [`${row} ${figure}`, [low, high]] as const)
      expect(new Map(found)).toEqual(bruteForce(covered))
    }),
    { numRuns: 150 },
  )
})

describe('protecting', () => {
  test('a small count takes one more of its row with it, the smallest that will do', () => {
    const made = protect(
      items([
        [20, 2, 9, 4],
        [30, 0, 5, 0],
      ]),
      'under5',
    )
    expect(made.ok && shownOf(made.table)).toEqual([
      [20, 'c', 9, 'c', 0, 0, 35],
      [30, 0, 5, 0, 0, 0, 35],
    ])
  })

  test('a small group is hidden whole, and not alone', () => {
    const made = protect(
      byGroups([
        [2, 1, 0, 0],
        [20, 10, 5, 5],
        [9, 8, 7, 6],
        [30, 30, 30, 30],
      ]),
      'under5',
    )
    const shown = made.ok ? shownOf(made.table) : []
    expect(shown[0]).toEqual(['c', 'c', 'c', 'c', 0, 0, 'c'])
    expect(shown[2]).toEqual(['c', 'c', 'c', 'c', 0, 0, 'c'])
    expect(shown[4]?.at(-1)).toBe(193)
  })

  test('a count that stands in every row is hidden in every row', () => {
    const made = protect(
      items([
        [20, 12, 0, 3],
        [9, 23, 0, 3],
      ]),
      'under5',
    )
    expect(made.ok && shownOf(made.table).map((row) => row[3])).toEqual(['c', 'c'])
  })

  test('notes that tell small counts go, and why counts are hidden stands first', () => {
    const made = protect(items([[20, 2, 9, 4]]), 'under5')
    expect(made.ok && made.table.notes).toEqual([expect.stringMatching(/^\[c\]: hidden to protect people/)])
  })

  test('a table of fewer people than the threshold is not shown', () => {
    expect(protect(items([[3, 0, 0, 0]]), 'under5')).toMatchObject({ ok: false, reason: /3 returned/ })
  })

  test('organisations are shown as they are, and rounding says so', () => {
    const table = items([[16, 0, 1, 4]])
    expect(protect(table, 'none')).toEqual({ ok: true, table, hidden: 0 })
    const made = protect(table, 'round5')
    expect(made.ok && shownOf(made.table)).toEqual([[15, 0, 0, 5, 0, 0, 20]])
  })
})
