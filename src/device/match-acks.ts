import type { Ack } from '../protocol/messages.ts'
import { keptAside } from '../protocol/refusals.ts'
import type { Revision, RevisionId } from '../response/revision.ts'

/** What the server's answer says about each revision that was sent; every one is in exactly one of the four. */
export interface Matched {
  /** The server has it, with the content that we sent. */
  readonly arrived: readonly { readonly id: RevisionId; readonly seq: number | null }[]
  /** The server had it and erased it: it is not to be kept here either. */
  readonly erased: readonly RevisionId[]
  /** The server keeps it aside, where a person sees it; `reason` is a sentence. */
  readonly keptAside: readonly { readonly id: RevisionId; readonly reason: string }[]
  /** The answer says nothing about it that can be believed: it is still to be sent. */
  readonly unacknowledged: readonly RevisionId[]
}

/** Pairs what was sent with what was answered. Only an ack that echoes both id and digest acknowledges a revision. */
export const matchAcks = (sent: readonly Revision[], acks: readonly Ack[]): Matched => {
  const arrived: { id: RevisionId; seq: number | null }[] = []
  const erased: RevisionId[] = []
  const aside: { id: RevisionId; reason: string }[] = []
  const unacknowledged: RevisionId[] = []
  for (const { id, sha256 } of sent) {
    const ack = acks.find((each) => each.id === id)
    if (ack === undefined) {
      unacknowledged.push(id)
      continue
    }
    switch (ack.status) {
      case 'stored':
      case 'duplicate':
        if (ack.sha256 === sha256) arrived.push({ id, seq: ack.seq })
        else unacknowledged.push(id)
        break
      case 'erased':
        if (ack.sha256 === sha256) erased.push(id)
        else unacknowledged.push(id)
        break
      case 'quarantined':
        // No digest to compare: what arrived may be broken, which is why it was kept aside. Nothing is deleted for it.
        aside.push({ id, reason: ack.reason === null ? 'The server kept it aside.' : keptAside[ack.reason] })
        break
      default:
        return ack.status satisfies never
    }
  }
  return { arrived, erased, keptAside: aside, unacknowledged }
}
