import { binomialHalf } from './distributions.ts'

/**
 * McNemar's exact test: whether two items of the same forms are answered "yes" equally often. Two-sided p.
 * Source: Q. McNemar, Psychometrika 12 (1947), by the binomial distribution of the forms that answer the two differently.
 *
 * @param onlyFirst how many forms say yes to the first item and not to the second
 * @param onlySecond how many say yes to the second and not to the first
 */
export const mcnemarExact = (onlyFirst: number, onlySecond: number): number => {
  const differ = onlyFirst + onlySecond
  const fewer = Math.min(onlyFirst, onlySecond)
  let tail = 0
  for (let x = 0; x <= fewer; x += 1) tail += binomialHalf(x, differ)
  return Math.min(1, 2 * tail)
}
