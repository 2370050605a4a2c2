import { isRevision } from '../protocol/check-push.ts'
import { headOf, isSealed, sealContext } from '../protocol/sealed-return.ts'
import type { KeptAside } from '../protocol/refusals.ts'
import { referencesIn } from '../response/attachment.ts'
import { type Revision, revisionDigest } from '../response/revision.ts'
import type { Sealing } from './sealing.ts'

/** What came of one return. */
export interface Arrived {
  /** As it came, JSON text. */
  readonly raw: string
  /** The return itself: what was in its box, where it came in one that opens. */
  readonly value: unknown
  /** Where it came sealed: the digest of what came, which is the one that the device knows. */
  readonly sealed: { readonly sha256: string | null; readonly fault: KeptAside | null } | null
}

/** Opens what came sealed. What does not open, or holds another return than it says, is told as a fault. */
export const openArrived = async (value: unknown, { open }: Sealing): Promise<Arrived> => {
  const raw = JSON.stringify(value)
  if (!isRevision(value) || !isSealed(value)) return { raw, value, sealed: null }
  const sha256 = digestOf(value)
  if (sha256 !== value.sha256) return { raw, value, sealed: { sha256, fault: 'wrong-digest' } }
  const content = holdsNoMore(value) ? await open(value) : null
  return isOf(content, value)
    ? { raw, value: content, sealed: { sha256, fault: null } }
    : { raw, value, sealed: { sha256, fault: 'not-opened' } }
}

/** Nothing stands beside a box that ought to be in it. */
const holdsNoMore = (revision: Revision): boolean =>
  Object.keys(revision).length === Object.keys(headOf(revision)).length + 4 &&
  Object.keys(revision.answers).length + Object.keys(revision.statuses).length === 0

/** Whether a box holds the return that stands on it, with the photos that it is said to have. */
const isOf = (content: unknown, outer: Revision): boolean => {
  if (!isRevision(content) || isSealed(content)) return false
  const photos = [...new Set(referencesIn(content.answers).map(({ sha256 }) => sha256))]
  return sealContext(content, photos) === sealContext(outer, outer.sealed?.photos ?? [])
}

/** A lone surrogate has no UTF-8 and so no digest: a text cut through the middle of an emoji. */
export const digestOf = (revision: Revision): string | null => {
  try {
    return revisionDigest(revision)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
