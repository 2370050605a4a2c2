/** What each group should come to, by group: a share or a count; only their proportions matter. */
export type Margin = ReadonlyMap<string, number>

export type Weighted =
  | { readonly ok: true; readonly weights: Float64Array; readonly rounds: number }
  | { readonly ok: false; readonly reason: string }

/**
 * Weights by raking (iterative proportional fitting): each form starts at 1, and is scaled until every margin is met. One
 * margin alone is post-stratification. Weights sum to the number of forms.
 * Source: W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940).
 *
 * @param margins for each variable, the group of each form and what the groups should come to
 * Refused where a group that should be there has no form, where a form stands in no group, and where it does not settle.
 */
export const rake = (
  margins: readonly { readonly name: string; readonly groups: readonly string[]; readonly target: Margin }[],
  mostRounds = 200,
): Weighted => {
  const forms = margins[0]?.groups.length ?? 0
  for (const { name, groups, target } of margins) {
    const there = new Set(groups)
    const missing = [...target].find(([group, share]) => share > 0 && !there.has(group))
    if (missing) return { ok: false, reason: `No form is in “${missing[0]}” of ${name}: it cannot be weighted up.` }
    const stray = [...there].find((group) => !((target.get(group) ?? 0) > 0))
    if (stray !== undefined) return { ok: false, reason: `${name} says nothing of “${stray}”, which forms are in.` }
  }
  const weights = new Float64Array(forms).fill(1)
  for (let rounds = 1; rounds <= mostRounds; rounds += 1) {
    let furthest = 0
    for (const margin of margins) furthest = Math.max(furthest, fit(weights, margin.groups, margin.target))
    if (furthest < 1e-12) return { ok: true, weights, rounds }
  }
  return { ok: false, reason: 'The margins contradict each other: the weights do not settle.' }
}

/** Scales the weights to one margin; says how far the furthest factor was from 1. */
const fit = (weights: Float64Array, groups: readonly string[], target: Margin): number => {
  const sums = new Map<string, number>()
  for (const [form, group] of groups.entries()) sums.set(group, (sums.get(group) ?? 0) + (weights[form] as number))
  const all = [...target.values()].reduce((sum, share) => sum + share, 0)
  const factors = new Map(
    [...target].map(([group, share]) => [group, ((share / all) * groups.length) / (sums.get(group) ?? 1)]),
  )
  for (const [form, group] of groups.entries()) weights[form] = (weights[form] as number) * (factors.get(group) ?? 1)
  return Math.max(...[...factors.values()].map((factor) => Math.abs(factor - 1)))
}

/**
 * How much weighting widens what can be said: the design effect of unequal weights, and the size of an unweighted sample
 * that would say as much.
 * Source: L. Kish, Survey Sampling (1965), 11.7.
 */
export const designEffect = (
  weights: ArrayLike<number>,
): { readonly effect: number; readonly effectiveSize: number } => {
  let sum = 0
  let squares = 0
  for (let form = 0; form < weights.length; form += 1) {
    const weight = weights[form] as number
    sum += weight
    squares += weight * weight
  }
  return { effect: (weights.length * squares) / (sum * sum), effectiveSize: (sum * sum) / squares }
}
