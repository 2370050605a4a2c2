import { accessStore } from './access/access-store.ts'
import type { Revision } from '../response/revision.ts'
import { populationStore } from './population/population-store.ts'
import { type Kysely, sql } from 'kysely'
import { keepArrivals, noRoom } from './keep-arrivals.ts'
import { asideBySurvey, decideAside, quarantinedOf, quarantineOf } from './keep-aside.ts'
import { attachmentContent, attachmentHeld, keepPart } from './keep-attachments.ts'
import { erasedOf, keepErasures } from './keep-erasures.ts'
import { keepInventory, readReports } from './keep-inventory.ts'
import { keepSurveys } from './keep-surveys.ts'
import { publishOurs } from './publish-ours.ts'
import { readAfter } from './read-after.ts'
import { retentionStore } from './retention/keep-retention.ts'
import { sealingOf } from './sealing.ts'
import { type AsideRoom, asideRoom, type ErasuresSent, type Identity, type Store } from './store.ts'
import type { Tables } from './tables.ts'
import { standingOfRow, versionOf } from './version-row.ts'

/** What a store takes from outside, so that a test can hand in its own. */
export interface Outside {
  readonly now: () => Date
  /** A new UUID. */
  readonly newId: () => string
  readonly room?: AsideRoom
  /** Called with what is about to be taken out, and awaited: what must outlive the database is written down elsewhere. */
  readonly beforeErase?: (sent: ErasuresSent) => Promise<void>
  /** What kind of file system a folder lies on, as statfs numbers it; left out, the system is asked. */
  readonly fileSystem?: (folder: string) => number
  /** Called when answers were taken out: leaves nothing of them on the disk, where a deletion alone does. */
  readonly scrub?: () => void | Promise<void>
}

/** The store over any database that Kysely speaks to and `migrate` has prepared. */
export const kyselyStore = async (
  db: Kysely<Tables>,
  { now, newId, room = asideRoom, beforeErase, scrub }: Outside,
): Promise<Store> => {
  const identity = await identityOf(db, { now, newId })
  return {
    identity,

    publish: (definition) =>
      db.transaction().execute((transaction) => publishOurs(transaction, definition, { now: now(), newId })),

    keepSurveys: (sent) =>
      db.transaction().execute((transaction) => keepSurveys(transaction, sent, now().toISOString())),

    versions: async () => {
      const rows = await db.selectFrom('version').selectAll().orderBy('survey').orderBy('number').execute()
      return rows.map(versionOf)
    },

    standings: async () => {
      const rows = await db
        .selectFrom('standing')
        .selectAll()
        .where('seq', 'in', (query) =>
          query
            .selectFrom('standing')
            .select(({ fn }) => fn.max('seq').as('seq'))
            .groupBy('survey'),
        )
        .orderBy('survey')
        .execute()
      return rows.map(standingOfRow)
    },

    version: async (id) => {
      const row = await db.selectFrom('version').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : versionOf(row)
    },

    keep: async (arrivals) => {
      try {
        const at = now().toISOString()
        const keep = db.transaction()
        return {
          ok: true,
          outcomes: await keep.execute((transaction) => keepArrivals(transaction, arrivals, { at, room })),
        }
      } catch (error) {
        if (error === noRoom) return { ok: false, full: true }
        throw error
      }
    },

    takeInventory: (inventory) => keepInventory(db, inventory, now().toISOString()),

    deviceReports: () => readReports(db),

    erase: async ({ device, erasures }) => {
      await beforeErase?.({ device, erasures })
      const at = now().toISOString()
      const outcomes = await db
        .transaction()
        .execute((transaction) => keepErasures(transaction, erasures, { device, at }))
      await scrub?.()
      return outcomes
    },

    erasedAmong: (responses) => erasedOf(db, responses),

    revisionsAfter: (after, limit, seen) => readAfter(db, after, limit, seen),

    quarantined: async (limit, of = 'all') => {
      const rows = await quarantineOf(db, of)
        .selectAll()
        .orderBy(sql`case when rejected_at is null then 0 else 1 end`)
        .orderBy('first_at')
        .orderBy('sha256')
        .limit(limit)
        .execute()
      return rows.map(quarantinedOf)
    },

    asideBySurvey: (of) => asideBySurvey(db, of),

    countAside: async () => {
      const { waiting } = await db
        .selectFrom('quarantine')
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('rejected_at', 'is', null)
        .executeTakeFirstOrThrow()
      return waiting
    },

    aside: async (sha256) => {
      const row = await db.selectFrom('quarantine').selectAll().where('sha256', '=', sha256).executeTakeFirst()
      return row === undefined ? null : quarantinedOf(row)
    },

    decideAside: (sha256, because) => {
      const rejected = because === null ? null : { at: now().toISOString(), because }
      return db.transaction().execute((transaction) => decideAside(transaction, sha256, rejected))
    },

    attachment: (sha256) => attachmentHeld(db, sha256),

    keepPart: (part) => db.transaction().execute((transaction) => keepPart(transaction, part, now().toISOString())),

    attachmentContent: (sha256) => attachmentContent(db, sha256),

    access: accessStore({ db, now, newId }),
    lastRevisionOf: async (response) => {
      const row = await db
        .selectFrom('revision')
        .select('content')
        .where('response', '=', response)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.content) as Revision)
    },

    sealing: await sealingOf(db, now),

    retention: retentionStore({ db, now, newId }),

    population: populationStore(db, { now, newId }),

    close: () => db.destroy(),
  }
}

const identityOf = async (db: Kysely<Tables>, { now, newId }: Outside): Promise<Identity> => {
  await db
    .insertInto('installation')
    .values({ only: 1, server: newId(), epoch: newId(), made_at: now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db.selectFrom('installation').select(['server', 'epoch']).executeTakeFirstOrThrow()
}
