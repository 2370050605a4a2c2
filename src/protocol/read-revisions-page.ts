import { isJsonObject } from '../survey/json.ts'
import type { RevisionsPage } from './messages.ts'
import { isCount, saysWhoseItIs } from './read-parts.ts'
import { readRevision } from './read-revision.ts'

const isStored = (value: unknown): boolean =>
  isJsonObject(value) && isCount(value['seq'], 1) && readRevision(value['revision']) !== null

/** A page of what the server has stored, as it came over the wire, or null where it is anything else. */
export const readRevisionsPage = (value: unknown): RevisionsPage | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  Array.isArray(value['revisions']) &&
  value['revisions'].every(isStored) &&
  isCount(value['next'], 0) &&
  typeof value['more'] === 'boolean'
    ? (value as unknown as RevisionsPage)
    : null
