import type { DeviceId, ResponseId, RevisionId } from '../../response/revision.ts'
import type { VersionId } from '../../survey/ids.ts'
import type { Version } from '../../survey/version.ts'
import type { KeptDraft } from '../database.ts'
import type { JournalledDevice } from './entries.ts'
import type { Folded } from './fold.ts'

/** What the database holds, as far as it is compared. */
export interface InDatabase {
  readonly device: JournalledDevice
  readonly returns: ReadonlySet<RevisionId>
  readonly drafts: ReadonlyMap<ResponseId, KeptDraft>
  readonly versions: ReadonlySet<VersionId>
  /** What was deleted or taken out does not come back. */
  readonly deleted: ReadonlySet<RevisionId>
  readonly erased: ReadonlySet<ResponseId>
}

/** What is missing in one place and stands in the other. */
export interface PutBackPlan {
  /** The browser had emptied the database. */
  readonly wiped: boolean
  /** Who this device is from now on. */
  readonly device: JournalledDevice
  readonly returns: readonly RevisionId[]
  readonly drafts: readonly KeptDraft[]
  readonly versions: readonly Version[]
}

/**
 * Compares the journal and what localStorage remembers with the database.
 *
 * In an emptied database all that the journal holds is missing. In any other, a return is missing where a person was
 * told that it is kept; one whose draft is still there was cut off while it was being returned, and its draft stands. A
 * draft is only ever put forward there, since one that is missing was deleted.
 */
export const planPutBack = (journal: Folded, remembered: JournalledDevice | null, there: InDatabase): PutBackPlan => {
  const before = remembered ?? journal.device
  // A database that has returns of its own was not emptied: the journal is of another one.
  const wiped = before !== null && before.device !== there.device.device && there.device.sequence === 0
  const device = wiped ? before.device : there.device.device
  const drafted = new Set([...there.drafts.values()].map(({ revision }) => revision))
  const missing = [...journal.returns.values()].filter(
    ({ id, response, stands }) =>
      !there.returns.has(id) &&
      !there.deleted.has(id) &&
      !there.erased.has(response) &&
      (wiped || stands === 'alone' || !drafted.has(id)),
  )
  const drafts = [...journal.drafts.values()].filter(({ draft, revision, counter }) => {
    const kept = there.drafts.get(draft.response)
    if (there.returns.has(revision) || there.erased.has(draft.response)) return false
    return kept === undefined ? wiped : kept.revision === revision && kept.counter < counter
  })
  const returns = new Set(missing.map(({ id }) => id))
  // One that was cut off while it was being returned leaves its number to the next.
  const made = [...journal.returns.values()].filter(({ id }) => there.returns.has(id) || returns.has(id))
  const told = [
    there.device,
    journal.device,
    remembered,
    ...made.map((head) => ({ ...head, sequence: head.deviceSequence })),
  ]
  return {
    wiped,
    device: { device, sequence: sequenceOf(device, told) },
    returns: [...returns],
    drafts,
    versions: wiped ? journal.versions.filter(({ id }) => !there.versions.has(id)) : [],
  }
}

const sequenceOf = (device: DeviceId, told: readonly (JournalledDevice | null)[]): number =>
  told.reduce((most, each) => (each?.device === device ? Math.max(most, each.sequence) : most), 0)
