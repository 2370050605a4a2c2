import type { Kysely } from 'kysely'
import type { Dialect } from './dialect.ts'
import type { Tables } from './tables.ts'

/**
 * Photos and drawings lie in the database, in the parts they came in: one file to back up, and a photo and what is known
 * of it are there or gone together.
 */
export const makeAttachmentTables = async (db: Kysely<Tables>, { finish, blob }: Dialect): Promise<void> => {
  const { schema } = db
  await finish(
    schema
      .createTable('attachment')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('type', 'text')
      .addColumn('total', 'integer')
      .addColumn('received', 'integer', (column) => column.notNull())
      .addColumn('touched_at', 'text', (column) => column.notNull())
      .addColumn('complete_at', 'text'),
  ).execute()
  await finish(
    schema
      .createTable('attachment_use')
      .addColumn('response', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull().references('attachment.sha256'))
      .addPrimaryKeyConstraint('attachment_use_key', ['response', 'sha256']),
  ).execute()
  await schema.createIndex('attachment_use_sha256').on('attachment_use').column('sha256').execute()
  await finish(
    schema
      .createTable('attachment_part')
      .addColumn('sha256', 'text', (column) => column.notNull().references('attachment.sha256'))
      .addColumn('start', 'integer', (column) => column.notNull())
      .addColumn('bytes', blob, (column) => column.notNull())
      .addPrimaryKeyConstraint('attachment_part_key', ['sha256', 'start']),
  ).execute()
}
