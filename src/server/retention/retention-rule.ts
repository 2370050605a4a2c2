/** How long answers of one survey are kept. */
export interface RetentionRule {
  /** Whole months after the one in which a response last arrived. */
  readonly months: number
  /** When somebody decided it: ISO 8601, UTC. */
  readonly decidedAt: string
}

/** Milliseconds after a decision in which nothing goes: whoever chose a wrong number chooses again. */
const grace = 7 * 86_400_000

/** The first day of a month, so many months after the one that a text begins with: `2026-04`, 13 → `2027-05-01`. */
const firstAfter = (month: string, months: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months)).toISOString().slice(0, 10)

/**
 * The day on which answers go that last arrived in a month: the first of the month after their time is over, and not before
 * whoever decided has had a week to think again.
 *
 * @param month `2026-04` @returns `2027-05-01`
 */
export const goesOn = (month: string, { months, decidedAt }: RetentionRule): string => {
  const over = firstAfter(month, months + 1)
  const earliest = new Date(Date.parse(decidedAt) + grace).toISOString().slice(0, 10)
  return over > earliest ? over : earliest
}

/** Answers that last arrived before this moment go now; null while nothing goes yet. */
export const overBefore = ({ months, decidedAt }: RetentionRule, now: Date): string | null =>
  now.getTime() < Date.parse(decidedAt) + grace ? null : `${firstAfter(now.toISOString(), -months)}T00:00:00.000Z`
