import type { Kysely } from 'kysely'
import type { Revision } from '../response/revision.ts'
import type { Definition } from '../survey/definition.ts'
import { publish, type Version } from '../survey/version.ts'
import { cutPage } from './cut-page.ts'
import { keepArrivals, noRoom, takeCounter } from './keep-arrivals.ts'
import { type AsideRoom, asideRoom, type Identity, type Store } from './store.ts'
import type { Tables, VersionRow } from './tables.ts'

/** What a store takes from outside, so that a test can hand in its own. */
export interface Outside {
  readonly now: () => Date
  /** A new UUID. */
  readonly newId: () => string
  readonly room?: AsideRoom
}

/** The store over any database that Kysely speaks to and `migrate` has prepared. */
export const kyselyStore = async (db: Kysely<Tables>, { now, newId, room = asideRoom }: Outside): Promise<Store> => {
  const identity = await identityOf(db, { now, newId })
  return {
    identity,

    publish: (definition) =>
      db.transaction().execute(async (transaction) => {
        await takeCounter(transaction)
        const latest = await transaction
          .selectFrom('version')
          .selectAll()
          .where('survey', '=', definition.proforma.id)
          .orderBy('number', 'desc')
          .executeTakeFirst()
        const version = publish(definition, latest === undefined ? null : versionOf(latest), now())
        await transaction
          .insertInto('version')
          .values(versionRow(version))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        return versionOf(
          await transaction.selectFrom('version').selectAll().where('id', '=', version.id).executeTakeFirstOrThrow(),
        )
      }),

    versions: async () => {
      const rows = await db.selectFrom('version').selectAll().orderBy('survey').orderBy('number').execute()
      return rows.map(versionOf)
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

    revisionsAfter: async (after, limit) => {
      const sizes = await db
        .selectFrom('revision')
        .select(['seq', 'characters'])
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(limit + 1)
        .execute()
      const cut = cutPage(sizes, limit)
      if (cut.last === null) return { revisions: [], more: false }
      const rows = await db
        .selectFrom('revision')
        .select(['seq', 'content'])
        .where('seq', '>', after)
        .where('seq', '<=', cut.last)
        .orderBy('seq')
        .execute()
      return {
        revisions: rows.map(({ seq, content }) => ({ seq, revision: JSON.parse(content) as Revision })),
        more: cut.more,
      }
    },

    quarantined: async (limit) => {
      const rows = await db
        .selectFrom('quarantine')
        .selectAll()
        .orderBy('first_at')
        .orderBy('sha256')
        .limit(limit)
        .execute()
      return rows.map(({ sha256, reason, raw, times, first_at: firstAt, last_at: lastAt }) => ({
        sha256,
        reason,
        raw,
        times,
        firstAt,
        lastAt,
      }))
    },

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

const versionOf = ({ id, survey, number, published_at: publishedAt, definition }: VersionRow): Version => ({
  id,
  survey,
  number,
  publishedAt,
  definition: JSON.parse(definition) as Definition,
})

const versionRow = ({ id, survey, number, publishedAt, definition }: Version): VersionRow => ({
  id,
  survey,
  number,
  published_at: publishedAt,
  definition: JSON.stringify(definition),
})
