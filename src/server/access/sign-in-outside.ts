import type { Kysely, Transaction } from 'kysely'
import { canonicalJson } from '../../survey/canonical-json.ts'
import type { Tables } from '../tables.ts'
import type { AccountRow } from './access-rows.ts'
import { note } from './audit.ts'
import { type Done, done, type Parts, refused } from './database.ts'
import { addAccount, give, givenTo, spelledEmail } from './keep-accounts.ts'
import { beginSession } from './keep-sessions.ts'
import type { Flow, Outsider } from './provider.ts'
import { hashOf, newToken } from './tokens.ts'
import type { Given } from './who.ts'

/** Milliseconds that somebody may take to sign in there. */
const flowGoodFor = 10 * 60_000

/** Remembers one who goes to the organisation's sign-in; gives the token by which their browser is known again. */
export const beginFlow = async ({ db, now }: Parts, { state, nonce, verifier }: Flow): Promise<string> => {
  const token = newToken()
  const at = now()
  await db.deleteFrom('outside_flow').where('expires_at', '<=', at.toISOString()).execute()
  const expires_at = new Date(at.getTime() + flowGoodFor).toISOString()
  await db
    .insertInto('outside_flow')
    .values({ hash: hashOf(token), state, nonce, verifier, expires_at })
    .execute()
  return token
}

/** What was remembered, once: of two that bring the same, one finds nothing. */
export const takeFlow = async ({ db, now }: Parts, token: string): Promise<Flow | null> =>
  (await db
    .deleteFrom('outside_flow')
    .where('hash', '=', hashOf(token))
    .where('expires_at', '>', now().toISOString())
    .returning(['state', 'nonce', 'verifier'])
    .executeTakeFirst()) ?? null

export const isOutside = async (db: Kysely<Tables>, account: string): Promise<boolean> =>
  (await db.selectFrom('outside_account').select('account').where('account', '=', account).executeTakeFirst()) !==
  undefined

/**
 * A session for whom the organisation's sign-in named, with what it says they may do; the first time with an account of
 * its own. An address that has an account already gets no second one: who holds an address is not who made the account.
 */
export const signInOutside = (
  parts: Parts,
  { agent, ...outsider }: Outsider & { readonly agent: string },
): Promise<Done<string>> =>
  parts.db.transaction().execute(async (transaction): Promise<Done<string>> => {
    const at = parts.now()
    const when = at.toISOString()
    const known = await accountOf(transaction, outsider)
    const not = async (why: 'account-stopped' | 'no-role' | 'email-taken'): Promise<Done<string>> => {
      const about = known?.id ?? 'no account'
      await transaction.deleteFrom('session').where('account', '=', about).execute()
      await note(transaction, { at: when, who: 'nobody', what: 'sign-in-failed', about, why })
      return refused(why)
    }
    if (known !== null && known.stopped_at !== null) return not('account-stopped')
    if (known !== null) await keepTold(transaction, known, outsider, when)
    if (!outsider.owner && outsider.given.length === 0) return not('no-role')
    const account = known?.id ?? (await join(transaction, parts.newId(), outsider, when))
    if (account === null) return not('email-taken')
    await note(transaction, { at: when, who: `account ${account}`, what: 'signed-in', about: account, why: outside })
    return done(await beginSession(transaction, { account, agent, id: parts.newId(), at }))
  })

/** How the log says by what way. */
const outside = 'by the organisation’s sign-in'

const accountOf = async (transaction: Transaction<Tables>, { issuer, subject }: Outsider): Promise<AccountRow | null> =>
  (await transaction
    .selectFrom('outside_account')
    .innerJoin('account', 'account.id', 'outside_account.account')
    .selectAll('account')
    .where('outside_account.issuer', '=', issuer)
    .where('outside_account.subject', '=', subject)
    .executeTakeFirst()) ?? null

const join = async (
  transaction: Transaction<Tables>,
  id: string,
  { issuer, subject, name, email, owner, given }: Outsider,
  at: string,
): Promise<string | null> => {
  if (!(await addAccount(transaction, { id, email, name, owner, password: null, given }, at))) return null
  await transaction.insertInto('outside_account').values({ issuer, subject, account: id }).execute()
  await note(transaction, { at, who: `account ${id}`, what: 'joined', about: id, why: outside })
  return id
}

/** What it says now holds from now on, less as well as more. The last owner stays one: a server without is nobody's. */
const keepTold = async (
  transaction: Transaction<Tables>,
  { id, ...was }: AccountRow,
  { name, email, owner, given }: Outsider,
  at: string,
): Promise<void> => {
  const others = await transaction
    .selectFrom('account')
    .select('id')
    .where('owner', '=', 1)
    .where('stopped_at', 'is', null)
    .where('id', '!=', id)
    .execute()
  const stays = was.owner === 1 && others.length === 0 ? 1 : owner ? 1 : 0
  const taken = await transaction
    .selectFrom('account')
    .select('id')
    .where('email', '=', spelledEmail(email))
    .where('id', '!=', id)
    .executeTakeFirst()
  const address = taken === undefined ? spelledEmail(email) : was.email
  await transaction.updateTable('account').set({ name, email: address, owner: stays }).where('id', '=', id).execute()
  if (stays === was.owner && isSame(await givenTo(transaction, id), given)) return
  await give(transaction, id, given)
  await note(transaction, { at, who: `account ${id}`, what: 'roles-changed', about: id, why: outside })
}

const told = (given: readonly Given[]): string =>
  given
    .map((each) => canonicalJson({ ...each }))
    .toSorted()
    .join()

const isSame = (some: readonly Given[], others: readonly Given[]): boolean => told(some) === told(others)
