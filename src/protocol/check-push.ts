import { Compile } from 'typebox/compile'
import type { DeviceId, Revision } from '../response/revision.ts'
import { isJsonObject } from '../survey/json.ts'
import { isPlain } from './is-plain.ts'
import { protocolVersion } from './messages.ts'
import { pushLimits } from './push-limits.ts'
import type { Refusal } from './refusals.ts'
import { pushSchema, revisionSchema } from './schemas.ts'

const push = Compile(pushSchema)
const revision = Compile(revisionSchema)

/** A push whose envelope is right and whose returns are still to be judged, one by one. */
export interface PushEnvelope {
  readonly protocol: number
  readonly device: DeviceId
  readonly epoch: string | null
  readonly revisions: readonly unknown[]
}

export type CheckedPush =
  | { readonly ok: true; readonly push: PushEnvelope }
  | { readonly ok: false; readonly refused: Refusal }

/** Reads the envelope of a push. A newer protocol is named before anything else: its form may be unknown here. */
export const checkPush = (body: unknown): CheckedPush => {
  if (isJsonObject(body) && Number.isInteger(body['protocol']) && Number(body['protocol']) > protocolVersion)
    return { ok: false, refused: 'client-too-new' }
  if (!push.Check(body) || !isPlain(body)) return { ok: false, refused: 'not-a-push' }
  if (body.revisions.length > pushLimits.revisions) return { ok: false, refused: 'too-many' }
  return { ok: true, push: body as unknown as PushEnvelope }
}

/** Whether a value has the form of a return: every member there, none beside. Says nothing of digest or version. */
export const isRevision = (value: unknown): value is Revision => revision.Check(value)
