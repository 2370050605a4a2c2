import { crockford, plainCrockford } from '../response/crockford.ts'

/** Letters and figures of a code: 50 bits, which nobody tries through. */
const length = 10

/** A recovery code of so many random bytes, to be written down: `K7TQ3-MXPAB`. */
export const recoveryCode = (random: Uint8Array): string => {
  const text = [...random.subarray(0, length)].map((byte) => crockford[byte & 31]).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}

/** A code as it is hashed, from what was typed: capitals, spaces and dashes do not matter. */
export const plainCode = (typed: string): string => plainCrockford(typed)
