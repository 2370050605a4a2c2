import type { Kysely, Transaction } from 'kysely'
import type { RecipientId } from '../../population/ledger.ts'
import type { Tables } from '../tables.ts'
import { addEvents } from './keep-events.ts'

export interface KeptRecipientDraft {
  readonly number: number
  readonly savedAt: string
  /** JSON text. */
  readonly content: string
}

export type DraftSaved =
  | { readonly ok: true; readonly number: number }
  | { readonly ok: false; readonly newer: KeptRecipientDraft }

/** The answers on their way of a recipient; null where there are none. */
export const draftOf = async (db: Kysely<Tables>, recipient: RecipientId): Promise<KeptRecipientDraft | null> => {
  const row = await db.selectFrom('recipient_draft').selectAll().where('recipient', '=', recipient).executeTakeFirst()
  return row === undefined ? null : { number: row.number, savedAt: row.saved_at, content: row.content }
}

interface DraftToKeep {
  readonly recipient: RecipientId
  /** The number that was read before the change. */
  readonly after: number
  readonly content: string
  readonly at: string
}

/** Keeps answers on their way, unless another device has saved meanwhile. */
export const keepDraft = async (
  transaction: Transaction<Tables>,
  { recipient, after, content, at }: DraftToKeep,
): Promise<DraftSaved> => {
  const there = await draftOf(transaction, recipient)
  if (there !== null && there.number !== after) return { ok: false, newer: there }
  const number = (there?.number ?? 0) + 1
  const kept = { number, saved_at: at, content }
  await transaction
    .insertInto('recipient_draft')
    .values({ recipient, ...kept })
    .onConflict((conflict) => conflict.column('recipient').doUpdateSet(kept))
    .execute()
  if (there === null) await addEvents(transaction, [recipient], { kind: 'begun', at, detail: '' })
  return { ok: true, number }
}

interface ReturnToNote {
  readonly recipient: RecipientId
  readonly response: string
  readonly way: 'link' | 'paper'
  readonly at: string
}

/** Puts a response under a recipient's name. Who has it already keeps it. */
export const keepReturn = async (
  transaction: Transaction<Tables>,
  { recipient, response, way, at }: ReturnToNote,
): Promise<boolean> => {
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
}
