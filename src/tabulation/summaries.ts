import { mostCodes } from './bytes.ts'
import type { Columns } from './columns.ts'
import { leftOut } from './count.ts'
import type { Line } from './lines.ts'
import type { Selection } from './selection.ts'
import { summaryOf } from './statistics/summary.ts'
import type { RowSummary } from './table.ts'

/** The row of all groups together in a table by groups. */
export const allGroups = { item: '(all)', label: 'All' } as const

/** What the numbers of each row come to; none for items that are not answered with numbers, dates or steps. */
export const summariesOf = (
  columns: Columns,
  lines: readonly Line[],
  { of, groups }: Selection,
): readonly RowSummary[] =>
  lines.flatMap((line) => {
    const measured = measure(columns, line)
    if (measured === null) return []
    const { numbers, kind } = measured
    const summary = (head: Pick<RowSummary, 'item' | 'within'>, group: number | null): RowSummary => ({
      ...head,
      of: kind,
      ...summaryOf(
        numbers.filter((number, place) => {
          const at = of?.[place] ?? 0
          return !Number.isNaN(number) && at !== leftOut && (group === null || at === group)
        }),
      ),
    })
    if (groups === null) return [summary({ item: line.head.item }, null)]
    const within = lines.length > 1 ? { within: line.head.label } : {}
    return [
      ...groups.map(({ id }, group) => summary({ item: id, ...within }, group)),
      summary({ item: allGroups.item, ...within }, null),
    ]
  })

interface Measured {
  readonly numbers: Float64Array
  readonly kind: RowSummary['of']
}

/** A step of a scale counts as its number where every step has one, and otherwise as its place, from 1. */
const measure = ({ numbers }: Columns, { variable, column }: Line): Measured | null => {
  const given = variable && numbers.get(variable.id)
  if (given) return { numbers: given, kind: variable.kind === 'date' ? 'days' : 'numbers' }
  if (variable?.kind !== 'scale') return null
  const values = variable.codes.map(({ value }) => Number(value))
  const steps = values.some(Number.isNaN) ? values.map((_, at) => at + 1) : values
  return {
    numbers: Float64Array.from(column, (byte) => (byte < mostCodes ? (steps[byte] ?? Number.NaN) : Number.NaN)),
    kind: 'steps',
  }
}
