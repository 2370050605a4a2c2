import type { DeviceId, ResponseId, RevisionId } from '../../response/revision.ts'
import type { Json } from '../../survey/json.ts'
import type { Version } from '../../survey/version.ts'
import type { KeptDraft } from '../database.ts'
import type { JournalledDevice, JournalledDraft } from './entries.ts'
import type { ReturnHead, Segment, StateFrame } from './worker/messages.ts'

/** What all segments of a journal come to. */
export interface Folded {
  /** Who this device is, and how many returns it had made; null where the journal does not say. */
  readonly device: JournalledDevice | null
  /** Every return that stands, by its id, as it was last written. */
  readonly returns: ReadonlyMap<RevisionId, ReturnHead>
  /** The drafts that were neither returned nor deleted, as they were last saved. */
  readonly drafts: ReadonlyMap<ResponseId, KeptDraft>
  readonly versions: readonly Version[]
  /** What other parts of the device keep here, by their name. */
  readonly others: ReadonlyMap<string, Json>
}

/** Folds segments, oldest first, into what holds. */
export const foldJournal = (segments: readonly Segment[]): Folded => {
  const states = segments.flatMap((segment) => segment.states)
  const returns = standingReturns(segments.flatMap((segment) => segment.returns))
  return {
    device: deviceIn(states),
    returns,
    drafts: standingDrafts(states, returns),
    versions: [...latestUnder<Version>(states, 'version:').values()],
    others: latestUnder<Json>(states, 'other:'),
  }
}

const deviceIn = (states: readonly StateFrame[]): JournalledDevice | null =>
  (states.findLast(({ key }) => key === 'device')?.value ?? null) as JournalledDevice | null

const latestUnder = <Value>(states: readonly StateFrame[], prefix: string): ReadonlyMap<string, Value> =>
  new Map(
    states.flatMap(({ key, value }) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value as Value]] : [])),
  )

const numberOf = (device: DeviceId, deviceSequence: number): string => `${device} ${deviceSequence}`

/**
 * Of each return the last that was written of it. A number that was given again means that the first one to have it was
 * cut off between the journal and the database, and was never returned.
 */
const standingReturns = (heads: readonly ReturnHead[]): ReadonlyMap<RevisionId, ReturnHead> => {
  const byId = new Map<RevisionId, ReturnHead>()
  for (const head of heads) {
    byId.delete(head.id)
    if (head.stands !== 'taken-back') byId.set(head.id, head)
  }
  const byNumber = new Map([...byId.values()].map((head) => [numberOf(head.device, head.deviceSequence), head.id]))
  return new Map(
    [...byId].filter(([id, { device, deviceSequence }]) => byNumber.get(numberOf(device, deviceSequence)) === id),
  )
}

const standingDrafts = (
  states: readonly StateFrame[],
  returns: ReadonlyMap<RevisionId, ReturnHead>,
): ReadonlyMap<ResponseId, KeptDraft> => {
  const latest = new Map<ResponseId, KeptDraft>()
  const gone = new Set<RevisionId>()
  for (const { key, value } of states) {
    if (!key.startsWith('draft:')) continue
    const draft = value as unknown as JournalledDraft
    if ('gone' in draft) {
      gone.add(draft.gone)
      continue
    }
    const before = latest.get(draft.kept.draft.response)
    // Two tabs write to two segments: of the same draft the higher counter is the later one.
    if (before?.revision !== draft.kept.revision || before.counter <= draft.kept.counter)
      latest.set(draft.kept.draft.response, draft.kept)
  }
  return new Map([...latest].filter(([, { revision }]) => !gone.has(revision) && !returns.has(revision)))
}
