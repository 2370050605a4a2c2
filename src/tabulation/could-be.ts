import { hypergeometricInterval, worstCase } from './statistics/not-returned.ts'
import { type Interval, wilson } from './statistics/wilson.ts'
import type { Figure, Table } from './table.ts'

/** What one answer to an item could come to among all who were asked. Counts of them. */
export interface CouldBe {
  readonly item: string
  readonly label: string
  /** Whatever those who did not return would have said. */
  readonly worst: Interval
  /** If those who returned were a random selection: 19 times in 20 the true count lies here. */
  readonly ifRandom: Interval
}

/** Up to this many asked, the interval is worked out exactly; beyond, by Wilson's with the finite population correction. */
const exactUpTo = 2000

/**
 * What the ones who did not return could change about one answer, row by row. Nothing where everyone returned, where it is
 * not known how many were asked, where a filter or groups divide them, and where the count is hidden.
 */
export const couldBe = (table: Table<Figure>, answer: string): readonly CouldBe[] => {
  const { count: returned, population } = table.base
  if (population === null || population <= returned || table.by !== undefined) return []
  return table.rows.flatMap(({ item, label, cells }) => {
    const given = cells[answer]
    if (given === undefined || given === 'c' || returned === 0) return []
    return [
      { item, label, worst: worstCase(given, returned, population), ifRandom: interval(given, returned, population) },
    ]
  })
}

const interval = (x: number, n: number, population: number): Interval => {
  if (population <= exactUpTo) return hypergeometricInterval(x, n, population)
  const { low, high } = wilson(x, n, population)
  return { low: Math.floor(low * population), high: Math.ceil(high * population) }
}

/** The assumption and the method, as they stand under the figures. */
export const ifRandomInWords = (population: number): string =>
  `If those who returned were a random selection of the ${population}, the true count would lie in this range 19 times in 20 (${
    population <= exactUpTo
      ? 'exact, hypergeometric: Buonaccorsi 1987'
      : 'Wilson’s interval with finite population correction: Wilson 1927'
  }). Those who return often differ from those who do not.`
