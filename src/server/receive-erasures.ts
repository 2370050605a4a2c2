import { checkErase } from '../protocol/check-erase.ts'
import { type EraseAnswer, protocolVersion } from '../protocol/messages.ts'
import type { Refusal } from '../protocol/refusals.ts'
import type { Store } from './store.ts'

export type Received =
  | { readonly ok: true; readonly answer: EraseAnswer }
  | { readonly ok: false; readonly refused: Refusal }

/** Has the store take responses out, and acknowledges only what the store has said is gone. */
export const receiveErasures = async (store: Store, body: unknown): Promise<Received> => {
  const checked = checkErase(body)
  if (!checked.ok) return checked
  const { device, erasures } = checked.erase
  const outcomes = await store.erase({ device, erasures })
  const acks = outcomes.flatMap(({ kind, seq }, index) => {
    const response = erasures[index]?.response
    return response === undefined ? [] : [{ response, status: kind, seq }]
  })
  return { ok: true, answer: { protocol: protocolVersion, ...store.identity, acks } }
}
