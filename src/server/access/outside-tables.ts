import type { Kysely } from 'kysely'
import type { Dialect } from '../dialect.ts'
import type { Tables } from '../tables.ts'

/** An account that signs in through the organisation. */
export interface OutsideAccountRow {
  readonly issuer: string
  readonly subject: string
  readonly account: string
}

/** One who was sent to the organisation's sign-in and has not come back. */
export interface OutsideFlowRow {
  /** SHA-256 of what the browser's cookie holds. */
  readonly hash: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expires_at: string
}

/** Makes the tables of signing in through the organisation. */
export const makeOutsideTables = async (db: Kysely<Tables>, { finish }: Dialect): Promise<void> => {
  await finish(
    db.schema
      .createTable('outside_account')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull().unique().references('account.id'))
      .addPrimaryKeyConstraint('outside_account_key', ['issuer', 'subject']),
  ).execute()
  await finish(
    db.schema
      .createTable('outside_flow')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('nonce', 'text', (column) => column.notNull())
      .addColumn('verifier', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull()),
  ).execute()
}
