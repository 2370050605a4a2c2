import { Compile } from 'typebox/compile'
import type { DeviceId } from '../response/revision.ts'
import { isJsonObject } from '../survey/json.ts'
import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import { isPlain } from './is-plain.ts'
import { protocolVersion, publishLimits } from './messages.ts'
import type { Refusal } from './refusals.ts'
import { publishedVersionSchema, publishSchema, standingSchema } from './schemas.ts'

const publication = Compile(publishSchema)
const version = Compile(publishedVersionSchema)
const standing = Compile(standingSchema)

/** A publication whose envelope is right and whose versions and standings are still to be judged, one by one. */
export interface PublishEnvelope {
  readonly device: DeviceId
  readonly versions: readonly unknown[]
  readonly standings: readonly unknown[]
}

export type CheckedPublish =
  | { readonly ok: true; readonly publish: PublishEnvelope }
  | { readonly ok: false; readonly refused: Refusal }

/** Reads the envelope of a publication. A newer protocol is named before anything else: its form may be unknown here. */
export const checkPublish = (body: unknown): CheckedPublish => {
  if (isJsonObject(body) && Number.isInteger(body['protocol']) && Number(body['protocol']) > protocolVersion)
    return { ok: false, refused: 'client-too-new' }
  if (!publication.Check(body)) return { ok: false, refused: 'not-surveys' }
  const { versions, standings } = body
  return versions.length > publishLimits.versions || standings.length > publishLimits.standings
    ? { ok: false, refused: 'not-surveys' }
    : { ok: true, publish: body as unknown as PublishEnvelope }
}

/** Whether a value has the form of a version whose definition has a title, settings and pages. Not whether it opens. */
export const isPublishedVersion = (value: unknown): value is Version => version.Check(value) && isPlain(value)

export const isStanding = (value: unknown): value is Standing => standing.Check(value)
