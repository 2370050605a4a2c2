import { Compile } from 'typebox/compile'
import { isJsonObject } from '../survey/json.ts'
import { type Inventory, protocolVersion } from './messages.ts'
import type { Refusal } from './refusals.ts'
import { inventorySchema } from './schemas.ts'

const inventory = Compile(inventorySchema)

export type CheckedInventory =
  | { readonly ok: true; readonly inventory: Inventory }
  | { readonly ok: false; readonly refused: Refusal }

/** Reads what a device says that it has. A newer protocol is named before anything else: its form may be unknown here. */
export const checkInventory = (body: unknown): CheckedInventory => {
  if (isJsonObject(body) && Number.isInteger(body['protocol']) && Number(body['protocol']) > protocolVersion)
    return { ok: false, refused: 'client-too-new' }
  return inventory.Check(body)
    ? { ok: true, inventory: body as unknown as Inventory }
    : { ok: false, refused: 'not-an-inventory' }
}
