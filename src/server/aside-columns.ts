import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { namedIn } from './named-in.ts'

/** Whose it is, as far as that can be read, so that its device can be told; and that somebody decided not to count it. */
export const addAsideColumns = async (db: Kysely<Tables>): Promise<void> => {
  for (const column of ['device', 'revision', 'rejected_at', 'rejected_because'])
    await db.schema.alterTable('quarantine').addColumn(column, 'text').execute()
  for (const { sha256, raw } of await db.selectFrom('quarantine').select(['sha256', 'raw']).execute())
    await db.updateTable('quarantine').set(namedIn(raw)).where('sha256', '=', sha256).execute()
  await db.schema.createIndex('quarantine_device').on('quarantine').column('device').execute()
}
