import type { Seen } from './access/seen.ts'
import type { AccessStore } from './access/access-store.ts'
import type { RetentionStore } from './retention/keep-retention.ts'
import type { Sealing } from './sealing.ts'
import type { PopulationStore } from './population/population-store.ts'
import type { KeptAside, NotPublished } from '../protocol/refusals.ts'
import type { StoredErasure, StoredRevision, Inventory, InventoryAnswer } from '../protocol/messages.ts'
import type { AttachmentType } from '../response/attachment.ts'
import type { Erasure } from '../response/erasure.ts'
import type { DeviceId, ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { Definition } from '../survey/definition.ts'
import type { AsideOfSurvey } from '../protocol/aside-messages.ts'
import type { Surveys } from './access/who.ts'
import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'

/** What the server keeps. A promise that resolves is a promise that it is on disk. */
export interface Store {
  /** Names the installation and this life of its database: made once, with the database. */
  readonly identity: Identity

  /**
   * Publishes a definition that ships as the next version of its survey; one that was published before is that version
   * again. It goes live where no person has decided otherwise.
   */
  publish(definition: Definition): Promise<Version>

  /**
   * Takes in versions that are sound and what was decided about surveys, all in one transaction, and says what became
   * of each, in the order given. A number that another version has is not given twice.
   */
  keepSurveys(sent: SurveysSent): Promise<SurveysKept>

  /** Every published version, by survey and number. */
  versions(): Promise<readonly Version[]>

  /** Of each survey the last decision about it. */
  standings(): Promise<readonly Standing[]>

  version(id: VersionId): Promise<Version | null>

  /**
   * Takes in what was judged, all in one transaction, and says what became of each, in the order given. Returns the
   * database has already are told as such and change nothing; one that was kept aside and is stored now is aside no
   * more. What belongs to a response that was erased is `erased`, whatever it is, and nothing of it is kept. `full`
   * where what is kept aside would outgrow its room: then nothing at all was taken in.
   */
  keep(arrivals: readonly Arrival[]): Promise<Kept>

  /**
   * Takes the answers of responses out for good, every revision and every copy kept aside, all in one transaction, and
   * leaves a tombstone of each: a number of the counter that returns are given. When it resolves they are gone from the
   * disk. One that was taken out before, or that never came, is no fault.
   */
  erase(sent: ErasuresSent): Promise<readonly ErasureOutcome[]>

  /** Which of these responses were taken out. */
  erasedAmong(responses: readonly ResponseId[]): Promise<ReadonlySet<string>>

  /** Keeps what a device says of itself, and says what there is of it here. */
  takeInventory(inventory: Inventory): Promise<Held>

  /** What each device last said of itself. */
  deviceReports(): Promise<readonly DeviceReport[]>

  /** What was stored or erased after `after`, in the order of the counter: at most `limit`, fewer where they are large. `seen`: of that what may be seen. */
  revisionsAfter(after: number, limit: number, seen?: Seen): Promise<Page>

  /** What was kept aside of these surveys, the first to arrive first, at most `limit`: first what nobody has decided about. */
  quarantined(limit: number, of?: Surveys): Promise<readonly Quarantined[]>

  /** How much is kept aside of each of these surveys. */
  asideBySurvey(of: Surveys): Promise<readonly AsideOfSurvey[]>

  /** How many things are kept aside that nobody has decided about. */
  countAside(): Promise<number>

  /** One that was kept aside, by the SHA-256 of what came; null where it is not there. */
  aside(sha256: string): Promise<Quarantined | null>

  /**
   * Decides that it is not to be counted, and why: from then on it stays aside, whatever else would let it in. With null
   * that is taken back. False where it is not there.
   */
  decideAside(sha256: string, because: string | null): Promise<boolean>

  /** How far a photo or drawing has come; null where no stored return names it. */
  attachment(sha256: string): Promise<AttachmentHeld | null>

  /**
   * Takes in the next part of one, and says how far it has come then. Only what a stored return names is taken in; what
   * is there already, or leaves a gap, changes nothing. The last part is taken only if the whole has that digest:
   * `changed` has dropped all of it.
   */
  keepPart(part: AttachmentPart): Promise<PartOutcome>

  /** The bytes of one that is all there, and their type; null otherwise. */
  attachmentContent(sha256: string): Promise<AttachmentContent | null>

  /** People, devices, and the log of what they did. */
  readonly access: AccessStore
  /** How a response stands: its last revision to arrive; null where there is none, or it was taken out. */
  lastRevisionOf(response: string): Promise<Revision | null>

  /** The key that tablets seal to. */
  readonly sealing: Sealing

  /** How long answers are kept. */
  readonly retention: RetentionStore

  /** Who is asked, survey by survey. */
  readonly population: PopulationStore

  close(): Promise<void>
}

export interface Identity {
  readonly server: string
  readonly epoch: string
}

export interface ErasuresSent {
  readonly device: DeviceId
  readonly erasures: readonly Erasure[]
}

export interface ErasureOutcome {
  readonly kind: 'erased' | 'known'
  readonly seq: number
}

/** What there is of a device; `missing` are the first hundred numbers up to the highest that are not here. */
export type Held = Pick<InventoryAnswer, 'highest' | 'count' | 'missing' | 'rejected' | 'aside'>

export interface DeviceReport extends Pick<Inventory, 'device' | 'sequence' | 'wiped'> {
  readonly reportedAt: string
}

export interface SurveysSent {
  readonly device: DeviceId
  readonly versions: readonly Version[]
  readonly standings: readonly Standing[]
}

export interface SurveysKept {
  readonly versions: readonly { readonly kind: 'published' | 'known'; readonly number: number }[]
  readonly standings: readonly StandingOutcome[]
}

/** `known`: it is there already, or a later one is. */
export type StandingOutcome =
  | { readonly kind: 'kept' | 'known'; readonly seq: number | null }
  | { readonly kind: 'refused'; readonly reason: NotPublished }

/** One return of a push, judged: to be stored, or to be kept aside as it came. `sealed`: it came in a box. */
export type Arrival =
  | { readonly kind: 'revision'; readonly revision: Revision; readonly raw: string; readonly sealed?: boolean }
  | { readonly kind: 'aside'; readonly reason: KeptAside; readonly raw: string }

export type Kept = { readonly ok: true; readonly outcomes: readonly Outcome[] } | { readonly ok: false; full: true }

export type Outcome =
  | { readonly kind: 'stored' | 'duplicate'; readonly id: RevisionId; readonly seq: number; readonly sha256: string }
  | { readonly kind: 'quarantined'; readonly reason: KeptAside }
  | { readonly kind: 'erased' }

export interface Page {
  readonly revisions: readonly StoredRevision[]
  readonly erasures: readonly StoredErasure[]
  readonly more: boolean
  /** Where something is not to be seen: the number up to which all was looked at. */
  readonly upTo?: number
}

/** What could not be stored, as it came. */
export interface Quarantined {
  /** SHA-256 of `raw`: the same thing sent again is counted, not kept again. */
  readonly sha256: string
  readonly reason: KeptAside
  /** JSON text. */
  readonly raw: string
  /** Which survey it is of, where it says so and that can be: null, and so for those who lead all surveys. */
  readonly survey: SurveyId | null
  /** How often it came. */
  readonly times: number
  readonly firstAt: string
  readonly lastAt: string
  readonly rejected: { readonly at: string; readonly because: string } | null
}

/** How much may be kept aside before a push that brings more is refused: it stays on the device that has it. */
export interface AsideRoom {
  readonly entries: number
  /** Characters of JSON, all entries together. */
  readonly characters: number
}

export const asideRoom: AsideRoom = { entries: 10_000, characters: 64 * 1024 * 1024 }

export interface AttachmentHeld {
  /** Bytes from its start. */
  readonly received: number
  /** Null before the first part. */
  readonly total: number | null
  /** All there, and with the digest that it is named by. */
  readonly complete: boolean
}

export interface AttachmentPart {
  readonly sha256: string
  /** Where in the whole it belongs. */
  readonly offset: number
  readonly total: number
  /** What the whole is, by its first bytes; null for a part that is not the first. */
  readonly type: AttachmentType | null
  readonly bytes: Uint8Array
}

export type PartOutcome =
  | { readonly kind: 'held'; readonly held: AttachmentHeld }
  | { readonly kind: 'unknown' | 'changed' }

export interface AttachmentContent {
  readonly type: AttachmentType
  readonly bytes: Uint8Array
}
