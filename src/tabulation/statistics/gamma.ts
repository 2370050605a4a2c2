/** Lanczos' coefficients for g = 7 and nine terms: relative error below 1e-14 for x > 0. */
const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
] as const

/**
 * The natural logarithm of the gamma function, for x > 0.
 * Source: C. Lanczos, "A Precision Approximation of the Gamma Function", SIAM J. Numer. Anal. B 1 (1964).
 */
const logGamma = (x: number): number => {
  const t = x + 6.5
  let sum: number = lanczos[0]
  for (let term = 1; term < lanczos.length; term += 1) sum += (lanczos[term] as number) / (x - 1 + term)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** The natural logarithm of n!. */
export const logFactorial = (n: number): number => (n < 2 ? 0 : logGamma(n + 1))

/** The natural logarithm of "n choose k"; minus infinity where there is no such choice. */
export const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/**
 * The regularised upper incomplete gamma function Q(a, x), for a > 0 and x ≥ 0: by its series below a + 1, by its
 * continued fraction above.
 * Source: NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2.
 */
export const upperGamma = (a: number, x: number): number => {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
}

const mostTerms = 10_000

const lowerSeries = (a: number, x: number): number => {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < mostTerms && Math.abs(term) > Math.abs(sum) * 1e-17; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Lentz's method: W. J. Lentz, Applied Optics 15 (1976). */
const upperFraction = (a: number, x: number): number => {
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < mostTerms; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (numerator * d + b || tiny)
    c = b + numerator / c || tiny
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return fraction
}
