/** A probability as it stands in a report: `p = 0.03`, `p < 0.001`. */
export const pInWords = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`)

/** Under this a difference is told. */
export const level = 0.05
