import { type Erasure, erasureReasons } from '../response/erasure.ts'
import { isJsonObject } from '../survey/json.ts'
import type { EraseAck, EraseAnswer } from './messages.ts'
import { has, isCount, isOneOf, saysWhoseItIs } from './read-parts.ts'

const reasons: readonly unknown[] = erasureReasons

/** Member → whether its value has the right form. */
const members: { readonly [M in keyof Erasure]: (value: unknown) => boolean } = {
  response: (value) => has('uuid', value),
  survey: (value) => has('survey', value),
  at: (value) => has('instant', value),
  reason: (value) => reasons.includes(value),
}

/** A tombstone as it came over the wire, or null: every member there and of the right form, none beside. */
export const readErasure = (value: unknown): Erasure | null =>
  isJsonObject(value) &&
  Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
  Object.entries(members).every(([name, isRight]) => Object.hasOwn(value, name) && isRight(value[name]))
    ? (value as unknown as Erasure)
    : null

const statuses: { readonly [S in EraseAck['status']]: true } = { erased: true, known: true }

const isAck = (value: unknown): boolean =>
  isJsonObject(value) &&
  has('uuid', value['response']) &&
  isOneOf(statuses, value['status']) &&
  isCount(value['seq'], 1)

/** The answer to a request to erase, as it came over the wire, or null where it is anything else. */
export const readEraseAnswer = (value: unknown): EraseAnswer | null =>
  isJsonObject(value) && saysWhoseItIs(value) && Array.isArray(value['acks']) && value['acks'].every(isAck)
    ? (value as unknown as EraseAnswer)
    : null
