import { type Kysely, sql } from 'kysely'
import { makeAccessTables } from './access/access-tables.ts'
import { makeOutsideTables } from './access/outside-tables.ts'
import { makeSecondStepTables } from './access/second-step-tables.ts'
import { addAsideColumns } from './aside-columns.ts'
import { makeAttachmentTables } from './attachment-tables.ts'
import { addReturnsAllowed, makePopulationTables } from './population/population-tables.ts'
import { addRetention } from './retention/retention-tables.ts'
import { addSealing } from './sealing.ts'
import type { Dialect } from './dialect.ts'
import type { Tables } from './tables.ts'

/** The steps a database takes from empty to now, forward only. A step that has shipped is never edited. */
const steps: readonly ((db: Kysely<Tables>, dialect: Dialect) => Promise<void>)[] = [
  async (db, { finish }) => {
    const { schema } = db
    await finish(
      schema
        .createTable('installation')
        .addColumn('only', 'integer', (column) => column.primaryKey().check(sql`"only" = 1`))
        .addColumn('server', 'text', (column) => column.notNull())
        .addColumn('epoch', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull()),
    ).execute()
    await finish(
      schema
        .createTable('counter')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'integer', (column) => column.notNull().check(sql`value >= 0`)),
    ).execute()
    await finish(
      schema
        .createTable('version')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('survey', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('published_at', 'text', (column) => column.notNull())
        .addColumn('definition', 'text', (column) => column.notNull())
        .addUniqueConstraint('version_survey_number', ['survey', 'number']),
    ).execute()
    await finish(
      schema
        .createTable('revision')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('response', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull().references('version.id'))
        .addColumn('device', 'text', (column) => column.notNull())
        .addColumn('device_sequence', 'integer', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('characters', 'integer', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addUniqueConstraint('revision_device_sequence', ['device', 'device_sequence']),
    ).execute()
    await finish(
      schema
        .createTable('quarantine')
        .addColumn('sha256', 'text', (column) => column.primaryKey())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('times', 'integer', (column) => column.notNull())
        .addColumn('first_at', 'text', (column) => column.notNull())
        .addColumn('last_at', 'text', (column) => column.notNull())
        .addColumn('characters', 'integer', (column) => column.notNull())
        .addColumn('raw', 'text', (column) => column.notNull()),
    ).execute()
    await db.insertInto('counter').values({ name: 'revision', value: 0 }).execute()
  },
  (db, { finish }) =>
    finish(
      db.schema
        .createTable('standing')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('survey', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull().references('version.id'))
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('device', 'text')
        .addColumn('decided_at', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull()),
    ).execute(),
  async (db, { finish }) => {
    const { schema } = db
    await finish(
      schema
        .createTable('erasure')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('response', 'text', (column) => column.notNull().unique())
        .addColumn('survey', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('device', 'text', (column) => column.notNull())
        .addColumn('asked_at', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull()),
    ).execute()
    await finish(
      schema
        .createTable('erased_revision')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('response', 'text', (column) => column.notNull().references('erasure.response'))
        .addColumn('device', 'text', (column) => column.notNull())
        .addColumn('device_sequence', 'integer', (column) => column.notNull()),
    ).execute()
    await schema.createIndex('revision_response').on('revision').column('response').execute()
  },
  makeAttachmentTables,
  (db, { finish }) =>
    finish(
      db.schema
        .createTable('device_report')
        .addColumn('device', 'text', (column) => column.primaryKey())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('reported_at', 'text', (column) => column.notNull())
        .addColumn('wiped_at', 'text')
        .addColumn('wiped_returns', 'integer')
        .addColumn('wiped_drafts', 'integer'),
    ).execute(),
  makeAccessTables,
  makePopulationTables,
  addAsideColumns,
  addSealing,
  makeSecondStepTables,
  addReturnsAllowed,
  makeOutsideTables,
  addRetention,
]

// A type, not an interface: Kysely asks for an index signature.
type StepTable = { readonly schema_step: { readonly number: number } }

export type Migrated = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Takes a database through the steps it has not taken, all or none; refuses one that a newer Proforma has taken on. */
export const migrate = async (db: Kysely<Tables>, dialect: Dialect): Promise<Migrated> => {
  await dialect
    .finish(
      db.schema
        .createTable('schema_step')
        .ifNotExists()
        .addColumn('number', 'integer', (column) => column.primaryKey()),
    )
    .execute()
  return db.transaction().execute(async (transaction) => {
    const track = transaction.withTables<StepTable>()
    // A write comes first, so that of two servers starting at once one waits here for the other.
    await track
      .insertInto('schema_step')
      .values({ number: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { taken } = await track
      .selectFrom('schema_step')
      .select((select) => select.fn.max('number').as('taken'))
      .executeTakeFirstOrThrow()
    if (taken > steps.length) return { ok: false, reason: 'it was made by a newer Proforma; start that one' }
    for (const [index, step] of steps.entries()) {
      if (index < taken) continue
      await step(transaction, dialect)
      await track
        .insertInto('schema_step')
        .values({ number: index + 1 })
        .execute()
    }
    return { ok: true }
  })
}
