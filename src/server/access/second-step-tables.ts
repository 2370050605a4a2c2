import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'

/** A second step of signing in: a code of an authenticator app. One that nobody has confirmed yet is none. */
export interface SecondStepRow {
  readonly account: string
  /** Base 32: the app has the same. */
  readonly secret: string
  readonly confirmed_at: string | null
  /** The last period whose code was used: no code is good twice. */
  readonly used_period: number
}

/** A code for who has lost the app: good once. */
export interface RecoveryCodeRow {
  /** SHA-256. */
  readonly hash: string
  readonly account: string
}

/** Makes the tables of the second step of signing in. */
export const makeSecondStepTables = async (db: Kysely<Tables>, { finish }: Dialect): Promise<void> => {
  await finish(
    db.schema
      .createTable('second_step')
      .addColumn('account', 'text', (column) => column.primaryKey().references('account.id'))
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('confirmed_at', 'text')
      .addColumn('used_period', 'integer', (column) => column.notNull()),
  ).execute()
  await finish(
    db.schema
      .createTable('recovery_code')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('account', 'text', (column) => column.notNull().references('account.id')),
  ).execute()
}
