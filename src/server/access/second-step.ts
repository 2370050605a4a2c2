import { randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { crockford } from '../../response/crockford.ts'
import type { Tables } from '../tables.ts'
import { note } from './audit.ts'
import { atOnce, type Done, done, type Parts, refused } from './database.ts'
import { isPassword } from './password.ts'
import { hashOf } from './tokens.ts'
import { type AccountWho, nameOf, type Who } from './who.ts'

/** RFC 6238 with what every authenticator app takes: SHA-1, six figures, 30 seconds. */
const period = 30

/** A phone's clock may be off by one period either way. */
const window = 1

const recoveryCodes = 10

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Proforma', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** 80 bits: `K7TQ-3MXP-9A2B-C4D5`. */
const newRecoveryCode = (): string => {
  const letters = [...randomBytes(16)].map((byte) => crockford[byte & 31] ?? '')
  return [0, 4, 8, 12].map((from) => letters.slice(from, from + 4).join('')).join('-')
}

/** A code as it was typed or pasted: capitals, without spaces and dashes. */
const spelled = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '')

const knowsPassword = async ({ db }: Parts, { account }: AccountWho, password: string): Promise<boolean> => {
  const row = await db.selectFrom('account').select('password').where('id', '=', account).executeTakeFirst()
  return isPassword(password, row?.password ?? null)
}

export const hasSecondStep = async (db: Kysely<Tables>, account: string): Promise<boolean> =>
  (await db
    .selectFrom('second_step')
    .select('account')
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()) !== undefined

/** A new secret for who knows the password, and the address that an authenticator app takes it from. */
export const beginSecondStep = async (
  parts: Parts,
  who: AccountWho,
  password: string,
): Promise<Done<{ readonly secret: string; readonly address: string }>> => {
  if (!(await knowsPassword(parts, who, password))) return refused('sign-in-wrong')
  const secret = new Secret({ size: 20 }).base32
  return atOnce(parts, async (transaction) => {
    if (await hasSecondStep(transaction, who.account)) return refused('not-now')
    await forget(transaction, who.account)
    const row = { account: who.account, secret, confirmed_at: null, used_period: 0 }
    await transaction.insertInto('second_step').values(row).execute()
    return done({ secret, address: totpOf(secret, who.email).toString() })
  })
}

/** Turns it on for who has a right code: gives the recovery codes, which are shown this once. */
export const confirmSecondStep = (parts: Parts, who: AccountWho, code: string): Promise<Done<readonly string[]>> =>
  atOnce(parts, async (transaction) => {
    if (await hasSecondStep(transaction, who.account)) return refused('not-now')
    if (!(await takeAppCode(transaction, who, code, parts.now()))) return refused('sign-in-wrong')
    const at = parts.now().toISOString()
    const { account } = who
    await transaction.updateTable('second_step').set({ confirmed_at: at }).where('account', '=', account).execute()
    const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
    const rows = codes.map((each) => ({ hash: hashOf(spelled(each)), account }))
    await transaction.insertInto('recovery_code').values(rows).execute()
    await note(transaction, { at, who: nameOf(who), what: 'second-step-on', about: account })
    return done(codes)
  })

/** Takes it away for who knows the password. */
export const endSecondStep = async (parts: Parts, who: AccountWho, password: string): Promise<Done<null>> =>
  (await knowsPassword(parts, who, password)) ? takeAway(parts, who, who.account, '') : refused('sign-in-wrong')

/** Takes it away from somebody who has lost both the app and the codes: the owner does. */
export const takeAway = (parts: Parts, who: Who, account: string, why: string): Promise<Done<null>> =>
  atOnce(parts, async (transaction) => {
    if (!(await hasSecondStep(transaction, account))) return refused('not-found')
    await forget(transaction, account)
    const at = parts.now().toISOString()
    await note(transaction, { at, who: nameOf(who), what: 'second-step-off', about: account, why })
    return done(null)
  })

const forget = async (transaction: Transaction<Tables>, account: string): Promise<void> => {
  await transaction.deleteFrom('recovery_code').where('account', '=', account).execute()
  await transaction.deleteFrom('second_step').where('account', '=', account).execute()
}

/** Whether a code is right: of the app, once each; or a recovery code, once. */
export const takeCode = async (
  transaction: Transaction<Tables>,
  account: { readonly account: string; readonly email: string },
  code: string,
  at: Date,
): Promise<boolean> => {
  if (/^\d{6}$/.test(spelled(code))) return takeAppCode(transaction, account, code, at)
  const used = await transaction
    .deleteFrom('recovery_code')
    .where('account', '=', account.account)
    .where('hash', '=', hashOf(spelled(code)))
    .returning('hash')
    .executeTakeFirst()
  if (used === undefined) return false
  const about = account.account
  await note(transaction, { at: at.toISOString(), who: `account ${about}`, what: 'recovery-used', about })
  return true
}

const takeAppCode = async (
  transaction: Transaction<Tables>,
  { account, email }: { readonly account: string; readonly email: string },
  code: string,
  at: Date,
): Promise<boolean> => {
  const row = await transaction.selectFrom('second_step').selectAll().where('account', '=', account).executeTakeFirst()
  if (row === undefined) return false
  const timestamp = at.getTime()
  const off = totpOf(row.secret, email).validate({ token: spelled(code), timestamp, window })
  if (off === null) return false
  const used = Math.floor(timestamp / 1000 / period) + off
  // Of two that bring the same code at once, one finds it used.
  const { numUpdatedRows } = await transaction
    .updateTable('second_step')
    .set({ used_period: used })
    .where('account', '=', account)
    .where('used_period', '<', used)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
