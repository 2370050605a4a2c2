import type { Kysely, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { AccountRow } from './access-rows.ts'
import type { Given } from './who.ts'

export const hasOwner = async (db: Kysely<Tables>): Promise<boolean> =>
  (await db.selectFrom('account').select('id').where('owner', '=', 1).limit(1).executeTakeFirst()) !== undefined

/** What an account may do, by survey. */
export const givenTo = async (db: Kysely<Tables>, account: string): Promise<readonly Given[]> => {
  const rows = await db
    .selectFrom('account_role')
    .selectAll()
    .where('account', '=', account)
    .orderBy('survey')
    .execute()
  return rows.map(({ survey, role, single_answers }) => ({ survey, role, singleAnswers: single_answers === 1 }))
}

export const give = async (
  transaction: Transaction<Tables>,
  account: string,
  given: readonly Given[],
): Promise<void> => {
  await transaction.deleteFrom('account_role').where('account', '=', account).execute()
  if (given.length === 0) return
  await transaction
    .insertInto('account_role')
    .values(
      given.map(({ survey, role, singleAnswers }) => ({
        account,
        survey,
        role,
        single_answers: singleAnswers ? (1 as const) : (0 as const),
      })),
    )
    .execute()
}

/** One spelling of an email address: nobody has two accounts by a capital letter. */
export const spelledEmail = (email: string): string => email.trim().toLowerCase()

export const accountByEmail = async (db: Kysely<Tables>, email: string): Promise<AccountRow | null> =>
  (await db.selectFrom('account').selectAll().where('email', '=', spelledEmail(email)).executeTakeFirst()) ?? null

export interface NewAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly owner: boolean
  /** As `password.ts` writes it. */
  readonly password: string | null
  readonly given: readonly Given[]
}

/** Makes an account; false where the address has one already. */
export const addAccount = async (
  transaction: Transaction<Tables>,
  { id, email, name, owner, password, given }: NewAccount,
  at: string,
): Promise<boolean> => {
  const made = await transaction
    .insertInto('account')
    .values({
      id,
      email: spelledEmail(email),
      name,
      owner: owner ? 1 : 0,
      password,
      made_at: at,
      stopped_at: null,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return false
  await give(transaction, id, given)
  return true
}
