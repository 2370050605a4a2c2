/** What a column of numbers comes to; null where there are none, or too few. */
export interface Summary {
  readonly count: number
  readonly mean: number | null
  /** Of the sample: divided by n - 1. */
  readonly standardDeviation: number | null
  readonly least: number | null
  readonly lowerQuartile: number | null
  readonly median: number | null
  readonly upperQuartile: number | null
  readonly most: number | null
}

/** How quantiles are counted: told beside a table. */
export const quantileMethod = 'R’s default, type 7 of Hyndman and Fan (1996)'

/**
 * A quantile of numbers in ascending order: linear between the two nearest, `1 + (n - 1) p` from the first.
 * Source: R. J. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), type 7.
 */
export const quantile = (ascending: ArrayLike<number>, probability: number): number | null => {
  if (ascending.length === 0) return null
  const at = (ascending.length - 1) * probability
  const below = ascending[Math.floor(at)] as number
  const above = ascending[Math.ceil(at)] as number
  return below + (at - Math.floor(at)) * (above - below)
}

export const summaryOf = (numbers: Iterable<number>): Summary => {
  const ascending = Float64Array.from(numbers).sort()
  const count = ascending.length
  const mean = count === 0 ? null : ascending.reduce((sum, number) => sum + number, 0) / count
  const squares = mean === null ? 0 : ascending.reduce((sum, number) => sum + (number - mean) ** 2, 0)
  return {
    count,
    mean,
    standardDeviation: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    least: quantile(ascending, 0),
    lowerQuartile: quantile(ascending, 0.25),
    median: quantile(ascending, 0.5),
    upperQuartile: quantile(ascending, 0.75),
    most: quantile(ascending, 1),
  }
}
