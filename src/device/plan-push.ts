import { pushLimits } from '../protocol/push-limits.ts'
import type { DeviceId, RevisionId } from '../response/revision.ts'
import { type BackOff, waitUntil } from './back-off.ts'

/** One return in the outbox. */
export interface Waiting {
  readonly id: RevisionId
  /** The device that made it: another than this one where it came by file. Left out by earlier releases: this one. */
  readonly device?: DeviceId
  readonly deviceSequence: number
  /** Its JSON in UTF-8, in bytes. */
  readonly bytes: number
  /** How often it was sent without being acknowledged. */
  readonly attempts: number
}

/** What to do about the outbox now. `tooLarge` could never be sent, not even alone. */
export type PushPlan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'send'; readonly ids: readonly RevisionId[]; readonly tooLarge: readonly RevisionId[] }

/** Room for what stands around the revisions: protocol, device, epoch. */
const envelopeBytes = 1_024

/**
 * What to send next, or when to try again. At most `most` revisions and 1 MiB, oldest first; but those that went
 * unacknowledged before go last, so that one that a proxy refuses does not hold up the others.
 */
export const planPush = (waiting: readonly Waiting[], backOff: BackOff, most: number, now: number): PushPlan => {
  if (waiting.length === 0) return { kind: 'nothing' }
  const until = waitUntil(backOff, now)
  if (until !== null) return { kind: 'wait', until }
  const room = pushLimits.bytes - envelopeBytes
  const inOrder = waiting.toSorted((a, b) => a.attempts - b.attempts || a.deviceSequence - b.deviceSequence)
  const fitting = inOrder.filter(({ bytes }) => bytes < room)
  let used = 0
  const ids: RevisionId[] = []
  for (const { id, bytes } of fitting.slice(0, Math.max(1, Math.min(most, pushLimits.revisions)))) {
    used += bytes + 1 // and the comma
    if (used > room) break
    ids.push(id)
  }
  return { kind: 'send', ids, tooLarge: inOrder.filter(({ bytes }) => bytes >= room).map(({ id }) => id) }
}
