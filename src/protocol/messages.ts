import { attachmentLimits } from '../response/attachment.ts'
import type { Erasure } from '../response/erasure.ts'
import type { DeviceId, ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Standing, StandingId } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import type { KeptAside, NotPublished, Refusal } from './refusals.ts'

/** The number of this protocol. A push from an older one is always accepted. */
export const protocolVersion = 1

/** Every answer of the server carries this header, so that a captive portal's page is never taken for one. */
export const serverMark = { header: 'x-proforma', value: 'proforma-1' } as const

/** Device → server, when something waits to be sent: `POST /api/v1/push`. */
export interface Push {
  readonly protocol: number
  readonly device: DeviceId
  /** The server's epoch as the device last heard it, null before the first exchange. A restored server has a new one. */
  readonly epoch: string | null
  readonly revisions: readonly Revision[]
}

/** Server → device, after the transaction is on disk: one ack for each revision, in the order sent. */
export interface PushAnswer {
  readonly protocol: number
  /** Names the installation. */
  readonly server: string
  /** Names this life of its database. */
  readonly epoch: string
  readonly acks: readonly Ack[]
  /** Up to which `seq` its last backup goes: what it covers, a device need not keep a second time. */
  readonly backedUpTo?: number
}

/** What became of one revision. */
export interface Ack {
  /** As the device sent it; null where what was sent had none that could be read. */
  readonly id: RevisionId | null
  /**
   * `duplicate`: the same content was stored before. `quarantined`: kept aside, where a person sees it. `erased`: its
   * response was taken out for good, and nothing of it was kept.
   */
  readonly status: 'stored' | 'duplicate' | 'quarantined' | 'erased'
  /** The server's counter for a stored revision: the one order there is. */
  readonly seq: number | null
  /** The digest of what the server holds; the device compares it with its own. */
  readonly sha256: string | null
  readonly reason: KeptAside | null
}

/** Server → device: `GET /api/v1/revisions?after=SEQ&limit=N`, what has been stored since, in the server's order. */
export interface RevisionsPage {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  /** The SEQ that was asked for: a cache that looks at the path alone gives another page. An older server does not say. */
  readonly after?: number
  readonly revisions: readonly StoredRevision[]
  /** Responses to erase, numbered by the same counter. An older server says nothing of them. */
  readonly erasures?: readonly StoredErasure[]
  /** Ask again after this one; equal to the `after` that was asked when there is nothing new. */
  readonly next: number
  readonly more: boolean
  /**
   * Names what the asker may see. Where it is another than before, a device asks again from the start. Left out by a
   * server that shows everything to everyone.
   */
  readonly view?: string
}

export interface StoredRevision {
  readonly seq: number
  readonly revision: Revision
}

export interface StoredErasure {
  readonly seq: number
  readonly erasure: Erasure
}

export const eraseLimits = { erasures: 100 } as const

/** Device → server, before anything else: `POST /api/v1/erasures`, the responses whose answers are to be taken out. */
export interface Erase {
  readonly protocol: number
  readonly device: DeviceId
  readonly erasures: readonly Erasure[]
}

/** Server → device, after the answers are gone from its disk: one ack for each erasure, in the order sent. */
export interface EraseAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly acks: readonly EraseAck[]
}

export interface EraseAck {
  readonly response: ResponseId
  /** `known`: it was asked for before, here or elsewhere. */
  readonly status: 'erased' | 'known'
  /** The server's counter for the erasure. */
  readonly seq: number
}

/** Server → device: `GET /api/v1/surveys`, the published versions, by hash, immutable, and how each survey stands. */
export interface SurveysAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly versions: readonly Version[]
  /** The latest decision about each survey. An older server says nothing of it. */
  readonly standings?: readonly Standing[]
  /** For an enrolled tablet: the key that it seals returns to, base64. */
  readonly sealTo?: string
}

export const publishLimits = { versions: 20, standings: 100, bytes: 1024 * 1024 } as const

/**
 * Device → server, before its returns: `POST /api/v1/surveys`, the versions that were published on it and what was
 * decided about them. A standing that has a `seq` already is offered again, to a server that was restored.
 */
export interface Publish {
  readonly protocol: number
  readonly device: DeviceId
  readonly versions: readonly Version[]
  readonly standings: readonly Standing[]
}

/** Server → device, after the transaction is on disk: one ack for each version and standing, in the order sent. */
export interface PublishAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly versions: readonly VersionAck[]
  readonly standings: readonly StandingAck[]
}

export interface VersionAck {
  /** As the device sent it; null where what was sent had none that could be read. */
  readonly id: VersionId | null
  readonly status: 'published' | 'known' | 'refused'
  /** The number that the server gave it: another than the device's where that one was taken. */
  readonly number: number | null
  readonly reason: NotPublished | null
}

export interface StandingAck {
  readonly id: StandingId | null
  /** `known`: the server has it, or a later one. */
  readonly status: 'kept' | 'known' | 'refused'
  readonly seq: number | null
  readonly reason: NotPublished | null
}

/** Bytes of one part of an attachment, and of a whole one. */
export const attachmentPartLimits = { part: 256 * 1024, bytes: attachmentLimits.bytes } as const

/**
 * Device → server, after the ack of a return that names it: `PUT /api/v1/attachments/SHA256?offset=N&total=N`, the next
 * part of a photo or drawing as bytes, each after the other. Server → device, once that is on disk, and to a `GET` of the
 * same address: how far it has come. Only `complete` says that the server holds these bytes: it has checked their digest.
 */
export interface AttachmentAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  readonly sha256: string
  /** Bytes from the start that are there: the place to go on from. */
  readonly received: number
  /** Null before the first part. */
  readonly total: number | null
  readonly complete: boolean
}

/**
 * Device → server, at the start of a sync, whenever this is not what it said last: `POST /api/v1/inventory`. What the
 * server has of the device is compared with what the device has made.
 */
export interface Inventory {
  readonly protocol: number
  readonly device: DeviceId
  /** How many returns it has made. */
  readonly sequence: number
  /** When the browser had emptied its database, and what came back from the journal; null where that never was. */
  readonly wiped: { readonly at: string; readonly returns: number; readonly drafts: number } | null
}

/** Server → device. */
export interface InventoryAnswer {
  readonly protocol: number
  readonly server: string
  readonly epoch: string
  /** Whose inventory it is. An older server does not say. */
  readonly device?: DeviceId
  /** The highest number of this device that the server has, 0 where it has none. */
  readonly highest: number
  /** How many of its returns the server has, or had until they were taken out. */
  readonly count: number
  /** The numbers up to the highest of both that the server does not have: the first hundred. */
  readonly missing: readonly number[]
  /** Returns of it that the lead decided not to count, the latest 500. Left out where there is none. */
  readonly rejected?: readonly RejectedReturn[]
  /**
   * Returns of it that are kept aside, rejected or not: what the device was told is aside and is not among them was decided
   * about. Left out by an older server, and where they are more than 500.
   */
  readonly aside?: readonly RevisionId[]
}

export interface RejectedReturn {
  readonly id: RevisionId
  /** Why, in the lead's words. */
  readonly because: string
}

/** Server → anyone, with a 4xx or 5xx: why a whole request was not taken. Nothing was stored, nothing is to be deleted. */
export interface Refused {
  readonly refused: Refusal
  readonly reason: string
}
