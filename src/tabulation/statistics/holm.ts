/**
 * Adjusts the p-values of several tests on one table, so that the chance of any false alarm among them stays what one
 * test's would be. In the order given.
 * Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scand. J. Statist. 6 (1979).
 */
export const holm = (ps: readonly number[]): readonly number[] => {
  const adjusted = Array.from(ps, () => 1)
  let least = 0
  const order = ps.map((p, at) => ({ p, at })).toSorted((a, b) => a.p - b.p)
  for (const [rank, { p, at }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (ps.length - rank)))
    adjusted[at] = least
  }
  return adjusted
}
