import { besideAnswers, figureOf, partsOf, withFigures } from '../figures.ts'
import type { Figure, Table, TableRow } from '../table.ts'
import { hideMore } from './hide.ts'
import { type Policy, policyInWords, thresholdOf } from './policy.ts'
import { blocksOf, type Related, relationsOf } from './relations.ts'
import { smallGroups } from './small-groups.ts'

export type Protected =
  | { readonly ok: true; readonly table: Table<Figure>; readonly hidden: number }
  | { readonly ok: false; readonly reason: string }

/**
 * A table as it may be published. Counts from 1 to below the policy's threshold are hidden, and as many others with them
 * as it takes until every hidden count could be anything over a span of the threshold at least. Groups with fewer people
 * than the threshold are hidden whole, and never one alone.
 *
 * Refused where so few returned that nothing can be shown.
 */
export const protect = (table: Table, policy: Policy): Protected => {
  const note = policyInWords(policy)
  if (note === null) return { ok: true, table, hidden: 0 }
  if (policy === 'round5') return { ok: true, table: rounded(table, note), hidden: 0 }
  const threshold = thresholdOf(policy)
  if (table.base.count < threshold) return tooFew(table.base.count, threshold)
  const groups = smallGroups(table, threshold)
  const related = relationsOf(table, (row) => !groups.has(row.item))
  const hidden = hideMore({ ...related, first: hiddenFirst(table, related, groups, threshold), width: threshold })
  return hidden === null ? tooFew(table.base.count, threshold) : published(table, related, hidden, note)
}

const tooFew = (count: number, threshold: number): Protected => ({
  ok: false,
  reason: `${count} returned. This table would tell of fewer than ${threshold} people, and is not shown.`,
})

const hiddenFirst = (table: Table, related: Related, groups: ReadonlySet<string>, threshold: number): Set<number> => {
  const { rows } = table
  const hidden = new Set<number>()
  for (const [arc, { row, figure }] of related.places.entries()) {
    const count = figureOf(rows[row] as TableRow, figure)
    if (count > 0 && count < threshold && !related.fixed.has(arc)) hidden.add(arc)
  }
  for (const block of blocksOf(table)) {
    const whole = block.rows.filter((row) => groups.has(rows[row]?.item ?? ''))
    for (const part of [...partsOf(table), besideAnswers.base]) {
      // A count of 0 in all of them is told by the rest of its column anyway.
      if (whole.every((row) => figureOf(rows[row] as TableRow, part) === 0)) continue
      for (const row of whole) hidden.add(related.arcAt(row, part))
    }
  }
  return hidden
}

const published = (table: Table, { arcAt }: Related, hidden: ReadonlySet<number>, note: string): Protected => ({
  ok: true,
  hidden: hidden.size,
  table: {
    ...table,
    notes: [...(hidden.size > 0 ? [note] : []), ...table.notes.filter((one) => !tellsCounts(one))],
    rows: table.rows.map((row, at) =>
      withFigures<number, Figure>(row, { refused: 'c', dontKnow: 'c' }, (figure, id) =>
        hidden.has(arcAt(at, id)) ? 'c' : figure,
      ),
    ),
  },
})

/** A note may tell a small count in words: how many would rather not say, how many answers are not coded yet. */
const tellsCounts = (note: string): boolean => /\b\d+ (?:×|form|answer|open-ended)/.test(note)

const toFive = (count: number): number => 5 * Math.round(count / 5)

const rounded = (table: Table, note: string): Table => {
  return {
    ...table,
    base: { ...table.base, count: toFive(table.base.count) },
    notes: [note, ...table.notes.filter((one) => !tellsCounts(one))],
    rows: table.rows.map((row) =>
      withFigures<number, number>(row, { refused: toFive(row.refused), dontKnow: toFive(row.dontKnow) }, toFive),
    ),
  }
}
