import type { RevisionId } from '../../response/revision.ts'
import type { Segment } from './worker/messages.ts'

/** How long a segment stays after all its returns have reached the server, in milliseconds: a server may be restored. */
export const staysFor = 30 * 24 * 60 * 60_000

/** How much the journal may hold before what has reached the server goes at once, the oldest first, in bytes. */
const journalRoom = 64 * 1024 * 1024

export interface TidyFacts {
  /** Returns that are still to be sent, or that the server keeps aside. */
  readonly unsent: ReadonlySet<RevisionId>
  /** Segments that were seen with nothing left to send, and since when: milliseconds since 1970. */
  readonly coveredSince: ReadonlyMap<string, number>
  /** Whether the server's own backup has it. */
  readonly isBackedUp: (id: RevisionId) => boolean
  readonly now: number
}

export interface TidyPlan {
  readonly drop: readonly string[]
  /** Seen with nothing left to send for the first time. */
  readonly newlyCovered: readonly string[]
  /** Something in it is to be sent again. */
  readonly uncovered: readonly string[]
}

/** Which segments of returns may go. One that a tab has open, or with a return still to be sent, never does. */
export const planTidy = (
  segments: readonly Segment[],
  { unsent, coveredSince, isBackedUp, now }: TidyFacts,
): TidyPlan => {
  const all = segments.filter(({ kind }) => kind === 'returns')
  const isCovered = ({ returns }: Segment): boolean => returns.every(({ id }) => !unsent.has(id))
  const closed = all.filter((segment) => !segment.open && isCovered(segment))
  const isOver = ({ name, returns }: Segment): boolean => {
    const since = coveredSince.get(name)
    return returns.every(({ id }) => isBackedUp(id)) || (since !== undefined && since + staysFor <= now)
  }
  const drop = closed.filter(isOver).map(({ name }) => name)
  let bytes = all.reduce((sum, segment) => (drop.includes(segment.name) ? sum : sum + segment.bytes), 0)
  for (const segment of closed) {
    if (bytes <= journalRoom) break
    if (drop.includes(segment.name)) continue
    drop.push(segment.name)
    bytes -= segment.bytes
  }
  return {
    drop,
    newlyCovered: closed.map(({ name }) => name).filter((name) => !coveredSince.has(name) && !drop.includes(name)),
    uncovered: all.filter((segment) => !isCovered(segment)).map(({ name }) => name),
  }
}
