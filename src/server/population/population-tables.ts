import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'

/** Lists of who is asked, their links, and what happened to each of them. */
export const makePopulationTables = async (db: Kysely<Tables>, { finish }: Dialect): Promise<void> => {
  const { schema } = db
  await finish(
    schema
      .createTable('population')
      .addColumn('survey', 'text', (column) => column.primaryKey())
      .addColumn('closes', 'text')
      .addColumn('may_amend', 'integer', (column) => column.notNull())
      .addColumn('draw', 'text'),
  ).execute()
  await finish(
    schema
      .createTable('recipient')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('survey', 'text', (column) => column.notNull().references('population.survey'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('contact', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('strata', 'text', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addUniqueConstraint('recipient_survey_unit', ['survey', 'unit']),
  ).execute()
  await finish(
    schema
      .createTable('recipient_event')
      .addColumn('recipient', 'text', (column) => column.notNull().references('recipient.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recipient_event_key', ['recipient', 'number']),
  ).execute()
  await finish(
    schema
      .createTable('recipient_link')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('recipient', 'text', (column) => column.notNull().references('recipient.id'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'text'),
  ).execute()
  await schema.createIndex('recipient_link_recipient').on('recipient_link').column('recipient').execute()
  await finish(
    schema
      .createTable('recipient_draft')
      .addColumn('recipient', 'text', (column) => column.primaryKey().references('recipient.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('saved_at', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull()),
  ).execute()
  await finish(
    schema
      .createTable('recipient_return')
      .addColumn('response', 'text', (column) => column.primaryKey())
      .addColumn('recipient', 'text', (column) => column.notNull().references('recipient.id'))
      .addColumn('way', 'text', (column) => column.notNull())
      .addColumn('noted_at', 'text', (column) => column.notNull()),
  ).execute()
  await schema.createIndex('recipient_return_recipient').on('recipient_return').column('recipient').execute()
}

/** How many returns one recipient may bring, and links that are nobody's own. */
export const addReturnsAllowed = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .alterTable('population')
    .addColumn('most_each', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  await db.schema.alterTable('recipient').addColumn('most_returns', 'integer').execute()
}
