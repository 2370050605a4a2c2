export interface SampleSize {
  /** How many must answer. */
  readonly n: number
  readonly words: string
}

/** Of the normal distribution: the 97.5th percentile. */
const z = 1.959963984540054

/**
 * How many of a population must answer for shares to be known to within a margin, 19 times in 20, at the worst case of a
 * half: Cochran's n with the finite population correction. Where nearly all of them are needed, all are to be asked.
 *
 * @example sampleSize(25, 0.05).words // 'For 25, ask all of them.'
 */
export const sampleSize = (population: number, margin: number): SampleSize => {
  const endless = (z * z * 0.25) / (margin * margin)
  const n = Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)))
  if (population <= 50 || n >= 0.8 * population) return { n: population, words: `For ${population}, ask all of them.` }
  const points = Math.round(margin * 100)
  return {
    n,
    words: `Of ${population}, ${n} must answer to know a share to within ${points} percentage ${points === 1 ? 'point' : 'points'}, 19 times in 20. Ask more: some will not answer.`,
  }
}
