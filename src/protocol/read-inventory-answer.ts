import { isJsonObject } from '../survey/json.ts'
import type { InventoryAnswer } from './messages.ts'
import { has, isCount, saysWhoseItIs } from './read-parts.ts'

const isRejected = (value: unknown): boolean =>
  isJsonObject(value) && has('uuid', value['id']) && typeof value['because'] === 'string'

/** What the server has of this device, as it came over the wire, or null where it is anything else. */
export const readInventoryAnswer = (value: unknown): InventoryAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  (value['device'] === undefined || has('uuid', value['device'])) &&
  isCount(value['highest'], 0) &&
  isCount(value['count'], 0) &&
  Array.isArray(value['missing']) &&
  value['missing'].every((number) => isCount(number, 1)) &&
  (value['rejected'] === undefined || (Array.isArray(value['rejected']) && value['rejected'].every(isRejected))) &&
  (value['aside'] === undefined || (Array.isArray(value['aside']) && value['aside'].every((id) => has('uuid', id))))
    ? (value as unknown as InventoryAnswer)
    : null
