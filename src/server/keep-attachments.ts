import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { referencesIn } from '../response/attachment.ts'
import type { ResponseId, Revision } from '../response/revision.ts'
import type { AttachmentContent, AttachmentHeld, AttachmentPart, PartOutcome } from './store.ts'
import type { AttachmentRow, Tables } from './tables.ts'

/** Makes room for the photos and drawings that a stored return names: nothing else is taken in. */
export const nameAttachments = async (
  transaction: Transaction<Tables>,
  { response, answers }: Revision,
  at: string,
): Promise<void> => {
  for (const { sha256 } of referencesIn(answers)) {
    await transaction
      .insertInto('attachment')
      .values({ sha256, type: null, total: null, received: 0, touched_at: at, complete_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await transaction
      .insertInto('attachment_use')
      .values({ response, sha256 })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Deletes the photos and drawings of a response that no other response has. */
export const forgetAttachments = async (transaction: Transaction<Tables>, response: ResponseId): Promise<void> => {
  const own = await transaction.selectFrom('attachment_use').select('sha256').where('response', '=', response).execute()
  await transaction.deleteFrom('attachment_use').where('response', '=', response).execute()
  for (const { sha256 } of own) {
    const other = await transaction
      .selectFrom('attachment_use')
      .select('response')
      .where('sha256', '=', sha256)
      .limit(1)
      .executeTakeFirst()
    if (other !== undefined) continue
    await transaction.deleteFrom('attachment_part').where('sha256', '=', sha256).execute()
    await transaction.deleteFrom('attachment').where('sha256', '=', sha256).execute()
  }
}

/** How far a photo or drawing has come, null where no stored return names it. */
export const attachmentHeld = async (db: Kysely<Tables>, sha256: string): Promise<AttachmentHeld | null> => {
  const row = await db.selectFrom('attachment').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row === undefined ? null : heldOf(row)
}

const heldOf = ({ received, total, complete_at }: AttachmentRow): AttachmentHeld => ({
  received,
  total,
  complete: complete_at !== null,
})

/**
 * Takes in the next part, inside the transaction given. The row is written first, so that two who send one photo at
 * once take turns. A part that is there already changes nothing, and so does one that leaves a gap.
 */
export const keepPart = async (
  transaction: Transaction<Tables>,
  { sha256, offset, total, type, bytes }: AttachmentPart,
  at: string,
): Promise<PartOutcome> => {
  const row = await transaction
    .updateTable('attachment')
    .set({ touched_at: at })
    .where('sha256', '=', sha256)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return { kind: 'unknown' }
  if (row.complete_at !== null) return { kind: 'held', held: heldOf(row) }
  const isOther = row.total !== null && row.total !== total
  if (isOther) await dropParts(transaction, sha256)
  const before = isOther ? 0 : row.received
  const fresh = offset > before ? new Uint8Array() : bytes.subarray(before - offset)
  if (fresh.length === 0)
    return { kind: 'held', held: { received: before, total: isOther ? null : row.total, complete: false } }

  await transaction.insertInto('attachment_part').values({ sha256, start: before, bytes: fresh }).execute()
  const received = before + fresh.length
  const isLast = received === total
  if (isLast && (await digestOfParts(transaction, sha256)) !== sha256) {
    await dropParts(transaction, sha256)
    return { kind: 'changed' }
  }
  await transaction
    .updateTable('attachment')
    .set({ received, total, type: before === 0 ? type : row.type, complete_at: isLast ? at : null })
    .where('sha256', '=', sha256)
    .execute()
  return { kind: 'held', held: { received, total, complete: isLast } }
}

const dropParts = async (transaction: Transaction<Tables>, sha256: string): Promise<void> => {
  await transaction.deleteFrom('attachment_part').where('sha256', '=', sha256).execute()
  await transaction
    .updateTable('attachment')
    .set({ received: 0, total: null, type: null })
    .where('sha256', '=', sha256)
    .execute()
}

const partsOf = async (db: Kysely<Tables>, sha256: string): Promise<readonly Uint8Array[]> => {
  const parts = await db
    .selectFrom('attachment_part')
    .select('bytes')
    .where('sha256', '=', sha256)
    .orderBy('start')
    .execute()
  return parts.map(({ bytes }) => bytes)
}

const digestOfParts = async (db: Kysely<Tables>, sha256: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const part of await partsOf(db, sha256)) hash.update(part)
  return hash.digest('hex')
}

/** The bytes of a photo or drawing that is all there, with their type; null otherwise. */
export const attachmentContent = async (db: Kysely<Tables>, sha256: string): Promise<AttachmentContent | null> => {
  const row = await db
    .selectFrom('attachment')
    .select(['type', 'complete_at'])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (row === undefined || row.complete_at === null || row.type === null) return null
  return { type: row.type, bytes: Buffer.concat([...(await partsOf(db, sha256))]) }
}
