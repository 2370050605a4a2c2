import { isRevision } from '../protocol/check-push.ts'
import type { KeptAside } from '../protocol/refusals.ts'
import { checkRevision } from '../response/check-revision.ts'
import type { DeviceId, Revision } from '../response/revision.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import { type Arrived, digestOf } from './open-arrived.ts'
import type { Arrival } from './store.ts'

/** What the digest of what came really is, beside what is to become of it. Null where none can be computed. */
export interface Judged {
  readonly arrival: Arrival
  readonly sha256: string | null
}

/**
 * Decides what is to become of one return, from its content alone and before anything is written. What the database
 * must say (is the id taken, is it there already) is left to it. What is kept aside stays as it came: a box stays shut.
 */
export const judgeReturn = (
  { raw, value, sealed }: Arrived,
  device: DeviceId,
  versionOf: (id: VersionId) => Version | null,
): Judged => {
  const aside = (reason: KeptAside, sha256: string | null): Judged => ({
    arrival: { kind: 'aside', reason, raw },
    sha256,
  })
  if (sealed !== null && sealed.fault !== null) return aside(sealed.fault, sealed.sha256)
  if (!isRevision(value)) return aside('not-a-revision', null)
  const own = digestOf(value)
  const reason = faultOf(value, { sha256: own, device, version: versionOf(value.version) })
  const sha256 = sealed?.sha256 ?? own
  if (reason !== null) return aside(reason, sha256)
  return { arrival: { kind: 'revision', revision: value, raw, sealed: sealed !== null }, sha256 }
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
