import { Dexie, type Table } from 'dexie'
import type { Version } from '../survey/version.ts'
import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Standing, StandingId } from '../survey/standing.ts'
import type { Draft } from '../response/draft.ts'
import type { Erasure } from '../response/erasure.ts'
import type { DeviceId, ResponseId, Revision, RevisionId } from '../response/revision.ts'
import type { FrozenTables } from '../tabulation/frozen.ts'
import type { Journal } from './journal/journal.ts'
import { pushLimits } from '../protocol/push-limits.ts'
import type { KeptAttachment } from './attachments.ts'
import type { ColumnChunk } from './column-chunks.ts'
import type { ColumnNews, ColumnState } from './column-news.ts'
import type { Invitation } from './invitation.ts'
import type { KeptLayouts } from './kept-layouts.ts'
import type { KeptLedger } from './kept-ledger.ts'
import type { Exchange } from './sync-state.ts'
import type { KeptDesign, KeptStep } from './kept-design.ts'
import type { KeptList } from './kept-lists.ts'
import type { StandingOut, VersionOut } from './plan-publish.ts'
import type { Waiting } from './plan-push.ts'
import { noBackOff } from './no-back-off.ts'
import type { TabletRow } from './tablet-row.ts'
import type { NewId } from './ports.ts'
import { agrees, hasJournal, readSentinel } from './journal/sentinel.ts'
import { whyNotSaved } from './storage-failure.ts'

/** What there is one of: who this device is and how it stands with the server. */
export interface DeviceRow {
  readonly key: 'this'
  readonly device: DeviceId
  /** How many returns this device has made: the next one is one higher. */
  readonly sequence: number
  /** The server and the life of its database that this device last heard; null before the first exchange. */
  readonly server: string | null
  readonly epoch: string | null
  /** The server's counter up to which returns were pulled. */
  readonly cursor: number
  readonly exchange: Exchange
  /** What the server last let this device see, as it names it; left out where that is everything. */
  readonly view?: string
  /** The newest form in which this database was written. Left out by a release that did not say. */
  readonly appSchema?: number
  /** Up to which of its numbers the server's own backup goes, where it says so. */
  readonly backedUpTo?: number
  /** What the last inventory told the server; left out before the first. */
  readonly inventoried?: string
  /** Numbers of returns that neither the server nor this device has. */
  readonly lost?: readonly number[]
  /** What was last put back into this database from the journal. */
  readonly putBack?: PutBack
}

/** What was missing in the database and came back from the journal. */
export interface PutBack {
  readonly at: string
  /** The browser had emptied the database; otherwise the database could not be written when these were saved. */
  readonly wiped: boolean
  readonly returns: number
  readonly drafts: number
  /** Surveys that were being built here; left out where there were none. */
  readonly surveys?: number
  /** Somebody has read of it on Home. */
  readonly read?: boolean
}

/** A draft as it lies in the database. */
export interface KeptDraft {
  readonly draft: Draft
  /** The id that its return will have: made with the draft, so that returning it twice makes one return. */
  readonly revision: RevisionId
  /** Goes up with each save: a tab that saves over a newer one is told instead. */
  readonly counter: number
}

/** A return, made here or pulled. `seq` is the server's counter, null while it is not known. */
export interface KeptReturn {
  readonly revision: Revision
  readonly seq: number | null
}

/** A return of this device that the server would not count. It stays in `returns`. */
export interface KeptAsideReturn {
  readonly id: RevisionId
  /** Why, in a sentence. */
  readonly reason: string
  readonly at: string
  /** The lead decided not to count it, for this reason: nobody need try again. */
  readonly rejected?: string
}

/** A segment of the journal whose returns have all reached the server. */
export interface CoveredSegment {
  readonly segment: string
  /** When that was first seen: ISO 8601, UTC. */
  readonly since: string
}

/** A return that somebody deleted before it was sent. Its answers are nowhere; that it was there is told. */
export interface DeletedReturn {
  readonly id: RevisionId
  readonly response: ResponseId
  readonly survey: SurveyId
  readonly deviceSequence: number
  readonly reason: string
  readonly at: string
}

/** What is left here of a response whose answers were taken out: it never comes back, whoever puts returns back. */
export interface KeptErasure extends Erasure {
  /** Whether it was ever returned, as far as this device knows: one that was not is in no table's note. */
  readonly returned: boolean
}

