import type { Kysely, Transaction } from 'kysely'
import type { Erasure } from '../response/erasure.ts'
import type { DeviceId, ResponseId, Revision } from '../response/revision.ts'
import { forgetAttachments } from './keep-attachments.ts'
import type { ErasureOutcome } from './store.ts'
import type { Tables } from './tables.ts'
import { takeCounter } from './take-counter.ts'

/** Takes responses out inside the transaction given, each with a number of the counter. */
export const keepErasures = async (
  transaction: Transaction<Tables>,
  erasures: readonly Erasure[],
  { device, at }: { readonly device: DeviceId; readonly at: string },
): Promise<readonly ErasureOutcome[]> => {
  let last = await takeCounter(transaction)
  const outcomes: ErasureOutcome[] = []
  for (const erasure of erasures) {
    const held = await transaction
      .selectFrom('erasure')
      .select('seq')
      .where('response', '=', erasure.response)
      .executeTakeFirst()
    if (held === undefined) {
      last += 1
      await takeOut(transaction, erasure, { seq: last, device, at })
    }
    outcomes.push(held === undefined ? { kind: 'erased', seq: last } : { kind: 'known', seq: held.seq })
  }
  await transaction.updateTable('counter').set({ value: last }).where('name', '=', 'revision').execute()
  return outcomes
}

const takeOut = async (
  transaction: Transaction<Tables>,
  { response, survey, reason, at: asked }: Erasure,
  { seq, device, at }: { readonly seq: number; readonly device: DeviceId; readonly at: string },
): Promise<void> => {
  await transaction
    .insertInto('erasure')
    .values({ seq, response, survey, reason, device, asked_at: asked, received_at: at })
    .execute()
  await transaction
    .insertInto('erased_revision')
    .columns(['id', 'response', 'device', 'device_sequence'])
    .expression(
      transaction
        .selectFrom('revision')
        .select(['id', 'response', 'device', 'device_sequence'])
        .where('response', '=', response),
    )
    .execute()
  await transaction.deleteFrom('revision').where('response', '=', response).execute()
  await forgetAttachments(transaction, response)
  // `raw` is JSON as this server wrote it down: without spaces, and a UUID needs no escape.
  await transaction.deleteFrom('quarantine').where('raw', 'like', `%"response":"${response}"%`).execute()
}

/** Which of these responses were taken out. */
export const erasedOf = async (db: Kysely<Tables>, responses: readonly ResponseId[]): Promise<ReadonlySet<string>> => {
  if (responses.length === 0) return new Set()
  const rows = await db.selectFrom('erasure').select('response').where('response', 'in', responses).execute()
  return new Set(rows.map(({ response }) => response))
}

/** Notes that a return of an erased response came and was not kept. */
export const noteErased = async (
  transaction: Transaction<Tables>,
  { id, response, device, deviceSequence }: Revision,
): Promise<void> => {
  await transaction
    .insertInto('erased_revision')
    .values({ id, response, device, device_sequence: deviceSequence })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
