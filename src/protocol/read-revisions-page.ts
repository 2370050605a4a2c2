import { isJsonObject } from '../survey/json.ts'
import type { RevisionsPage } from './messages.ts'
import { readErasure } from './read-erasure.ts'
import { isCount, saysWhoseItIs } from './read-parts.ts'
import { readRevision } from './read-revision.ts'

const isStored = (value: unknown): boolean =>
  isJsonObject(value) && isCount(value['seq'], 1) && readRevision(value['revision']) !== null

const areErasures = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((each) => isJsonObject(each) && isCount(each['seq'], 1) && readErasure(each['erasure']) !== null)

/** A page of what the server has stored, as it came over the wire, or null where it is anything else. */
export const readRevisionsPage = (value: unknown): RevisionsPage | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  (value['after'] === undefined || isCount(value['after'], 0)) &&
  Array.isArray(value['revisions']) &&
  value['revisions'].every(isStored) &&
  (value['erasures'] === undefined || areErasures(value['erasures'])) &&
  isCount(value['next'], 0) &&
  typeof value['more'] === 'boolean' &&
  (value['view'] === undefined || typeof value['view'] === 'string')
    ? (value as unknown as RevisionsPage)
    : null
