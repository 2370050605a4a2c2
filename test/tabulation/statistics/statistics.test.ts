import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquare } from '../../../src/tabulation/statistics/chi-square.ts'
import { cochranQ } from '../../../src/tabulation/statistics/cochran-q.ts'
import { withoutEmpty } from '../../../src/tabulation/statistics/contingency.ts'
import { hypergeometric, normalQuantile, normalTwoTails } from '../../../src/tabulation/statistics/distributions.ts'
import { fisherExact } from '../../../src/tabulation/statistics/fisher-exact.ts'
import { holm } from '../../../src/tabulation/statistics/holm.ts'
import { mcnemarExact } from '../../../src/tabulation/statistics/mcnemar.ts'
import { hypergeometricInterval, worstCase } from '../../../src/tabulation/statistics/not-returned.ts'
import { quantile } from '../../../src/tabulation/statistics/summary.ts'
import { designEffect, rake } from '../../../src/tabulation/statistics/weights.ts'
import { wilson } from '../../../src/tabulation/statistics/wilson.ts'

const smallTable = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(withoutEmpty)
  .filter((table) => table.length > 1 && (table[0]?.length ?? 0) > 1)

/** Every table with the margins of this one, by trying all. */
const tablesLike = (rows: readonly number[], columns: readonly number[]): readonly (readonly number[])[][] => {
  const [row, ...below] = rows
  if (row === undefined) return columns.every((left) => left === 0) ? [[]] : []
  const fill = (left: readonly number[], rest: number): readonly number[][] =>
    left.length === 0
      ? rest === 0
        ? [[]]
        : []
      : Array.from({ length: Math.min(rest, left[0] ?? 0) + 1 }, (_, count) =>
          fill(left.slice(1), rest - count).map((others) => [count, ...others]),
        ).flat()
  return fill(columns, row).flatMap((filled) =>
    tablesLike(
      below,
      columns.map((left, at) => left - (filled[at] ?? 0)),
    ).map((others) => [filled, ...others]),
  )
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

/** How probable a table is, given its margins, but for a constant. */
const weight = (one: readonly (readonly number[])[]) => 1 / one.flat().reduce((all, n) => all * factorial(n), 1)

describe('tests between independent groups', () => {
  test('Fisher’s p is what counting every table with the same margins gives', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const rows = table.map((row) => row.reduce((a, b) => a + b, 0))
        const columns = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
        const all = tablesLike(rows, columns).map(weight)
        const least = weight(table) * (1 + 1e-7)
        const p = all.filter((one) => one <= least).reduce((a, b) => a + b, 0) / all.reduce((a, b) => a + b, 0)
        const tested = fisherExact(table)
        expect(tested.ok && tested.p).toBeCloseTo(p, 9)
      }),
      { numRuns: 60 },
    )
  })

  test('the order of groups and answers makes no difference', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const turned = table.toReversed().map((row) => row.toReversed())
        expect(chiSquare(turned)?.p).toBeCloseTo(chiSquare(table)?.p ?? -1, 12)
        const [one, other] = [fisherExact(turned), fisherExact(table)]
        expect(one.ok && one.p).toBeCloseTo((other.ok && other.p) || -1, 12)
      }),
    )
  })

  test('a table too large for the exact test is refused, not guessed', () => {
    expect(
      fisherExact(
        [
          [30, 20, 10, 5, 9],
          [8, 22, 31, 9, 4],
          [1, 2, 30, 40, 8],
        ],
        1000,
      ),
    ).toEqual({
      ok: false,
      reason: 'The table is too large for Fisher’s exact test.',
    })
  })

  test('Holm: never below the plain p, never above Bonferroni, and in the same order', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (ps) => {
        for (const [at, p] of holm(ps).entries()) {
          expect(p).toBeGreaterThanOrEqual(ps[at] ?? 2)
          expect(p).toBeLessThanOrEqual(Math.min(1, (ps[at] ?? 0) * ps.length) + 1e-15)
        }
      }),
    )
  })
})

describe('tests between items of the same forms', () => {
  test('Cochran’s Q of two items is McNemar’s chi-square', () => {
    const forms = [
      ...many(9, [true, false]),
      ...many(3, [false, true]),
      ...many(5, [true, true]),
      ...many(2, [false, false]),
    ]
    expect(cochranQ(forms)?.statistic).toBeCloseTo((9 - 3) ** 2 / (9 + 3), 12)
  })

  test('McNemar’s exact p is the binomial’s', () => {
    // 2 (C(12,0) + … + C(12,3)) / 2^12
    expect(mcnemarExact(9, 3)).toBeCloseTo((2 * (1 + 12 + 66 + 220)) / 4096, 14)
    expect(mcnemarExact(4, 4)).toBe(1)
    expect(mcnemarExact(0, 0)).toBe(1)
  })

  test('forms that never tell the items apart say nothing', () => {
    expect(cochranQ(many(4, [true, true]))).toBeNull()
  })
})

