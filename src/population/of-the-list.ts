import type { LedgerBase } from './ledger.ts'

/** The returns that the tables of a survey with a list are made of, and what is told beside them. */
export interface OfTheList<R> {
  readonly returns: readonly R[]
  /** Null where a return is not one of those asked: several may answer for one, or it came by an open link. */
  readonly population: number | null
  readonly notes: readonly string[]
}

/** Of all returns of a survey those that count by its ledger. What is left out is told, never dropped without a word. */
export const ofTheList = <R extends { readonly response: string }>(
  returns: readonly R[],
  { counted, returned, open, late, population }: LedgerBase,
): OfTheList<R> => {
  const counts = new Set(counted)
  const kept = returns.filter(({ response }) => counts.has(response))
  const left = new Set(returns.map(({ response }) => response).filter((response) => !counts.has(response)))
  const others = left.size - late
  return {
    returns: kept,
    population: counted.length > returned ? null : population,
    notes: [
      ...(counted.length > returned
        ? [
            `${returned} of the ${population} on the list returned it, and each of their returns is counted${open === 0 ? '' : `, as are ${open} by an open link`}. No response rate can be given for answers.`,
          ]
        : []),
      ...(late === 0 ? [] : [`${late} came after the closing date and ${late === 1 ? 'is' : 'are'} not counted.`]),
      ...(others <= 0
        ? []
        : [
            `${others} ${others === 1 ? 'return counts' : 'returns count'} for nobody on the list and ${others === 1 ? 'is' : 'are'} left out.`,
          ]),
    ],
  }
}
