import { normalQuantile } from './distributions.ts'

/** From and to, both included: shares between 0 and 1, or counts. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval for a share.
 * Source: E. B. Wilson, JASA 22 (1927); A. Agresti and B. A. Coull, The American Statistician 52 (1998).
 *
 * @param x how many of the sample
 * @param n the size of the sample, above 0
 * @param population how many there are in all: the sample then counts as `n (N - 1) / (N - n)`, the finite population
 *   correction; null where the population is very large or not known
 */
export const wilson = (x: number, n: number, population: number | null = null, confidence = 0.95): Interval => {
  const share = x / n
  if (population !== null && n >= population) return { low: share, high: share }
  const size = population === null ? n : (n * (population - 1)) / (population - n)
  const z = normalQuantile(1 - (1 - confidence) / 2)
  const z2 = z * z
  const middle = (share + z2 / (2 * size)) / (1 + z2 / size)
  const half = (z * Math.sqrt((share * (1 - share)) / size + z2 / (4 * size * size))) / (1 + z2 / size)
  // At 0 and at 1 the interval ends there exactly: rounding would leave a trace below or above.
  return { low: x === 0 ? 0 : middle - half, high: x === n ? 1 : middle + half }
}
