import type { Kysely } from 'kysely'
import type { SurveyId } from '../../survey/ids.ts'
import type { Dialect } from '../dialect.ts'
import { surveyNamedIn } from '../named-in.ts'
import type { Tables } from '../tables.ts'

/** How long answers of a survey are kept: no row, as long as nobody decided. */
export interface RetentionRow {
  readonly survey: SurveyId
  readonly months: number
  readonly decided_at: string
  /** What arrived before this moment was taken out already. */
  readonly done_before: string | null
}

/** Makes the table of what was decided, and says of what is kept aside which survey it is of. */
export const addRetention = async (db: Kysely<Tables>, { finish }: Dialect): Promise<void> => {
  await finish(
    db.schema
      .createTable('retention')
      .addColumn('survey', 'text', (column) => column.primaryKey())
      .addColumn('months', 'integer', (column) => column.notNull())
      .addColumn('decided_at', 'text', (column) => column.notNull())
      .addColumn('done_before', 'text'),
  ).execute()
  await db.schema.alterTable('quarantine').addColumn('survey', 'text').execute()
  for (const { sha256, raw } of await db.selectFrom('quarantine').select(['sha256', 'raw']).execute())
    await db
      .updateTable('quarantine')
      .set({ survey: surveyNamedIn(raw) })
      .where('sha256', '=', sha256)
      .execute()
}
