import { logChoose, upperGamma } from './gamma.ts'

/** The probability that a chi-square variable with `df` degrees of freedom is at least this large. */
export const chiSquareTail = (statistic: number, df: number): number =>
  df <= 0 ? 1 : upperGamma(df / 2, statistic / 2)

/** The probability that a standard normal variable is further from 0 than `z`, on either side. */
export const normalTwoTails = (z: number): number => upperGamma(0.5, (z * z) / 2)

/**
 * The value that a standard normal variable is below with this probability: `normalQuantile(0.975)` is 1.959964.
 * Newton's method on the tail: it bends one way only, so that from 0 no step goes too far.
 */
export const normalQuantile = (probability: number): number => {
  if (probability === 0.5) return 0
  const tail = Math.min(probability, 1 - probability)
  let z = 0
  for (let step = 0; step < 100; step += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
    const change = (normalTwoTails(z) / 2 - tail) / density
    z += change
    if (Math.abs(change) < 1e-15 * Math.abs(z)) break
  }
  return probability < 0.5 ? -z : z
}

/** The probability of `x` with the property in a sample of `n`, drawn from `N` of which `K` have it. */
export const hypergeometric = (x: number, n: number, K: number, N: number): number =>
  Math.exp(logChoose(K, x) + logChoose(N - K, n - x) - logChoose(N, n))

/** The probability of `x` successes in `n` tries, each with probability one half. */
export const binomialHalf = (x: number, n: number): number => Math.exp(logChoose(n, x) - n * Math.LN2)
