import { isJsonObject } from '../survey/json.ts'
import type { InventoryAnswer } from './messages.ts'
import { isCount, saysWhoseItIs } from './read-parts.ts'

/** What the server has of this device, as it came over the wire, or null where it is anything else. */
export const readInventoryAnswer = (value: unknown): InventoryAnswer | null =>
  isJsonObject(value) &&
  saysWhoseItIs(value) &&
  isCount(value['highest'], 0) &&
  isCount(value['count'], 0) &&
  Array.isArray(value['missing']) &&
  value['missing'].every((number) => isCount(number, 1))
    ? (value as unknown as InventoryAnswer)
    : null
