import { isRevision } from '../protocol/check-push.ts'
import type { KeptAside } from '../protocol/refusals.ts'
import { checkRevision } from '../response/check-revision.ts'
import { type DeviceId, type Revision, revisionDigest } from '../response/revision.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { Arrival } from './store.ts'

/** What the digest of a return really is, beside what is to become of it. Null where none can be computed. */
export interface Judged {
  readonly arrival: Arrival
  readonly sha256: string | null
}

/**
 * Decides what is to become of one return, from its content alone and before anything is written. What the database
 * must say (is the id taken, is it there already) is left to it.
 */
export const judgeReturn = (value: unknown, device: DeviceId, versionOf: (id: VersionId) => Version | null): Judged => {
  const raw = JSON.stringify(value)
  if (!isRevision(value)) return { arrival: { kind: 'aside', reason: 'not-a-revision', raw }, sha256: null }
  const sha256 = digestOf(value)
  const reason = faultOf(value, { sha256, device, version: versionOf(value.version) })
  return {
    arrival: reason === null ? { kind: 'revision', revision: value, raw } : { kind: 'aside', reason, raw },
    sha256,
  }
}

interface Seen {
  readonly sha256: string | null
  readonly device: DeviceId
  readonly version: Version | null
}

const faultOf = (revision: Revision, { sha256, device, version }: Seen): KeptAside | null => {
  if (sha256 === null) return 'not-a-revision'
  if (sha256 !== revision.sha256) return 'wrong-digest'
  if (revision.device !== device) return 'wrong-device'
  if (version === null) return 'unknown-version'
  if (version.survey !== revision.survey) return 'wrong-survey'
  return checkRevision(revision, version.definition)?.reason ?? null
}

/** A lone surrogate has no UTF-8 and so no digest: a text cut through the middle of an emoji. */
const digestOf = (revision: Revision): string | null => {
  try {
    return revisionDigest(revision)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
