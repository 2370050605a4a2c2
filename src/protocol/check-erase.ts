import { Compile } from 'typebox/compile'
import { isJsonObject } from '../survey/json.ts'
import { type Erase, eraseLimits, protocolVersion } from './messages.ts'
import type { Refusal } from './refusals.ts'
import { eraseSchema } from './schemas.ts'

const erase = Compile(eraseSchema)

export type CheckedErase =
  | { readonly ok: true; readonly erase: Erase }
  | { readonly ok: false; readonly refused: Refusal }

/** Reads a request to erase. A newer protocol is named before anything else: its form may be unknown here. */
export const checkErase = (body: unknown): CheckedErase => {
  if (isJsonObject(body) && Number.isInteger(body['protocol']) && Number(body['protocol']) > protocolVersion)
    return { ok: false, refused: 'client-too-new' }
  if (!erase.Check(body)) return { ok: false, refused: 'not-erasures' }
  return body.erasures.length > eraseLimits.erasures
    ? { ok: false, refused: 'too-many' }
    : { ok: true, erase: body as unknown as Erase }
}
