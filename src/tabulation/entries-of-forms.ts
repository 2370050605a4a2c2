import type { Columns } from './columns.ts'
import { leftOut } from './count.ts'
import type { Grouping } from './grouping.ts'
import type { Weights } from './weigh.ts'

/** The form that each entry of a repeated group stands in, as a place among the forms. */
const formPlaces = (entries: Columns, forms: Columns): readonly number[] => {
  const places = new Map<string, number>(forms.responses.map((response, place) => [response, place]))
  return entries.responses.map((entry) => places.get(entry.slice(0, entry.lastIndexOf('#'))) ?? -1)
}

/** Sorts entries as the forms they stand in are sorted. */
export const entriesGrouped = (entries: Columns, forms: Columns, by: Grouping): Grouping => ({
  ...by,
  of: Uint8Array.from(formPlaces(entries, forms), (place) => by.of[place] ?? leftOut),
})

/** Weighs entries as the forms they stand in are weighed. */
export const entriesWeighed = (entries: Columns, forms: Columns, weights: Weights): Weights => {
  const places = formPlaces(entries, forms)
  return {
    ...weights,
    of: Float64Array.from(places, (place) => weights.of[place] ?? 0),
    classes: Uint16Array.from(places, (place) => weights.classes[place] ?? 0),
  }
}

/** Chooses the entries of the forms that are chosen: 1 where one is. */
export const entriesChosen = (entries: Columns, forms: Columns, chosen: Uint8Array): Uint8Array =>
  Uint8Array.from(formPlaces(entries, forms), (place) => chosen[place] ?? 0)
