import { randomInt } from 'node:crypto'
import type { DeviceListed } from '../../protocol/people.ts'
import type { DeviceId } from '../../response/revision.ts'
import { note } from './audit.ts'
import { atOnce, type Done, done, type Parts, refused } from './database.ts'
import { isIn, surveysFor } from './may.ts'
import { hashOf, newToken } from './tokens.ts'
import { type DeviceWho, nameOf, type Surveys, type Who } from './who.ts'

/** Milliseconds that a code for a tablet is good for. */
const codeGoodFor = 10 * 60_000

/** How often it is written down that a tablet was seen. */
const seenEvery = 60_000

/** Nothing that is read for something else: no 0 and O, no 1, I and L, no U and V. */
const letters = '23456789ABCDEFGHJKMNPQRSTWXYZ'

const newCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')

/** A code as somebody typed it: capitals, without the space in its middle. */
const spelledCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/g, '')

const mayHandOut = (who: Who, surveys: Surveys): boolean => {
  const led = surveysFor(who, 'lead')
  return led === 'all' || (surveys !== 'all' && surveys.every((survey) => isIn(led, survey)))
}

export interface Enrolment {
  readonly token: string
  readonly code: string
  readonly expiresAt: string
}

/** Makes a code for one tablet that is to collect for these surveys. */
export const beginEnrolment = (
  parts: Parts,
  who: Who,
  { name, surveys }: { readonly name: string; readonly surveys: Surveys },
): Promise<Done<Enrolment>> =>
  atOnce(parts, async (transaction) => {
    if (!mayHandOut(who, surveys)) return refused('not-yours')
    const [at, token, code, id] = [parts.now(), newToken(), newCode(), parts.newId()]
    const expiresAt = new Date(at.getTime() + codeGoodFor).toISOString()
    await transaction.deleteFrom('enrolment').where('expires_at', '<', at.toISOString()).execute()
    await transaction
      .insertInto('enrolment')
      .values({
        id,
        hash: hashOf(token),
        code: hashOf(code),
        name,
        surveys: JSON.stringify(surveys),
        made_by: nameOf(who),
        made_at: at.toISOString(),
        expires_at: expiresAt,
        used_at: null,
      })
      .execute()
    await note(transaction, { at: at.toISOString(), who: nameOf(who), what: 'enrolment-begun', about: id, why: name })
    return done({ token, code, expiresAt })
  })

export interface Enrolling {
  /** What the QR code held, or the eight characters. */
  readonly secret: string
  readonly device: DeviceId
  /** JWK, as text. */
  readonly key: string
}

/** Enrols a tablet by a code, once: its name and the surveys it is given. One that was revoked starts anew. */
export const enrol = (
  parts: Parts,
  { secret, device, key }: Enrolling,
): Promise<Done<{ readonly name: string; readonly surveys: Surveys }>> =>
  atOnce(parts, async (transaction) => {
    const at = parts.now().toISOString()
    const used = await transaction
      .updateTable('enrolment')
      .set({ used_at: at })
      .where((all) => all.or([all('hash', '=', hashOf(secret)), all('code', '=', hashOf(spelledCode(secret)))]))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returningAll()
      .executeTakeFirst()
    if (used === undefined) return refused('link-gone')
    const { name, surveys, made_by } = used
    const fresh = { name, key, surveys, made_by, made_at: at, seen_at: at, ended_at: null, ended: null }
    await transaction
      .insertInto('device')
      .values({ id: device, ...fresh })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(fresh))
      .execute()
    await note(transaction, { at, who: made_by, what: 'device-enrolled', about: device, why: name })
    return done({ name, surveys: JSON.parse(surveys) as Surveys })
  })

/** The tablets that this asker may hand out, the newest first. */
export const devices = async ({ db }: Parts, who: Who): Promise<readonly DeviceListed[]> => {
  const rows = await db.selectFrom('device').selectAll().orderBy('made_at', 'desc').execute()
  return rows
    .map(({ id, name, surveys, made_at: madeAt, seen_at: seenAt, ended }) => ({
      id,
      name,
      surveys: JSON.parse(surveys) as Surveys,
      madeAt,
      seenAt,
      ended,
    }))
    .filter(({ surveys }) => mayHandOut(who, surveys))
}

/** Ends a tablet: it fetches nothing any more, and what it sends is kept aside. */
export const endDevice = (
  parts: Parts,
  who: Who,
  { device, why }: { readonly device: string; readonly why: string },
): Promise<Done<null>> =>
  atOnce(parts, async (transaction) => {
    const row = await transaction.selectFrom('device').selectAll().where('id', '=', device).executeTakeFirst()
    const isOwn = who.kind === 'device' && who.device === device
    if (row === undefined || (!isOwn && !mayHandOut(who, JSON.parse(row.surveys) as Surveys)))
      return refused('not-found')
    if (row.ended !== null) return done(null)
    const at = parts.now().toISOString()
    const ended = isOwn ? 'signed-out' : 'revoked'
    await transaction.updateTable('device').set({ ended, ended_at: at }).where('id', '=', device).execute()
    await note(transaction, { at, who: nameOf(who), what: `device-${ended}`, about: device, why })
    return done(null)
  })

/** An enrolled tablet with its public key; null where there is none of that id. */
export const deviceOf = async (
  { db, now }: Parts,
  id: string,
): Promise<{ readonly key: string; readonly who: DeviceWho } | null> => {
  const row = await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const at = now()
  if (Date.parse(row.seen_at) + seenEvery <= at.getTime())
    await db.updateTable('device').set({ seen_at: at.toISOString() }).where('id', '=', id).execute()
  const { key, name, ended } = row
  const surveys = JSON.parse(row.surveys) as Surveys
  return { key, who: { kind: 'device', device: id as DeviceId, name, surveys, former: ended !== null } }
}

/** Whether an asker may speak for a device: an enrolled tablet speaks for itself. */
export const maySpeakFor = async ({ db }: Parts, who: Who, device: DeviceId): Promise<boolean> => {
  if (who.kind === 'device') return who.device === device
  if (who.kind === 'open' || (who.kind === 'account' && who.owner)) return true
  const enrolled = await db.selectFrom('device').select('id').where('id', '=', device).executeTakeFirst()
  return enrolled === undefined
}