/** What this browser profile keeps. A return is to be sent as long as its id is a key of `outbox`. */
export type DeviceDatabase = Dexie & {
  /** What is kept a second time, beside the database; loaded when it is first asked for. */
  readonly journal: () => Promise<Journal>
  readonly coveredSegments: Table<CoveredSegment, string>
  readonly deletedReturns: Table<DeletedReturn, RevisionId>
  readonly meta: Table<DeviceRow, 'this'>
  readonly drafts: Table<KeptDraft, ResponseId>
  readonly returns: Table<KeptReturn, RevisionId>
  readonly outbox: Table<Waiting, RevisionId>
  readonly keptAside: Table<KeptAsideReturn, RevisionId>
  readonly versions: Table<Version, VersionId>
  readonly designs: Table<KeptDesign, SurveyId>
  readonly designSteps: Table<KeptStep, [survey: string, step: number]>
  /** Of each survey the last decision this device knows of. */
  readonly standings: Table<Standing, SurveyId>
  /** What was published here and waits to be sent, or was refused. */
  readonly versionsOut: Table<VersionOut, VersionId>
  readonly standingsOut: Table<StandingOut, StandingId>
  readonly erasures: Table<KeptErasure, ResponseId>
  /** The responses that the server is still to be asked to take out. */
  readonly erasuresOut: Table<{ readonly response: ResponseId }, ResponseId>
  /** Lists of answers that somebody keeps to use again. */
  readonly keptLists: Table<KeptList, string>
  /** Photos and drawings, by the SHA-256 of their bytes. */
  readonly attachments: Table<KeptAttachment, string>
  /** Encoded returns: a cache that is made anew from the rows. */
  readonly columnChunks: Table<ColumnChunk, [survey: SurveyId, number: number]>
  /** Of each survey how far its chunks go. */
  readonly columnStates: Table<ColumnState, SurveyId>
  /** What was written or taken out since. */
  readonly columnNews: Table<ColumnNews, number>
  /** Tables that were frozen here, to be quoted as they were. */
  readonly frozenTables: Table<FrozenTables, string>
  /** What is set on this tablet: its lock, its PIN, its name. */
  readonly tablet: Table<TabletRow, TabletRow['key']>
  /** What the link opens that this database belongs to: one row, where somebody was sent one. */
  readonly invitations: Table<Invitation, 'this'>
  /** Of each survey who was asked and what counts, as the server last said. */
  readonly ledgers: Table<KeptLedger, SurveyId>
  /** How somebody lays the tables of a survey out on this device. */
  readonly layouts: Table<KeptLayouts, SurveyId>
}

/** `sound` is false where the browser seems to have emptied the database: `journal/put-back.ts` comes before all else. */
export type OpenedDatabase =
  | { readonly ok: true; readonly database: DeviceDatabase; readonly sound: boolean }
  | { readonly ok: false; readonly reason: string }

/**
 * Opens the database of that name, and names this device when it is new. Every write is on the disk before it
 * resolves (`strict`: Chromium's default resolves when the system has been told, and a flat battery loses it);
 * nothing is cached, so that what a page shows is what is there.
 *
 * @example const opened = await openDatabase('proforma', () => crypto.randomUUID())
 */
export const openDatabase = async (
  name: string,
  newId: NewId,
  database: DeviceDatabase = databaseNamed(name),
): Promise<OpenedDatabase> => {
  const appSchema = database.verno
  try {
    const row = await database.transaction('rw', database.meta, async () => {
      const there = await database.meta.get('this')
      refuseNewer(there?.appSchema ?? 0, appSchema)
      if (there?.appSchema !== appSchema) await database.meta.put({ ...(there ?? newDevice(newId)), appSchema })
      return there
    })
    return {
      ok: true,
      database,
      sound: row === undefined ? !(await hasJournal(name)) : agrees(readSentinel(name), row),
    }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}

/**
 * The newest form of the database, in one piece: Dexie compares it with the tables that it finds, whichever release made
 * them, and adds what is missing. A form a release is the same to it and costs a first screen 50 ms on a slow tablet.
 * A table is added here, under the next number; `test/device/in-browser/schema-history.ts` keeps what was released.
 */
const schema = {
  version: 13,
  tables: {
    meta: 'key',
    drafts: 'draft.response',
    // What replaces nothing is not in the last index: it holds the corrections alone.
    returns: 'revision.id, revision.survey, revision.device, revision.response, [revision.survey+revision.replaces]',
    outbox: 'id',
    keptAside: 'id',
    versions: 'id, survey',
    designs: 'id',
    designSteps: '[survey+step]',
    standings: 'survey',
    versionsOut: 'id',
    standingsOut: 'standing.id, standing.survey',
    keptLists: 'id',
    coveredSegments: 'segment',
    deletedReturns: 'id',
    attachments: 'sha256, *responses, standing',
    erasures: 'response, survey',
    erasuresOut: 'response',
    tablet: 'key',
    frozenTables: 'id, survey',
    columnChunks: '[survey+number]',
    columnStates: 'survey',
    columnNews: '++number, survey',
    invitations: 'key',
    ledgers: 'survey',
    layouts: 'survey',
  },
} as const

/** The database of that name, not open yet: what is asked of it waits until it is. */
export const databaseNamed = (name: string): DeviceDatabase => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as DeviceDatabase
  database.version(schema.version).stores(schema.tables)
  const appSchema = database.verno
  // Dexie would go on with what a newer release has made of it: 400 of 400 times in a trial.
  database.on('ready', () => refuseNewer(Math.floor(database.backendDB().version / 10), appSchema), true)
  Object.assign(database, { journal: onceLoaded(name) })
  return database
}

const refuseNewer = (there: number, ours: number): void => {
  if (there > ours) throw new DOMException('The database was written by a newer release', 'VersionError')
}

/** The journal comes with the first thing that is to be kept: a first screen does without. */
const onceLoaded = (name: string): DeviceDatabase['journal'] => {
  let loading: Promise<Journal> | null = null
  return () => (loading ??= import('./journal/open-journal.ts').then(({ openJournal }) => openJournal(name)))
}

const newDevice = (newId: NewId): DeviceRow => ({
  key: 'this',
  device: newId() as DeviceId,
  sequence: 0,
  server: null,
  epoch: null,
  cursor: 0,
  exchange: { lastSuccess: null, failure: null, backOff: noBackOff, batch: pushLimits.revisions },
})

/**
 * The one row of `meta`.
 *
 * @throws Error when the row is gone: the database was emptied while it was open.
 */
export const thisDevice = async (database: DeviceDatabase): Promise<DeviceRow> => {
  const row = await database.meta.get('this')
  if (row === undefined) throw new Error('This device has lost its own record')
  return row
}
