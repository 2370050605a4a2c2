import { mostCodes, reserved } from './bytes.ts'
import { leftOut } from './count.ts'
import { besideAnswers } from './figures.ts'
import type { Line } from './lines.ts'
import { unlistedColumn } from './row.ts'
import type { Selection } from './selection.ts'
import { allGroups } from './summaries.ts'
import type { WeightedRow } from './table.ts'
import type { Weights } from './weigh.ts'

/** A weighted row, and the fewest forms that its shares tell apart: those of one answer that count the same. */
export interface CountedByWeight {
  readonly row: WeightedRow
  readonly least: number
}

/** The rows of a table, weighted, in the order of its rows. */
export const weightedRows = (
  lines: readonly Line[],
  { of, groups }: Selection,
  weights: Weights,
): readonly CountedByWeight[] =>
  lines.flatMap((line) => {
    const within = groups === null || lines.length === 1 ? {} : { within: line.head.label }
    const row = (item: string, group: number | null): CountedByWeight => {
      const { figures, least } = sums(line, of, group, weights)
      return { row: { item, ...within, figures }, least }
    }
    if (groups === null) return [row(line.head.item, null)]
    return [...groups.map(({ id }, group) => row(id, group)), row(allGroups.item, null)]
  })

const sums = (line: Line, of: Uint8Array | null, group: number | null, weights: Weights) => {
  const byByte = new Float64Array(256)
  const told = new Map<number, number>()
  for (let place = 0; place < line.column.length; place += 1) {
    const at = of?.[place] ?? 0
    if (at === leftOut || (group !== null && at !== group)) continue
    const byte = line.column[place] as number
    byByte[byte] = (byByte[byte] as number) + (weights.of[place] as number)
    const key = ((weights.classes[place] as number) << 8) | byte
    told.set(key, (told.get(key) ?? 0) + 1)
  }
  const figures = new Map<string, number>()
  for (const [byte, sum] of byByte.entries())
    if (sum > 0) figures.set(idOf(byte, line), (figures.get(idOf(byte, line)) ?? 0) + sum)
  figures.set(
    besideAnswers.base,
    byByte.reduce((sum, one) => sum + one, 0),
  )
  return { figures: Object.fromEntries(figures), least: Math.min(...told.values()) }
}

const idOf = (byte: number, { answers }: Line): string => {
  if (byte < mostCodes) return answers[byte] ?? unlistedColumn.id
  switch (byte) {
    case reserved.unlisted:
      return unlistedColumn.id
    case reserved.notAsked:
      return besideAnswers.notAsked
    case reserved.notInVersion:
      return besideAnswers.notInVersion
    default:
      return besideAnswers.nonResponse
  }
}

/** How a table is weighted, by which method, and what it costs; the cost only where it tells of nobody. */
export const weightNotes = (
  { words, effect, effectiveSize, smallest }: Weights,
  threshold: number,
): readonly string[] => [
  `${words}: the columns that say weighted. Counts and base are unweighted.`,
  'Weights by raking (Deming and Stephan 1940); who is in no group counts as before.',
  ...(smallest < threshold
    ? []
    : [
        `Design effect ${effect.toFixed(2)}: the forms say as much as ${Math.round(effectiveSize)} unweighted ones (Kish 1965, 11.7).`,
      ]),
]
