import type { Kysely, Transaction } from 'kysely'
import type { InvitationListed } from '../../protocol/people.ts'
import type { Tables } from '../tables.ts'
import type { InvitationRow } from './access-rows.ts'
import { hashOf, newToken } from './tokens.ts'
import type { Given } from './who.ts'

/** Who made the link that makes the owner. */
export const theStart = 'the start'

/** Milliseconds an invitation is good for: a week; the link that makes the owner, a day. */
const goodFor = { invitation: 7 * 24 * 3_600_000, owner: 24 * 3_600_000 } as const

export interface Invited {
  readonly id: string
  readonly owner: boolean
  readonly email: string | null
  readonly given: readonly Given[]
  readonly by: string
}

/** Writes an invitation down and gives its token, which is kept nowhere here. */
export const invite = async (
  transaction: Transaction<Tables>,
  { id, owner, email, given, by }: Invited,
  at: Date,
): Promise<string> => {
  const token = newToken()
  await transaction
    .insertInto('invitation')
    .values({
      hash: hashOf(token),
      id,
      owner: owner ? 1 : 0,
      email,
      roles: JSON.stringify(given),
      made_by: by,
      made_at: at.toISOString(),
      expires_at: new Date(at.getTime() + goodFor[owner ? 'owner' : 'invitation']).toISOString(),
      used_at: null,
    })
    .execute()
  return token
}

/** Takes it up: of two who try at once, one does. */
export const useInvitation = async (
  transaction: Transaction<Tables>,
  token: string,
  at: Date,
): Promise<InvitationRow | null> =>
  (await transaction
    .updateTable('invitation')
    .set({ used_at: at.toISOString() })
    .where('hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at.toISOString())
    .returningAll()
    .executeTakeFirst()) ?? null

export const listInvitations = async (db: Kysely<Tables>, at: Date): Promise<readonly InvitationListed[]> => {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('used_at', 'is', null)
    .where('expires_at', '>', at.toISOString())
    .where('made_by', '!=', theStart)
    .orderBy('made_at')
    .execute()
  return rows.map(({ id, email, roles, expires_at: expiresAt }) => ({
    id,
    email,
    roles: JSON.parse(roles) as readonly Given[],
    expiresAt,
  }))
}
