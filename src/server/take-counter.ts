import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** The last number given, with the row locked until the transaction ends, on every database alike. */
export const takeCounter = async (transaction: Transaction<Tables>): Promise<number> => {
  const { value } = await transaction
    .updateTable('counter')
    .set((row) => ({ value: row.ref('value') }))
    .where('name', '=', 'revision')
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
