import type { JsonObject } from '../survey/json.ts'
import { type Pattern, patterns } from './patterns.ts'

const compiled = Object.fromEntries(
  Object.entries(patterns).map(([name, source]) => [name, new RegExp(source, 'u')]),
) as { readonly [P in Pattern]: RegExp }

/** Whether a value is a text of that form. */
export const has = (pattern: Pattern, value: unknown): value is string =>
  typeof value === 'string' && compiled[pattern].test(value)

/** Whether a value is a whole number from `least` up, small enough to be exact. */
export const isCount = (value: unknown, least: 0 | 1): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least

/** Whether a value is one of the words that are the keys of `list`. */
export const isOneOf = (list: object, value: unknown): boolean =>
  typeof value === 'string' && Object.hasOwn(list, value)

const isName = (value: unknown): boolean => typeof value === 'string' && value !== ''

/** Whether an answer says which server it is from, as every answer does. */
export const saysWhoseItIs = (answer: JsonObject): boolean =>
  isCount(answer['protocol'], 1) && isName(answer['server']) && isName(answer['epoch'])
