import { responseLine } from '../population/response-line.ts'
import type { Figure, Table } from '../tabulation/table.ts'

/** The line that stands with every table: who is counted, and how many of those asked they are. */
export const returnedLine = ({ base, versions, where }: Table<Figure>): string => {
  const rate = responseLine(base.count, base.population)
  const only = where === undefined ? '' : ` Only where ${where}.`
  return `Base: ${base.name}. ${rate.ok ? `${rate.text}.` : rate.reason}${only} Counted: ${versions.join(', ')}.`
}
