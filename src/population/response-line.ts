export type ResponseLine =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string }

/**
 * How many came back, as it stands beside a table: `21 returned`, or `21 of 25 returned (84%)` where it is known how
 * many were asked. Whole per cent, halves up. Refused where more came back than were asked: one of the two is wrong.
 */
export const responseLine = (returned: number, population: number | null): ResponseLine => {
  if (!isCount(returned)) return { ok: false, reason: `${returned} is not a number of returns.` }
  if (population === null) return { ok: true, text: `${returned} returned` }
  if (!isCount(population)) return { ok: false, reason: `${population} is not a number of people asked.` }
  if (returned > population) {
    return { ok: false, reason: `${returned} returned, but only ${population} were asked. Check the list.` }
  }
  if (population === 0) return { ok: true, text: '0 of 0 returned' }
  return { ok: true, text: `${returned} of ${population} returned (${wholePercent(returned, population)}%)` }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const wholePercent = (part: number, whole: number): number => Math.round((100 * part) / whole)
