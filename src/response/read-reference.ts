import { plainCrockford } from './crockford.ts'

/**
 * A reference as it was typed, in the form in which `referenceOf` writes it: in capitals or not, with or without spaces
 * and dashes, the letter O for 0, I and L for 1, as Crockford's base 32 reads them. Null where it can't be one.
 *
 * @example readReference('k7tq 3mxp') // 'K7TQ-3MXP'
 */
export const readReference = (typed: string): string | null => {
  const text = plainCrockford(typed)
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : null
}
