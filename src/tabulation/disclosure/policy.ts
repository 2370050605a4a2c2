/**
 * How small numbers are protected where a table is published.
 * - `none`: every count is shown
 * - `under5`, `under10`: counts of 1 to 4 (9) are hidden, and others with them, so that they can't be worked out
 * - `round5`: every count is rounded to the nearest 5
 * - a number: hidden below that number
 *
 * A zero is shown: it describes nobody. (Government Statistical Service, "Disclosure control for tables produced from
 * administrative sources"; NHS Digital and DfE suppress from 1 up.)
 */
export type Policy = 'none' | 'under5' | 'under10' | 'round5' | { readonly under: number }

/** The smallest count that is shown; 0 where nothing is hidden. */
export const thresholdOf = (policy: Policy): number => {
  if (typeof policy === 'object') return policy.under
  switch (policy) {
    case 'none':
    case 'round5':
      return 0
    case 'under5':
      return 5
    case 'under10':
      return 10
    default:
      return policy satisfies never
  }
}

/** People are protected unless a person decides otherwise; organisations answer for themselves in the open. */
export const usualPolicy = (units: 'people' | 'organisations'): Policy => (units === 'people' ? 'under5' : 'none')

/** What stands under a protected table. */
export const policyInWords = (policy: Policy): string | null => {
  if (policy === 'none') return null
  if (policy === 'round5') return 'Rounded to the nearest 5 to protect people: rows need not add up.'
  return `[c]: hidden to protect people. Counts of 1 to ${thresholdOf(policy) - 1} are hidden, and others where a hidden count could be worked out from them.`
}
