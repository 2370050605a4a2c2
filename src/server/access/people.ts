import type { PersonListed } from '../../protocol/people.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { note } from './audit.ts'
import { atOnce, type Done, done, type Parts, refused } from './database.ts'
import { give, givenTo } from './keep-accounts.ts'
import { invite } from './keep-invitations.ts'
import { hasSecondStep } from './second-step.ts'
import { isOutside } from './sign-in-outside.ts'
import { isIn, surveysFor } from './may.ts'
import { type AccountWho, type Given, nameOf, type Who } from './who.ts'

/** Everybody who has an account, by name. */
export const people = async ({ db }: Parts): Promise<readonly PersonListed[]> => {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').orderBy('id').execute()
  return Promise.all(
    rows.map(async ({ id, name, email, owner, stopped_at: stopped }) => ({
      id,
      name,
      email,
      owner: owner === 1,
      roles: await givenTo(db, id),
      stopped: stopped !== null,
      secondStep: await hasSecondStep(db, id),
      outside: await isOutside(db, id),
    })),
  )
}

/** Whether somebody may give these roles away: a lead those on their own surveys. */
const mayGive = (who: Who, given: readonly Given[]): boolean => {
  const led = surveysFor(who, 'lead')
  return led === 'all' || given.every(({ survey }) => survey !== '*' && isIn(led, survey))
}

export interface Invitation {
  readonly email: string | null
  readonly owner: boolean
  readonly given: readonly Given[]
}

/** Invites somebody: the token of the link. */
export const inviteBy = (parts: Parts, who: Who, { email, owner, given }: Invitation): Promise<Done<string>> =>
  atOnce(parts, async (transaction) => {
    const isOwner = who.kind === 'account' && who.owner
    if (who.kind !== 'account' || (owner && !isOwner) || !mayGive(who, given)) return refused('not-yours')
    const id = parts.newId()
    const at = parts.now()
    const token = await invite(transaction, { id, owner, email, given, by: who.account }, at)
    await note(transaction, {
      at: at.toISOString(),
      who: nameOf(who),
      what: 'invited',
      about: id,
      why: owner ? 'owner' : given.map(({ survey, role }) => `${role} of ${survey}`).join(', '),
    })
    return done(token)
  })

export const withdrawInvitation = (parts: Parts, who: Who, id: string): Promise<Done<null>> =>
  atOnce(parts, async (transaction) => {
    const gone = await transaction
      .deleteFrom('invitation')
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) return refused('not-found')
    await note(transaction, {
      at: parts.now().toISOString(),
      who: nameOf(who),
      what: 'invitation-withdrawn',
      about: id,
    })
    return done(null)
  })

/** Says anew what somebody may do. */
export const setRoles = (
  parts: Parts,
  who: Who,
  { account, given, why }: { readonly account: string; readonly given: readonly Given[]; readonly why: string },
): Promise<Done<null>> =>
  atOnce(parts, async (transaction) => {
    const row = await transaction.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
    if (row === undefined) return refused('not-found')
    // The organisation's sign-in would say otherwise the next time.
    if (await isOutside(transaction, account)) return refused('told-outside')
    await give(transaction, account, given)
    await note(transaction, {
      at: parts.now().toISOString(),
      who: nameOf(who),
      what: 'roles-changed',
      about: account,
      why,
    })
    return done(null)
  })

/** Stops an account and ends its sessions. What its person did stays in the log. */
export const stopAccount = (
  parts: Parts,
  who: Who,
  { account, why }: { readonly account: string; readonly why: string },
): Promise<Done<null>> =>
  atOnce(parts, async (transaction) => {
    const at = parts.now().toISOString()
    const stopped = await transaction
      .updateTable('account')
      .set({ stopped_at: at })
      .where('id', '=', account)
      .where('stopped_at', 'is', null)
      .returning('owner')
      .executeTakeFirst()
    if (stopped === undefined) return refused('not-found')
    await note(transaction, { at, who: nameOf(who), what: 'account-stopped', about: account, why })
    const owners = await transaction
      .selectFrom('account')
      .select('id')
      .where('owner', '=', 1)
      .where('stopped_at', 'is', null)
      .execute()
    if (owners.length === 0) return refused('last-owner')
    await transaction.deleteFrom('session').where('account', '=', account).execute()
    return done(null)
  })

/** Who publishes a survey that nobody had leads it. */
export const leadFirst = async ({ db }: Parts, who: AccountWho, survey: SurveyId): Promise<void> => {
  if (who.owner || isIn(surveysFor(who, 'lead'), survey)) return
  await db
    .insertInto('account_role')
    .values({ account: who.account, survey, role: 'lead', single_answers: 0 })
    .onConflict((conflict) => conflict.columns(['account', 'survey']).doUpdateSet({ role: 'lead' }))
    .execute()
}
