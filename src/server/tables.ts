import type { AccessTables } from './access/access-rows.ts'
import type { KeptAside } from '../protocol/refusals.ts'
import type { AttachmentType } from '../response/attachment.ts'
import type { ErasureReason } from '../response/erasure.ts'
import type { DeviceId, ResponseId, RevisionId } from '../response/revision.ts'
import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { RetentionRow } from './retention/retention-tables.ts'
import type { SealingKeyRow } from './sealing.ts'
import type { PopulationTables } from './population/population-rows.ts'
import type { Standing, StandingId } from '../survey/standing.ts'

/** The tables as queries see them. Times are ISO 8601 text, JSON is text: the same on every database. */
export interface Tables extends AccessTables, PopulationTables {
  readonly installation: InstallationRow
  readonly counter: CounterRow
  readonly version: VersionRow
  readonly standing: StandingRow
  readonly revision: RevisionRow
  readonly quarantine: QuarantineRow
  readonly erasure: ErasureRow
  readonly erased_revision: ErasedRevisionRow
  readonly device_report: DeviceReportRow
  readonly attachment: AttachmentRow
  readonly attachment_use: AttachmentUseRow
  readonly attachment_part: AttachmentPartRow
  readonly sealing_key: SealingKeyRow
  readonly retention: RetentionRow
}

export interface InstallationRow {
  readonly only: 1
  readonly server: string
  readonly epoch: string
  readonly made_at: string
}

/** One row, `revision`: the last number given to a return. Whoever writes takes this row first. */
export interface CounterRow {
  readonly name: 'revision'
  readonly value: number
}

export interface VersionRow {
  readonly id: VersionId
  readonly survey: SurveyId
  readonly number: number
  readonly published_at: string
  readonly definition: string
}

/** One decision about a survey. Rows are added, never changed: the one with the highest number holds. */
export interface StandingRow {
  readonly seq: number
  readonly id: StandingId
  readonly survey: SurveyId
  readonly version: VersionId
  readonly state: Standing['state']
  /** The device it was decided on; null for what ships. */
  readonly device: string | null
  readonly decided_at: string
  readonly received_at: string
}

/** What a device last said of itself. */
export interface DeviceReportRow {
  readonly device: DeviceId
  readonly sequence: number
  readonly reported_at: string
  readonly wiped_at: string | null
  readonly wiped_returns: number | null
  readonly wiped_drafts: number | null
}

export interface RevisionRow {
  readonly seq: number
  readonly id: RevisionId
  readonly response: string
  readonly version: VersionId
  readonly device: string
  readonly device_sequence: number
  readonly sha256: string
  readonly received_at: string
  /** Length of `content`, so that a page is cut without reading what it leaves out. */
  readonly characters: number
  /** The whole return, as JSON. */
  readonly content: string
  /** It came sealed: the tablet that made it is not given it back. */
  readonly sealed: 0 | 1
}

export interface QuarantineRow {
  readonly sha256: string
  readonly reason: KeptAside
  readonly times: number
  readonly first_at: string
  readonly last_at: string
  readonly characters: number
  readonly raw: string
  /** Whose it is, as far as that can be read. */
  readonly device: string | null
  readonly revision: string | null
  readonly survey: string | null
  /** When somebody decided not to count it, and why. */
  readonly rejected_at: string | null
  readonly rejected_because: string | null
}

/** What is left of a response that was taken out. Its number is of the same counter as a revision's. */
export interface ErasureRow {
  readonly seq: number
  readonly response: ResponseId
  readonly survey: SurveyId
  readonly reason: ErasureReason
  /** The device it was asked for on. */
  readonly device: string
  readonly asked_at: string
  readonly received_at: string
}

/** The names of what was taken out, so that the hole in a device's numbers is not mistaken for a loss. */
export interface ErasedRevisionRow {
  readonly id: RevisionId
  readonly response: string
  readonly device: string
  readonly device_sequence: number
}

/** A photo or drawing that a stored return names, whether it has come yet or not. */
export interface AttachmentRow {
  readonly sha256: string
  /** By its first bytes; null before they came, as is `total`. */
  readonly type: AttachmentType | null
  readonly total: number | null
  readonly received: number
  readonly touched_at: string
  /** When the last part came and the digest was right. */
  readonly complete_at: string | null
}

/** Which responses name it: with the last of them it goes. */
export interface AttachmentUseRow {
  readonly response: ResponseId
  readonly sha256: string
}

export interface AttachmentPartRow {
  readonly sha256: string
  readonly start: number
  readonly bytes: Uint8Array
}
