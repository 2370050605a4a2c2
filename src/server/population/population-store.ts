import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { draw, type DrawAsked, type Drawn, type DrawRecord } from '../../population/draw.ts'
import type { EventKind, Ledger, RecipientId } from '../../population/ledger.ts'
import { listLimits } from '../../population/read-list.ts'
import type { Member } from '../../population/member.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'
import { takeCounter } from '../take-counter.ts'
import { readLedger, readRecipients } from './read-ledger.ts'

/** Lists of who is asked, and what happened to each of them. */
export interface PopulationStore {
  /** Null where the survey has no list. */
  ledger(survey: SurveyId): Promise<Ledger | null>
  /** Adds to a list, which is made with the first; who is there by its id stays as it is. Says how many were added. */
  add(survey: SurveyId, members: readonly Member[]): Promise<number>
  settle(survey: SurveyId, settings: Pick<Ledger, 'closes' | 'mayAmend'>): Promise<void>
  /** Draws who is asked, or asks everybody again. Refused once somebody was written to. */
  draw(survey: SurveyId, asked: DrawAsked | null): Promise<Drawn | { readonly ok: true }>
  /** New links, beside those they have: 128 bits each, of which the hash alone is kept. */
  makeLinks(survey: SurveyId, recipients: readonly RecipientId[]): Promise<ReadonlyMap<RecipientId, string>>
  endLinks(recipient: RecipientId): Promise<void>
  note(recipient: RecipientId, kind: EventKind, detail: string): Promise<void>
  /** The recipient whose link that is; null where it is nobody's, or was ended. */
  byToken(token: string): Promise<LinkHolder | null>
  /** Whether a recipient is on that survey's list. */
  isOn(survey: SurveyId, recipient: RecipientId): Promise<boolean>
  saveDraft(recipient: RecipientId, after: number, content: string): Promise<DraftSaved>
  draft(recipient: RecipientId): Promise<KeptRecipientDraft | null>
  /** The answers on their way are a return now. */
  dropDraft(recipient: RecipientId): Promise<void>
  /** Puts a response under a recipient's name. Who has it already keeps it. */
  noteReturn(recipient: RecipientId, response: string, way: 'link' | 'paper'): Promise<boolean>
}

export interface LinkHolder {
  readonly ledger: Omit<Ledger, 'recipients' | 'draw'>
  readonly recipient: Ledger['recipients'][number]
}

export interface KeptRecipientDraft {
  readonly number: number
  readonly savedAt: string
  /** JSON text. */
  readonly content: string
}

export type DraftSaved =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly newer: KeptRecipientDraft }

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

type Outside = { readonly now: () => Date; readonly newId: () => string }

