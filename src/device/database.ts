import { Dexie, type Table } from 'dexie'
import type { Version } from '../survey/version.ts'
import type { SurveyId, VersionId } from '../survey/ids.ts'
import type { Standing, StandingId } from '../survey/standing.ts'
import type { Draft } from '../response/draft.ts'
import type { DeviceId, ResponseId, Revision, RevisionId } from '../response/revision.ts'
import { pushLimits } from '../protocol/messages.ts'
import type { Exchange } from './sync-state.ts'
import type { KeptDesign, KeptStep } from './kept-design.ts'
import type { KeptList } from './kept-lists.ts'
import type { StandingOut, VersionOut } from './plan-publish.ts'
import type { Waiting } from './plan-push.ts'
import { noBackOff } from './back-off.ts'
import type { NewId } from './ports.ts'
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
}

/** What this browser profile keeps. A return is to be sent as long as its id is a key of `outbox`. */
export type DeviceDatabase = Dexie & {
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
  /** Lists of answers that somebody keeps to use again. */
  readonly keptLists: Table<KeptList, string>
}

export type OpenedDatabase =
  | { readonly ok: true; readonly database: DeviceDatabase }
  | { readonly ok: false; readonly reason: string }

/**
 * Opens the database of that name, and names this device when it is new. Every write is on the disk before it
 * resolves (`strict`: Chromium's default resolves when the system has been told, and a flat battery loses it);
 * nothing is cached, so that what a page shows is what is there.
 *
 * @example const opened = await openDatabase('proforma', () => crypto.randomUUID())
 */
export const openDatabase = async (name: string, newId: NewId): Promise<OpenedDatabase> => {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as DeviceDatabase
  database.version(1).stores({
    meta: 'key',
    drafts: 'draft.response',
    returns: 'revision.id, revision.survey, revision.device, revision.response',
    outbox: 'id',
    keptAside: 'id',
    versions: 'id, survey',
  })
  database.version(2).stores({
    designs: 'id',
    designSteps: '[survey+step]',
    standings: 'survey',
    versionsOut: 'id',
    standingsOut: 'standing.id, standing.survey',
  })
  database.version(3).stores({ keptLists: 'id' })
  try {
    await database.transaction('rw', database.meta, async () => {
      if ((await database.meta.get('this')) === undefined) await database.meta.add(newDevice(newId))
    })
    return { ok: true, database }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
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
