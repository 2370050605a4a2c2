import { isJsonObject } from '../survey/json.ts'
import type { Ack, PushAnswer } from './messages.ts'
import { has, isCount, isOneOf, saysWhoseItIs } from './read-parts.ts'
import { keptAside } from './refusals.ts'

const statuses: { readonly [S in Ack['status']]: true } = {
  stored: true,
  duplicate: true,
  quarantined: true,
  erased: true,
}

const isAck = (value: unknown): boolean =>
  isJsonObject(value) &&
  (value['id'] === null || has('uuid', value['id'])) &&
  isOneOf(statuses, value['status']) &&
  (value['seq'] === null || isCount(value['seq'], 1)) &&
  (value['sha256'] === null || has('sha256', value['sha256'])) &&
  (value['reason'] === null || isOneOf(keptAside, value['reason']))

/** The answer to a push as it came over the wire, or null where it is anything else: a captive portal's page, say. */
export const readPushAnswer = (value: unknown): PushAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  Array.isArray(value['acks']) &&
  value['acks'].every(isAck) &&
  (value['backedUpTo'] === undefined || isCount(value['backedUpTo'], 0))
    ? (value as unknown as PushAnswer)
    : null
