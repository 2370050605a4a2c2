import type { LedgerBase } from './ledger.ts'

/** The returns that the tables of a survey with a list are made of, and what is told beside them. */
export interface OfTheList<R> {
  readonly returns: readonly R[]
  readonly population: number
  readonly notes: readonly string[]
}

/** Of all returns of a survey those that count by its ledger. What is left out is told, never dropped without a word. */
export const ofTheList = <R extends { readonly response: string }>(
  returns: readonly R[],
  { counted, late, population }: LedgerBase,
): OfTheList<R> => {
  const counts = new Set(counted)
  const kept = returns.filter(({ response }) => counts.has(response))
  const left = new Set(returns.map(({ response }) => response).filter((response) => !counts.has(response)))
  const others = left.size - late
  return {
    returns: kept,
    population,
    notes: [
      ...(late === 0 ? [] : [`${late} came after the closing date and ${late === 1 ? 'is' : 'are'} not counted.`]),
      ...(others <= 0
        ? []
        : [
            `${others} ${others === 1 ? 'return counts' : 'returns count'} for nobody on the list and ${others === 1 ? 'is' : 'are'} left out.`,
          ]),
    ],
  }
}
