import type { KeptAside } from '../protocol/refusals.ts'
import type { StoredRevision } from '../protocol/messages.ts'
import type { Revision, RevisionId } from '../response/revision.ts'
import type { Definition } from '../survey/definition.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'

/** What the server keeps. A promise that resolves is a promise that it is on disk. */
export interface Store {
  /** Names the installation and this life of its database: made once, with the database. */
  readonly identity: Identity

  /** Publishes a definition as the next version of its survey; one that was published before is that version again. */
  publish(definition: Definition): Promise<Version>

  /** Every published version, by survey and number. */
  versions(): Promise<readonly Version[]>

  version(id: VersionId): Promise<Version | null>

  /**
   * Takes in what was judged, all in one transaction, and says what became of each, in the order given. Returns the
   * database has already are told as such and change nothing. `full` where what is kept aside would outgrow its room:
   * then nothing at all was taken in.
   */
  keep(arrivals: readonly Arrival[]): Promise<Kept>

  /** What was stored after `after`, in the order of the counter: at most `limit`, fewer where they are large. */
  revisionsAfter(after: number, limit: number): Promise<Page>

  /** What was kept aside, the first to arrive first, at most `limit`. */
  quarantined(limit: number): Promise<readonly Quarantined[]>

  close(): Promise<void>
}

export interface Identity {
  readonly server: string
  readonly epoch: string
}

/** One return of a push, judged: to be stored, or to be kept aside as it came. */
export type Arrival =
  | { readonly kind: 'revision'; readonly revision: Revision; readonly raw: string }
  | { readonly kind: 'aside'; readonly reason: KeptAside; readonly raw: string }

export type Kept = { readonly ok: true; readonly outcomes: readonly Outcome[] } | { readonly ok: false; full: true }

export type Outcome =
  | { readonly kind: 'stored' | 'duplicate'; readonly id: RevisionId; readonly seq: number; readonly sha256: string }
  | { readonly kind: 'quarantined'; readonly reason: KeptAside }

export interface Page {
  readonly revisions: readonly StoredRevision[]
  readonly more: boolean
}

/** What could not be stored, as it came. */
export interface Quarantined {
  /** SHA-256 of `raw`: the same thing sent again is counted, not kept again. */
  readonly sha256: string
  readonly reason: KeptAside
  /** JSON text. */
  readonly raw: string
  /** How often it came. */
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
}

/** How much may be kept aside before a push that brings more is refused: it stays on the device that has it. */
export interface AsideRoom {
  readonly entries: number
  /** Characters of JSON, all entries together. */
  readonly characters: number
}

export const asideRoom: AsideRoom = { entries: 10_000, characters: 64 * 1024 * 1024 }
