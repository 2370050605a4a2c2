import type { Kysely, Transaction } from 'kysely'
import type { SessionListed } from '../../protocol/people.ts'
import type { Tables } from '../tables.ts'
import { givenTo } from './keep-accounts.ts'
import { hashOf, newToken } from './tokens.ts'
import type { AccountWho } from './who.ts'

/**
 * Milliseconds: a session that rests for half a day ends, and every session ends after a week; one that began at the
 * organisation's sign-in after half a day, so that who has left the organisation is out here as well.
 */
export const sessionLimits = { idle: 12 * 3_600_000, absolute: 7 * 24 * 3_600_000, outside: 12 * 3_600_000 } as const

/** How often it is written down that a session was seen. */
const seenEvery = 60_000

/** Begins a session and gives its token, which is kept nowhere here. */
export const beginSession = async (
  transaction: Transaction<Tables>,
  {
    account,
    agent,
    id,
    at,
  }: { readonly account: string; readonly agent: string; readonly id: string; readonly at: Date },
): Promise<string> => {
  const token = newToken()
  const now = at.toISOString()
  await transaction
    .deleteFrom('session')
    .where((all) =>
      all.or([
        all('made_at', '<', new Date(at.getTime() - sessionLimits.absolute).toISOString()),
        all('seen_at', '<', new Date(at.getTime() - sessionLimits.idle).toISOString()),
      ]),
    )
    .execute()
  await transaction
    .insertInto('session')
    .values({ hash: hashOf(token), id, account, made_at: now, seen_at: now, agent: agent.slice(0, 200) })
    .execute()
  return token
}

/** Whose session a token is; null where there is none, it is over, or the account was stopped. */
export const whoseSession = async (db: Kysely<Tables>, token: string, at: Date): Promise<AccountWho | null> => {
  const hash = hashOf(token)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select(['session.made_at', 'session.seen_at', 'account.id', 'account.name', 'account.email', 'account.owner'])
    .select('account.password')
    .where('session.hash', '=', hash)
    .where('account.stopped_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const now = at.getTime()
  const absolute = sessionLimits[row.password === null ? 'outside' : 'absolute']
  const isOver = Date.parse(row.made_at) + absolute <= now || Date.parse(row.seen_at) + sessionLimits.idle <= now
  if (isOver) return null
  if (Date.parse(row.seen_at) + seenEvery <= now)
    await db.updateTable('session').set({ seen_at: at.toISOString() }).where('hash', '=', hash).execute()
  const { id, name, email, owner } = row
  return { kind: 'account', account: id, name, email, owner: owner === 1, given: await givenTo(db, id), session: hash }
}

export const listSessions = async (db: Kysely<Tables>, who: AccountWho): Promise<readonly SessionListed[]> => {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('account', '=', who.account)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(({ id, made_at: madeAt, seen_at: seenAt, agent, hash }) => ({
    id,
    madeAt,
    seenAt,
    agent,
    here: hash === who.session,
  }))
}
