import { publishLimits } from '../protocol/messages.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Standing } from '../survey/standing.ts'

/** A version that waits to be sent, or was refused. The version itself is among `versions`. */
export interface VersionOut {
  readonly id: VersionId
  /** What was published first goes first. */
  readonly order: number
  /** Of its JSON in UTF-8. */
  readonly bytes: number
  /** How often it went out and was not taken. */
  readonly attempts: number
  /** Why the server refused it, in a sentence; null while it waits. */
  readonly refused: string | null
}

/** A decision about a survey that waits to be sent, or was refused. */
export interface StandingOut {
  readonly standing: Standing
  readonly order: number
  readonly refused: string | null
}

export interface PublishPlan {
  readonly versions: readonly VersionId[]
  readonly standings: readonly Standing[]
  /** Never to be sent: larger than a request may be. */
  readonly tooLarge: readonly VersionId[]
}

/** Bytes of a version that can be sent: what stands around it and the standings need the rest. */
export const versionRoom = publishLimits.bytes - 64 * 1024

/**
 * What to send next: versions in the order they were published, at most 20 and what fits in a request, and the
 * decisions whose versions the server then has. What went out in vain before goes alone, and last.
 */
export const planPublish = (versions: readonly VersionOut[], standings: readonly StandingOut[]): PublishPlan => {
  const waiting = versions
    .filter(({ refused }) => refused === null)
    .sort((a, b) => a.attempts - b.attempts || a.order - b.order)
  const fitting = waiting.filter(({ bytes }) => bytes <= versionRoom)
  const most = (fitting[0]?.attempts ?? 0) > 0 ? 1 : publishLimits.versions
  let used = 0
  const now: VersionId[] = []
  for (const { id, bytes } of fitting.slice(0, most)) {
    used += bytes + 1 // and the comma
    if (used > versionRoom + 1) break
    now.push(id)
  }
  const later = new Set(waiting.map(({ id }) => id).filter((id) => !now.includes(id)))
  const inOrder = standings.filter(({ refused }) => refused === null).sort((a, b) => a.order - b.order)
  const held = inOrder.findIndex(({ standing }) => later.has(standing.version))
  return {
    versions: now,
    standings: inOrder
      .slice(0, held < 0 ? inOrder.length : held)
      .slice(0, publishLimits.standings)
      .map(({ standing }) => standing),
    tooLarge: waiting.filter(({ bytes }) => bytes > versionRoom).map(({ id }) => id),
  }
}
