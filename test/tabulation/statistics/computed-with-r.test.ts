import { describe, expect, test } from 'vitest'
import { cohensKappa } from '../../../src/coding/kappa.ts'
import { chiSquare } from '../../../src/tabulation/statistics/chi-square.ts'
import { fisherExact } from '../../../src/tabulation/statistics/fisher-exact.ts'
import { hypergeometricInterval, worstCase } from '../../../src/tabulation/statistics/not-returned.ts'
import { summaryOf } from '../../../src/tabulation/statistics/summary.ts'
import { wilson } from '../../../src/tabulation/statistics/wilson.ts'
import computed from './computed-with-r.json' with { type: 'json' }

/** To 10 digits, whatever the size; a lower bound of 1e-17 is 0. */
const closeTo = (value: number) =>
  expect.closeTo(value, Math.min(14, Math.max(0, 10 - Math.ceil(Math.log10(Math.abs(value) || 1)))))

const interval = ([low, high]: number[]) => ({ low: closeTo(low ?? 0), high: closeTo(high ?? 0) })

describe.each(computed.tests)('a table of independent groups, $table', (golden) => {
  test('chi-square, Cramér’s V and adjusted residuals', () => {
    const { statistic, df, p, leastExpected, cramersV, adjustedResiduals } = chiSquare(golden.table) ?? {}
    expect({ statistic, df, p, leastExpected, cramersV }).toEqual({
      statistic: closeTo(golden.chi2),
      df: golden.df,
      p: closeTo(golden.p),
      leastExpected: closeTo(golden.minExpected),
      cramersV: closeTo(golden.cramersV),
    })
    expect(adjustedResiduals).toEqual(golden.adjres.map((row) => row.map(closeTo)))
  })

  test('Fisher’s exact test, either way round', () => {
    const turned = golden.table[0]?.map((_, column) => golden.table.map((row) => row[column] ?? 0)) ?? []
    for (const table of [golden.table, turned]) {
      const tested = fisherExact(table)
      expect(tested).toEqual({ ok: true, p: closeTo(golden.fisher) })
    }
  })
})

describe.each(computed.ci)('$x of $n, $N asked', ({ x, n, N, ...golden }) => {
  test('Wilson’s interval, with and without the finite population correction', () => {
    expect(wilson(x, n)).toEqual(interval(golden.wilson))
    expect(wilson(x, n, N)).toEqual(interval(golden.wilsonFPC))
  })

  test('the exact interval and the worst case, as counts', () => {
    const [low, high] = golden.hypergeometricCount
    expect(hypergeometricInterval(x, n, N)).toEqual({ low, high })
    const { low: least, high: most } = worstCase(x, n, N)
    expect([least / N, most / N]).toEqual(golden.worstCase.map(closeTo))
  })
})

test.each(computed.hypergeometricCounts)('the exact interval for $x of $n, $N in all', ({ x, n, N, interval }) => {
  expect(hypergeometricInterval(x, n, N)).toEqual({ low: interval[0], high: interval[1] })
})

test('Cohen’s kappa', () => {
  const { po, pe, kappa, seFleiss } = computed.kappa
  expect(cohensKappa(computed.kappa.table)).toEqual({
    agreement: closeTo(po),
    byChance: closeTo(pe),
    kappa: closeTo(kappa),
    standardError: closeTo(seFleiss),
  })
})

test('mean, median and standard deviation', () => {
  const { mean, median, standardDeviation } = summaryOf(computed.nps.scores)
  expect({ mean, median, sd: standardDeviation }).toEqual({
    mean: closeTo(computed.nps.mean),
    median: computed.nps.median,
    sd: closeTo(computed.nps.sd),
  })
})
