import { hypergeometric } from './distributions.ts'
import type { Interval } from './wilson.ts'

/**
 * What the ones who did not return could change at most: the count if none of them would say so, and if all would.
 * No assumption. Source: C. F. Manski, Identification Problems in the Social Sciences (1995), 2.
 *
 * @param x how many of those who returned @param n returned @param population asked
 */
export const worstCase = (x: number, n: number, population: number): Interval => ({ low: x, high: x + population - n })

/**
 * The exact interval for the count in the whole population, if those who returned were a random selection from it: both
 * tails of the hypergeometric distribution turned round.
 * Source: J. Buonaccorsi, "A note on confidence intervals for proportions in finite populations", The American
 * Statistician 41 (1987).
 */
export const hypergeometricInterval = (x: number, n: number, population: number, confidence = 0.95): Interval => {
  const tail = (1 - confidence) / 2
  const { low: least, high: most } = worstCase(x, n, population)
  const isAtLeast = (K: number): number => sum(x, Math.min(n, K), (k) => hypergeometric(k, n, K, population))
  const isAtMost = (K: number): number =>
    sum(Math.max(0, n - (population - K)), x, (k) => hypergeometric(k, n, K, population))
  return {
    low: firstOf(least, most, (K) => isAtLeast(K) > tail),
    high: most - firstOf(0, most - least, (back) => isAtMost(most - back) > tail),
  }
}

const sum = (from: number, to: number, of: (at: number) => number): number => {
  let all = 0
  for (let at = from; at <= to; at += 1) all += of(at)
  return all
}

/** The first number of which it holds, where it goes on to hold from there on. */
const firstOf = (from: number, to: number, holds: (at: number) => boolean): number => {
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
