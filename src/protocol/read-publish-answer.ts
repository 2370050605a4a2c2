import { isJsonObject } from '../survey/json.ts'
import type { PublishAnswer, StandingAck, VersionAck } from './messages.ts'
import { has, isCount, isOneOf, saysWhoseItIs } from './read-parts.ts'
import { notPublished } from './refusals.ts'

const versionStatuses: { readonly [S in VersionAck['status']]: true } = { published: true, known: true, refused: true }
const standingStatuses: { readonly [S in StandingAck['status']]: true } = { kept: true, known: true, refused: true }

const isNumber = (value: unknown): boolean => value === null || isCount(value, 1)
const isReason = (value: unknown): boolean => value === null || isOneOf(notPublished, value)

const isVersionAck = (value: unknown): boolean =>
  isJsonObject(value) &&
  (value['id'] === null || has('sha256', value['id'])) &&
  isOneOf(versionStatuses, value['status']) &&
  isNumber(value['number']) &&
  isReason(value['reason'])

const isStandingAck = (value: unknown): boolean =>
  isJsonObject(value) &&
  (value['id'] === null || has('uuid', value['id'])) &&
  isOneOf(standingStatuses, value['status']) &&
  isNumber(value['seq']) &&
  isReason(value['reason'])

/** The answer to what a device published, as it came over the wire, or null where it is anything else. */
export const readPublishAnswer = (value: unknown): PublishAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  Array.isArray(value['versions']) &&
  value['versions'].every(isVersionAck) &&
  Array.isArray(value['standings']) &&
  value['standings'].every(isStandingAck)
    ? (value as unknown as PublishAnswer)
    : null
