import { responseLine } from '../population/response-line.ts'
import type { Base, Figure, Table } from '../tabulation/table.ts'

const onlyWhere = (where: string | undefined): string => (where === undefined ? '' : ` Only where ${where}.`)

/** Who is counted, and how many: `all returned, 21`. */
export const baseInWords = (base: Base): string =>
  base.of === undefined
    ? `${base.name}, ${base.count}`
    : `${base.count} ${base.count === 1 ? 'entry' : 'entries'} (${base.of.each}) in ${base.of.forms} returned ${base.of.forms === 1 ? 'form' : 'forms'}`

/** The line that stands with every table: who is counted, and how many of those asked they are. */
export const returnedLine = ({ base, versions, where }: Table<Figure>): string => {
  if (base.of !== undefined) return `Base: ${baseInWords(base)}.${onlyWhere(where)} Counted: ${versions.join(', ')}.`
  const rate = responseLine(base.count, base.population)
  return `Base: ${base.name}. ${rate.ok ? `${rate.text}.` : rate.reason}${onlyWhere(where)} Counted: ${versions.join(', ')}.`
}
