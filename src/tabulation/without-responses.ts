import type { ResponseId } from '../response/revision.ts'
import { packIds, type PackedColumns, unpackIds } from './pack-columns.ts'

/**
 * A chunk without some forms and their entries: nothing of them is left in it. The very same chunk where it has none of
 * them.
 */
export const withoutResponses = (
  packed: readonly PackedColumns[],
  gone: ReadonlySet<ResponseId>,
): readonly PackedColumns[] => {
  const levels = packed.map((columns, level) => {
    const rows = unpackIds(columns.responses)
    const kept = rows.flatMap((row, place) => (gone.has(formOf(row, level)) ? [] : [place]))
    return kept.length === rows.length ? columns : atPlaces(columns, kept)
  })
  return levels.every((columns, level) => columns === packed[level]) ? packed : levels
}

/** An entry is named after the form that it stands in: see `entry-columns.ts`. */
const formOf = (row: string, level: number): ResponseId =>
  (level === 0 ? row : row.slice(0, row.lastIndexOf('#'))) as ResponseId

const atPlaces = (columns: PackedColumns, places: readonly number[]): PackedColumns => ({
  responses: idsAt(columns.responses, places),
  revisions: idsAt(columns.revisions, places),
  bytes: mapColumns(columns.bytes, (column) => Uint8Array.from(places, (place) => column[place] as number)),
  numbers: mapColumns(columns.numbers, (column) => Float64Array.from(places, (place) => column[place] as number)),
  unlistedTicks: mapColumns(columns.unlistedTicks, (column) =>
    Uint8Array.from(places, (place) => column[place] as number),
  ),
  answered: Uint16Array.from(places, (place) => columns.answered[place] as number),
})

const idsAt = (ids: string, places: readonly number[]): string => {
  const all = unpackIds(ids)
  return packIds(places.map((place) => all[place] as string))
}

const mapColumns = <Column>(columns: ReadonlyMap<string, Column>, change: (column: Column) => Column) =>
  new Map([...columns].map(([id, column]) => [id, change(column)]))
