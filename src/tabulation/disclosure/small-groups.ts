import type { Table } from '../table.ts'

/**
 * The groups of a table by groups that are hidden whole: those with fewer people than the threshold, and with them as
 * many of the next smallest as it takes until they are two at least, and the threshold together. Chosen once for all the
 * items of the table: a base that one item hides and another shows would be no secret.
 */
export const smallGroups = ({ rows }: Pick<Table, 'rows'>, threshold: number): ReadonlySet<string> => {
  const bases = new Map(
    rows
      .filter((row) => !row.isTotal && rows.some(({ within, isTotal }) => isTotal && within === row.within))
      .map((row) => [row.item, row.base]),
  )
  const ascending = [...bases].filter(([, base]) => base > 0).toSorted(([, a], [, b]) => a - b)
  if (!ascending.some(([, base]) => base < threshold)) return new Set()
  const chosen = new Set<string>()
  let people = 0
  for (const [group, base] of ascending) {
    if (base >= threshold && chosen.size >= 2 && people >= threshold) break
    chosen.add(group)
    people += base
  }
  return chosen
}
