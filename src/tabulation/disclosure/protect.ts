import { besideAnswers, figureOf, partsOf, withFigures } from '../figures.ts'
import type { Figure, RowSummary, Table, TableRow } from '../table.ts'
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
  if (table.base.count < threshold) return tooFew(table, threshold)
  const groups = smallGroups(table, threshold)
  const related = relationsOf(table, (row) => !groups.has(row.item))
  const hidden = hideMore({ ...related, first: hiddenFirst(table, related, groups, threshold), width: threshold })
  return hidden === null ? tooFew(table, threshold) : published(table, related, hidden, note)
}

/** How many a filter leaves is itself a small count. */
const tooFew = ({ base, where }: Table, threshold: number): Protected => ({
  ok: false,
  reason:
    where === undefined
      ? `${base.count} returned. This table would tell of fewer than ${threshold} people, and is not shown.`
      : `Only where ${where}: this table would tell of fewer than ${threshold} people, and is not shown.`,
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

const published = (table: Table, { arcAt }: Related, hidden: ReadonlySet<number>, note: string): Protected => {
  const rows = table.rows.map((row, at) =>
    withFigures<number, Figure>(row, { refused: 'c', dontKnow: 'c' }, (figure, id) =>
      hidden.has(arcAt(at, id)) ? 'c' : figure,
    ),
  )
  const isWhole = (row: TableRow<Figure>): boolean => partsOf(table).every((part) => figureOf(row, part) !== 'c')
  // A total whose groups are hidden tells, with the groups that are shown, what the hidden ones come to.
  const isOpen = (row: TableRow<Figure>): boolean =>
    row.isTotal ? rows.every((one) => one.within !== row.within || isWhole(one)) : isWhole(row)
  return {
    ok: true,
    hidden: hidden.size,
    table: {
      ...withSummaries(table, (summary) => rows.some((row) => isAbout(summary, row) && isOpen(row))),
      notes: [...(hidden.size > 0 ? [note] : []), ...table.notes.filter((one) => !tellsCounts(one))],
      rows,
    },
  }
}

const isAbout = (summary: RowSummary, row: TableRow<Figure>): boolean =>
  summary.item === row.item && summary.within === row.within

/** What rows may come to, where it may be told. The least and the most are each the answer of one person: never. */
const withSummaries = (table: Table, isTold: (summary: RowSummary) => boolean): Table =>
  table.summaries === undefined
    ? table
    : {
        ...table,
        summaries: table.summaries
          .filter((summary) => isTold(summary))
          .map((summary) => ({ ...summary, least: null, most: null })),
      }

/** A note may tell a small count in words: how many would rather not say, how many answers are not coded yet. */
const tellsCounts = (note: string): boolean => /\b\d+ (?:×|form|answer|open-ended)/.test(note)

const toFive = (count: number): number => 5 * Math.round(count / 5)

const rounded = (table: Table, note: string): Table => {
  return {
    ...withSummaries(table, () => false),
    base: { ...table.base, count: toFive(table.base.count) },
    notes: [note, ...table.notes.filter((one) => !tellsCounts(one))],
    rows: table.rows.map((row) =>
      withFigures<number, number>(row, { refused: toFive(row.refused), dontKnow: toFive(row.dontKnow) }, toFive),
    ),
  }
}
