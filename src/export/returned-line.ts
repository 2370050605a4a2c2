import { responseLine } from '../population/response-line.ts'
import type { Table } from '../tabulation/table.ts'

/** The line that stands with every table: who is counted, and how many of those asked they are. */
export const returnedLine = ({ base, versions }: Table): string => {
  const rate = responseLine(base.count, base.population)
  return `Base: ${base.name}. ${rate.ok ? `${rate.text}.` : rate.reason} Counted: ${versions.join(', ')}.`
}