const many = (times: number, form: readonly boolean[]) => Array.from({ length: times }, () => form)

describe('distributions', () => {
  test('the normal quantile is the inverse of the tails', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959_963_984_540_054, 13)
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.499, noNaN: true }), (tail) => {
        const z = normalQuantile(1 - tail)
        expect(normalTwoTails(z) / 2 / tail).toBeCloseTo(1, 5)
        expect(normalQuantile(tail)).toBeCloseTo(-z, 5)
      }),
    )
  })
})

describe('what those who did not return could change', () => {
  const returns = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([n, out, share]) => ({ n, population: n + out, x: Math.round(share * n) }))

  test('the exact interval lies within the worst case, holds its level and is one value where all returned', () => {
    fc.assert(
      fc.property(returns, ({ x, n, population }) => {
        const { low, high } = hypergeometricInterval(x, n, population)
        const worst = worstCase(x, n, population)
        expect(worst.low <= low && low <= high && high <= worst.high).toBe(true)
        expect(hypergeometricInterval(x, n, n)).toEqual({ low: x, high: x })
      }),
    )
  })

  test('whatever the truth, a random selection’s interval misses it in at most 5 % of the cases', () => {
    const [n, population] = [12, 20]
    for (let truth = 0; truth <= population; truth += 1) {
      let missed = 0
      for (let x = Math.max(0, n - (population - truth)); x <= Math.min(n, truth); x += 1) {
        const { low, high } = hypergeometricInterval(x, n, population)
        if (truth < low || truth > high) missed += hypergeometric(x, n, truth, population)
      }
      expect(missed).toBeLessThanOrEqual(0.05 + 1e-12)
    }
  })

  test('Wilson’s interval holds the share and narrows as more of the population return', () => {
    fc.assert(
      fc.property(returns, ({ x, n, population }) => {
        const plain = wilson(x, n)
        const corrected = wilson(x, n, population)
        expect(corrected.high - corrected.low).toBeLessThanOrEqual(plain.high - plain.low + 1e-12)
        expect(plain.low <= x / n && x / n <= plain.high).toBe(true)
        expect(wilson(x, n, n)).toEqual({ low: x / n, high: x / n })
      }),
    )
  })
})

describe('weights', () => {
  test('raked weights meet every margin and sum to the number of forms', () => {
    const sex = ['w', 'w', 'w', 'm', 'm', 'w', 'm', 'w', 'm', 'w']
    const age = ['young', 'old', 'old', 'old', 'young', 'young', 'old', 'old', 'old', 'young']
    const raked = rake([
      {
        name: 'sex',
        groups: sex,
        target: new Map([
          ['w', 51],
          ['m', 49],
        ]),
      },
      {
        name: 'age',
        groups: age,
        target: new Map([
          ['young', 0.3],
          ['old', 0.7],
        ]),
      },
    ])
    if (!raked.ok) throw new Error(raked.reason)
    const of = (groups: readonly string[], group: string) =>
      groups.reduce((sum, one, at) => sum + (one === group ? (raked.weights[at] ?? 0) : 0), 0)
    expect(of(sex, 'w')).toBeCloseTo(5.1, 10)
    expect(of(age, 'young')).toBeCloseTo(3, 10)
    expect(of(sex, 'w') + of(sex, 'm')).toBeCloseTo(10, 10)
    expect(designEffect(raked.weights).effect).toBeGreaterThan(1)
    expect(designEffect([1, 1, 1, 1])).toEqual({ effect: 1, effectiveSize: 4 })
  })

  test('a group without forms, and forms without a group, are refused with their names', () => {
    const groups = ['a', 'b']
    const refused = (target: Map<string, number>) => rake([{ name: 'region', groups, target }])
    expect(
      refused(
        new Map([
          ['a', 1],
          ['b', 1],
          ['c', 1],
        ]),
      ),
    ).toMatchObject({ ok: false, reason: /“c” of region/ })
    expect(refused(new Map([['a', 1]]))).toMatchObject({ ok: false, reason: /region says nothing of “b”/ })
  })
})

test('quantiles run from the least to the most, and half way between two in the middle', () => {
  expect([0, 0.25, 0.5, 1].map((p) => quantile([1, 2, 4, 10], p))).toEqual([1, 1.75, 3, 10])
  expect(quantile([], 0.5)).toBeNull()
})
