import { isJsonObject } from '../survey/json.ts'
import type { AttachmentAnswer } from './messages.ts'
import { has, isCount, saysWhoseItIs } from './read-parts.ts'

/** How far an attachment has come, as it came over the wire, or null where it is anything else. */
export const readAttachmentAnswer = (value: unknown): AttachmentAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  has('sha256', value['sha256']) &&
  isCount(value['received'], 0) &&
  (value['total'] === null || isCount(value['total'], 1)) &&
  typeof value['complete'] === 'boolean'
    ? (value as unknown as AttachmentAnswer)
    : null
