import type { Transaction } from 'kysely'
import type { KeptAside } from '../protocol/refusals.ts'
import type { ResponseId, Revision } from '../response/revision.ts'
import { canonicalJson } from '../survey/canonical-json.ts'
import { isJsonObject, type Json } from '../survey/json.ts'
import { sha256Hex } from '../survey/sha256.ts'
import { nameAttachments } from './keep-attachments.ts'
import { erasedOf, noteErased } from './keep-erasures.ts'
import type { Arrival, AsideRoom, Outcome } from './store.ts'
import type { Tables } from './tables.ts'
import { takeCounter } from './take-counter.ts'

/** Rolls the transaction back: what is kept aside would outgrow its room. */
export const noRoom = Symbol('no room aside')

/**
 * Takes in a push inside the transaction given. The counter's row is written first, so writers queue and numbers
 * appear in the order in which they are committed: a reader that follows the counter misses nothing.
 *
 * @throws noRoom where what is kept aside would outgrow its room.
 */
export const keepArrivals = async (
  transaction: Transaction<Tables>,
  arrivals: readonly Arrival[],
  { at, room }: { readonly at: string; readonly room: AsideRoom },
): Promise<readonly Outcome[]> => {
  let last = await takeCounter(transaction)
  const outcomes: Outcome[] = []
  const responses = arrivals.map(responseOf)
  const erased = await erasedOf(
    transaction,
    responses.filter((response) => response !== null),
  )
  for (const [index, arrival] of arrivals.entries()) {
    if (erased.has(responses[index] ?? '')) {
      if (arrival.kind === 'revision') await noteErased(transaction, arrival.revision)
      outcomes.push({ kind: 'erased' })
      continue
    }
    const outcome =
      arrival.kind === 'aside' ? aside(arrival.reason) : await insert(transaction, arrival.revision, last + 1, at)
    if (outcome.kind === 'stored') {
      last = outcome.seq
      await noLongerAside(transaction, arrival.raw)
      if (arrival.kind === 'revision') await nameAttachments(transaction, arrival.revision, at)
    }
    if (outcome.kind === 'quarantined') await setAside(transaction, arrival.raw, outcome.reason, at)
    outcomes.push(outcome)
  }
  if (outcomes.some(({ kind }) => kind === 'quarantined') && (await outgrows(transaction, room))) throw noRoom
  await transaction.updateTable('counter').set({ value: last }).where('name', '=', 'revision').execute()
  return outcomes
}

/** Of what cannot be read as a return too: a broken copy holds answers all the same. */
const responseOf = (arrival: Arrival): ResponseId | null => {
  if (arrival.kind === 'revision') return arrival.revision.response
  const sent: unknown = JSON.parse(arrival.raw)
  const response = isJsonObject(sent) ? sent['response'] : null
  return typeof response === 'string' ? (response as ResponseId) : null
}

const aside = (reason: KeptAside): Outcome => ({ kind: 'quarantined', reason })

/** Inserts, then reads back what the database holds: never checks first, for two may check at once. */
const insert = async (
  transaction: Transaction<Tables>,
  revision: Revision,
  seq: number,
  at: string,
): Promise<Outcome> => {
  const content = canonicalJson(revision as unknown as Json)
  await transaction
    .insertInto('revision')
    .values({
      seq,
      id: revision.id,
      response: revision.response,
      version: revision.version,
      device: revision.device,
      device_sequence: revision.deviceSequence,
      sha256: revision.sha256,
      received_at: at,
      characters: content.length,
      content,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const held = await transaction
    .selectFrom('revision')
    .select(['seq', 'sha256'])
    .where('id', '=', revision.id)
    .executeTakeFirst()
  if (held === undefined) return sequenceTaken(transaction, revision)
  if (held.sha256 !== revision.sha256) return aside('id-taken')
  return { kind: held.seq === seq ? 'stored' : 'duplicate', id: revision.id, ...held }
}

/** An insert that left no trace met the same device sequence; anything else means that the counter fell behind. */
const sequenceTaken = async (
  transaction: Transaction<Tables>,
  { device, deviceSequence }: Revision,
): Promise<Outcome> => {
  await transaction
    .selectFrom('revision')
    .select('seq')
    .where('device', '=', device)
    .where('device_sequence', '=', deviceSequence)
    .executeTakeFirstOrThrow()
  return aside('sequence-taken')
}

const setAside = async (
  transaction: Transaction<Tables>,
  raw: string,
  reason: KeptAside,
  at: string,
): Promise<void> => {
  await transaction
    .insertInto('quarantine')
    .values({ sha256: sha256Hex(raw), reason, times: 1, first_at: at, last_at: at, characters: raw.length, raw })
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet((row) => ({ reason, last_at: at, times: row('quarantine.times', '+', 1) })),
    )
    .execute()
}

/** What came before its version did was set aside; now it is counted, and nobody need look at it. */
const noLongerAside = async (transaction: Transaction<Tables>, raw: string): Promise<void> => {
  await transaction.deleteFrom('quarantine').where('sha256', '=', sha256Hex(raw)).execute()
}

const outgrows = async (transaction: Transaction<Tables>, room: AsideRoom): Promise<boolean> => {
  const { entries, characters } = await transaction
    .selectFrom('quarantine')
    .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.sum<number>('characters').as('characters')])
    .executeTakeFirstOrThrow()
  return entries > room.entries || characters > room.characters
}
