import type { Kysely } from 'kysely'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Tables } from '../tables.ts'
import { type AuditVerified, note, readAudit, verifyAudit } from './audit.ts'
import type { AuditRow } from './access-rows.ts'
import { accountByEmail, addAccount, hasOwner } from './keep-accounts.ts'
import { invite, useInvitation } from './keep-invitations.ts'
import { beginSession, listSessions, whoseSession } from './keep-sessions.ts'
import { hashPassword, isOldHash, isPassword } from './password.ts'
import type { SessionListed } from '../../protocol/people.ts'
import { type AccountWho, nameOf } from './who.ts'

/** A change that was made, or why not. */
export type Done<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: Refusal }

export interface NewPerson {
  /** The token of the link. */
  readonly token: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly agent: string
}

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly agent: string
}

/** People, devices and the audit log. A promise that resolves is a promise that it is on disk, with its row in the log. */
export interface AccessStore {
  hasOwner(): Promise<boolean>
  /** Makes the token of the one link that makes the owner; those made before are void. */
  ownerLink(): Promise<string>
  /** Makes the owner, and a session: its token. Once only. */
  makeOwner(person: NewPerson): Promise<Done<string>>
  /** A session for who knows the password: its token. Takes as long whether there is such an account or not. */
  signIn(tried: SignIn): Promise<Done<string>>
  whoseSession(token: string): Promise<AccountWho | null>
  sessions(who: AccountWho): Promise<readonly SessionListed[]>
  /** Ends a session of the person who asks: the one that asks, or the one of that id. */
  endSession(who: AccountWho, id: string | null): Promise<void>
  verifyAudit(): Promise<AuditVerified>
  auditBefore(seq: number, limit: number): Promise<readonly AuditRow[]>
}

const refused = (refused: Refusal): { readonly ok: false; readonly refused: Refusal } => ({ ok: false, refused })

export const accessStore = (
  db: Kysely<Tables>,
  { now, newId }: { readonly now: () => Date; readonly newId: () => string },
): AccessStore => {
  // Once there is an owner there always is one.
  let owned = false
  return {
    hasOwner: async () => (owned ||= await hasOwner(db)),

    ownerLink: () =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('invitation').where('owner', '=', 1).where('used_at', 'is', null).execute()
        return invite(transaction, { id: newId(), owner: true, email: null, given: [], by: 'the start' }, now())
      }),

    makeOwner: async ({ token, name, email, password, agent }) => {
      const hash = await hashPassword(password)
      return db.transaction().execute(async (transaction): Promise<Done<string>> => {
        const at = now()
        const link = await useInvitation(transaction, token, at)
        if (link === null || link.owner === 0 || (await hasOwner(transaction))) return refused('link-gone')
        const id = newId()
        const when = at.toISOString()
        if (!(await addAccount(transaction, { id, email, name, owner: true, password: hash, given: [] }, when)))
          return refused('email-taken')
        await note(transaction, { at: when, who: `account ${id}`, what: 'owner-made', about: id })
        return { ok: true, value: await beginSession(transaction, { account: id, agent, id: newId(), at }) }
      })
    },

    signIn: async ({ email, password, agent }) => {
      const account = await accountByEmail(db, email)
      const right = await isPassword(password, account?.password ?? null)
      const fresh = right && isOldHash(account?.password ?? '') ? await hashPassword(password) : null
      return db.transaction().execute(async (transaction): Promise<Done<string>> => {
        const at = now()
        const when = at.toISOString()
        if (account === null || !right || account.stopped_at !== null) {
          // Also for an address that has no account: it must not take less time.
          const about = account?.id ?? 'no account'
          await note(transaction, { at: when, who: 'nobody', what: 'sign-in-failed', about })
          return refused('sign-in-wrong')
        }
        if (fresh !== null)
          await transaction.updateTable('account').set({ password: fresh }).where('id', '=', account.id).execute()
        await note(transaction, { at: when, who: `account ${account.id}`, what: 'signed-in', about: account.id })
        return { ok: true, value: await beginSession(transaction, { account: account.id, agent, id: newId(), at }) }
      })
    },

    whoseSession: (token) => whoseSession(db, token, now()),

    sessions: (who) => listSessions(db, who),

    endSession: (who, id) =>
      db.transaction().execute(async (transaction) => {
        const ended = await transaction
          .deleteFrom('session')
          .where('account', '=', who.account)
          .where(id === null ? 'hash' : 'id', '=', id ?? who.session)
          .returning(['id', 'hash'])
          .executeTakeFirst()
        if (ended === undefined) return
        const what = ended.hash === who.session ? 'signed-out' : 'session-ended'
        await note(transaction, { at: now().toISOString(), who: nameOf(who), what, about: who.account })
      }),

    verifyAudit: () => verifyAudit(db),

    auditBefore: (seq, limit) => readAudit(db, seq, limit),
  }
}