export const populationStore = (db: Kysely<Tables>, { now, newId }: Outside): PopulationStore => {
  const writing = <T>(act: (transaction: Transaction<Tables>, at: string) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (transaction) => {
      await takeCounter(transaction)
      return act(transaction, now().toISOString())
    })
  return {
    ledger: (survey) => readLedger(db, survey),

    add: (survey, members) => writing((transaction) => addMembers(transaction, survey, members, newId)),

    settle: async (survey, { closes, mayAmend }) => {
      await db
        .updateTable('population')
        .set({ closes, may_amend: mayAmend ? 1 : 0 })
        .where('survey', '=', survey)
        .execute()
    },

    draw: (survey, asked) => writing((transaction) => keepDraw(transaction, survey, asked)),

    makeLinks: (survey, recipients) =>
      writing(async (transaction, at) => {
        const tokens = new Map<RecipientId, string>()
        for (const recipient of recipients) {
          if (!(await isOn(transaction, survey, recipient))) continue
          const token = randomBytes(16).toString('base64url')
          const link = { sha256: hashOf(token), recipient, made_at: at, ended_at: null }
          await transaction.insertInto('recipient_link').values(link).execute()
          tokens.set(recipient, token)
        }
        return tokens
      }),

    endLinks: (recipient) =>
      writing(async (transaction, at) => {
        await transaction
          .updateTable('recipient_link')
          .set({ ended_at: at })
          .where('recipient', '=', recipient)
          .where('ended_at', 'is', null)
          .execute()
        await addEvent(transaction, { recipient, kind: 'links-ended', at, detail: '' })
      }),

    note: (recipient, kind, detail) =>
      writing((transaction, at) => addEvent(transaction, { recipient, kind, at, detail })),

    byToken: async (token) => {
      const link = await db
        .selectFrom('recipient_link')
        .select('recipient')
        .where('sha256', '=', hashOf(token))
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (link === undefined) return null
      const [held] = await readRecipients(db, (query) => query.where('recipient.id', '=', link.recipient))
      return held ?? null
    },

    isOn: (survey, recipient) => isOn(db, survey, recipient),

    saveDraft: (recipient, after, content) =>
      writing(async (transaction, at): Promise<DraftSaved> => {
        const there = await draftOf(transaction, recipient)
        if (there !== null && there.number !== after) return { ok: false, newer: there }
        const number = (there?.number ?? 0) + 1
        const kept = { number, saved_at: at, content }
        await transaction
          .insertInto('recipient_draft')
          .values({ recipient, ...kept })
          .onConflict((conflict) => conflict.column('recipient').doUpdateSet(kept))
          .execute()
        if (there === null) await addEvent(transaction, { recipient, kind: 'begun', at, detail: '' })
        return { ok: true, number }
      }),

    draft: (recipient) => draftOf(db, recipient),

    dropDraft: async (recipient) => {
      await db.deleteFrom('recipient_draft').where('recipient', '=', recipient).execute()
    },

    noteReturn: (recipient, response, way) =>
      writing(async (transaction, at) => {
        await transaction
          .insertInto('recipient_return')
          .values({ response, recipient, way, noted_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const held = await transaction
          .selectFrom('recipient_return')
          .select('recipient')
          .where('response', '=', response)
          .executeTakeFirstOrThrow()
        return held.recipient === recipient
      }),
  }
}

const draftOf = async (db: Kysely<Tables>, recipient: RecipientId): Promise<KeptRecipientDraft | null> => {
  const row = await db.selectFrom('recipient_draft').selectAll().where('recipient', '=', recipient).executeTakeFirst()
  return row === undefined ? null : { number: row.number, savedAt: row.saved_at, content: row.content }
}

const isOn = async (db: Kysely<Tables>, survey: SurveyId, recipient: RecipientId): Promise<boolean> =>
  (await db
    .selectFrom('recipient')
    .select('id')
    .where('id', '=', recipient)
    .where('survey', '=', survey)
    .executeTakeFirst()) !== undefined

interface NewEvent {
  readonly recipient: RecipientId
  readonly kind: EventKind
  readonly at: string
  readonly detail: string
}

/** Within a transaction that has the counter's row: two events of one recipient never take one number. */
const addEvent = async (transaction: Transaction<Tables>, event: NewEvent): Promise<void> => {
  const { last } = await transaction
    .selectFrom('recipient_event')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('recipient', '=', event.recipient)
    .executeTakeFirstOrThrow()
  await transaction
    .insertInto('recipient_event')
    .values({ ...event, number: (last ?? 0) + 1 })
    .execute()
}

const addMembers = async (
  transaction: Transaction<Tables>,
  survey: SurveyId,
  members: readonly Member[],
  newId: () => string,
): Promise<number> => {
  await transaction
    .insertInto('population')
    .values({ survey, closes: null, may_amend: 0, draw: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { held } = await transaction
    .selectFrom('recipient')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('survey', '=', survey)
    .executeTakeFirstOrThrow()
  const before = held
  const { draw: drawn } = await transaction
    .selectFrom('population')
    .select('draw')
    .where('survey', '=', survey)
    .executeTakeFirstOrThrow()
  const room = members.slice(0, Math.max(0, listLimits.members - before))
  // SQLite and PostgreSQL take some 30,000 values in one statement.
  for (let from = 0; from < room.length; from += 500)
    await transaction
      .insertInto('recipient')
      .values(
        room.slice(from, from + 500).map(({ id, name, contact, email, language, strata }, at) => ({
          id: newId() as RecipientId,
          survey,
          position: before + from + at,
          unit: id,
          name,
          contact,
          email,
          language,
          strata: JSON.stringify(strata),
          // Who comes after the draw is not drawn.
          asked: drawn === null ? 1 : 0,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  const { now } = await transaction
    .selectFrom('recipient')
    .select(({ fn }) => fn.countAll<number>().as('now'))
    .where('survey', '=', survey)
    .executeTakeFirstOrThrow()
  return now - before
}

const keepDraw = async (
  transaction: Transaction<Tables>,
  survey: SurveyId,
  asked: DrawAsked | null,
): Promise<Drawn | { readonly ok: true }> => {
  const ledger = await readLedger(transaction, survey)
  if (ledger === null) return { ok: false, reason: 'This survey has no list.' }
  if (ledger.recipients.some(({ events }) => events.length > 0))
    return { ok: false, reason: 'Somebody on the list was written to already. Who is asked can no longer change.' }
  const drawn = asked === null ? null : draw(ledger.recipients, asked)
  if (drawn !== null && !drawn.ok) return drawn
  const record: DrawRecord | null = drawn === null ? null : drawn.record
  const ids = new Set(record?.strata.flatMap((stratum) => stratum.drawn))
  await transaction
    .updateTable('population')
    .set({ draw: record === null ? null : JSON.stringify(record) })
    .where('survey', '=', survey)
    .execute()
  await transaction
    .updateTable('recipient')
    .set({ asked: record === null ? 1 : 0 })
    .where('survey', '=', survey)
    .execute()
  const chosen = ledger.recipients.filter(({ id }) => ids.has(id)).map(({ recipient }) => recipient)
  for (let from = 0; from < chosen.length; from += 500)
    await transaction
      .updateTable('recipient')
      .set({ asked: 1 })
      .where('id', 'in', chosen.slice(from, from + 500))
      .execute()
  return drawn ?? { ok: true }
}
