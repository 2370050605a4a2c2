import { note } from './audit.ts'
import { atOnce, type Done, done, type Parts, refused } from './database.ts'
import { accountByEmail, addAccount, hasOwner } from './keep-accounts.ts'
import { theStart, useInvitation } from './keep-invitations.ts'
import { beginSession } from './keep-sessions.ts'
import { hashPassword, isOldHash, isPassword } from './password.ts'
import { hasSecondStep, takeCode } from './second-step.ts'
import type { AccountWho, Given } from './who.ts'

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
  /** Of the authenticator app, or a recovery code; null where none was given. */
  readonly code: string | null
  readonly agent: string
}

/** Takes a link up: the owner's, which is good as long as there is no owner; or an invitation. Gives a session's token. */
export const takeUp = async (
  parts: Parts,
  { token, name, email, password, agent }: NewPerson,
  first: boolean,
): Promise<Done<string>> => {
  const hash = await hashPassword(password)
  return atOnce(parts, async (transaction) => {
    const at = parts.now()
    const link = await useInvitation(transaction, token, at)
    if (link === null || (link.made_by === theStart) !== first) return refused('link-gone')
    if (first && (await hasOwner(transaction))) return refused('link-gone')
    const id = parts.newId()
    const when = at.toISOString()
    const given = JSON.parse(link.roles) as readonly Given[]
    const account = { id, email, name, owner: link.owner === 1, password: hash, given }
    if (!(await addAccount(transaction, account, when))) return refused('email-taken')
    const what = first ? 'owner-made' : 'joined'
    await note(transaction, { at: when, who: `account ${id}`, what, about: link.id })
    return done(await beginSession(transaction, { account: id, agent, id: parts.newId(), at }))
  })
}

/** A session for who knows the password. Takes as long whether there is such an account or not. */
export const signIn = async (parts: Parts, { email, password, code, agent }: SignIn): Promise<Done<string>> => {
  const account = await accountByEmail(parts.db, email)
  const right = await isPassword(password, account?.password ?? null)
  const fresh = right && isOldHash(account?.password ?? '') ? await hashPassword(password) : null
  return parts.db.transaction().execute(async (transaction): Promise<Done<string>> => {
    const at = parts.now()
    const when = at.toISOString()
    if (account === null || !right || account.stopped_at !== null) {
      // Also for an address that has no account: it must not take less time.
      const about = account?.id ?? 'no account'
      await note(transaction, { at: when, who: 'nobody', what: 'sign-in-failed', about })
      return refused('sign-in-wrong')
    }
    if (await hasSecondStep(transaction, account.id)) {
      if (code === null) return refused('code-needed')
      if (!(await takeCode(transaction, { account: account.id, email: account.email }, code, at))) {
        await note(transaction, { at: when, who: 'nobody', what: 'sign-in-failed', about: account.id })
        return refused('sign-in-wrong')
      }
    }
    if (fresh !== null)
      await transaction.updateTable('account').set({ password: fresh }).where('id', '=', account.id).execute()
    await note(transaction, { at: when, who: `account ${account.id}`, what: 'signed-in', about: account.id })
    return done(await beginSession(transaction, { account: account.id, agent, id: parts.newId(), at }))
  })
}

/** Sets another password for who knows the present one, and ends the other sessions. */
export const changePassword = async (
  parts: Parts,
  { account, session }: AccountWho,
  { old, fresh }: { readonly old: string; readonly fresh: string },
): Promise<Done<null>> => {
  const row = await parts.db.selectFrom('account').select('password').where('id', '=', account).executeTakeFirst()
  if (!(await isPassword(old, row?.password ?? null))) return refused('sign-in-wrong')
  const password = await hashPassword(fresh)
  return atOnce(parts, async (transaction) => {
    await transaction.updateTable('account').set({ password }).where('id', '=', account).execute()
    await transaction.deleteFrom('session').where('account', '=', account).where('hash', '!=', session).execute()
    const at = parts.now().toISOString()
    await note(transaction, { at, who: `account ${account}`, what: 'password-changed', about: account })
    return done(null)
  })
}
