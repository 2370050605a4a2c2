import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { type AsideDecision, asideLimits } from './aside-messages.ts'
import { protocolVersion } from './messages.ts'
import { patterns } from './patterns.ts'
import type { Refusal } from './refusals.ts'

const of = { protocol: Type.Integer({ minimum: 1 }), sha256: Type.String({ pattern: patterns.sha256 }) }

export const decisionSchema = Type.Union([
  Type.Object({ ...of, what: Type.Literal('take') }),
  Type.Object({
    ...of,
    what: Type.Literal('reject'),
    because: Type.String({ pattern: String.raw`\S`, maxLength: asideLimits.because }),
  }),
])

const decision = Compile(decisionSchema)

export type CheckedDecision =
  | { readonly ok: true; readonly decision: AsideDecision }
  | { readonly ok: false; readonly refused: Refusal }

/** Reads what a lead decided about something that is kept aside. */
export const checkDecision = (body: unknown): CheckedDecision => {
  if (!decision.Check(body)) return { ok: false, refused: 'not-a-decision' }
  return body.protocol > protocolVersion
    ? { ok: false, refused: 'client-too-new' }
    : { ok: true, decision: body as AsideDecision }
}
