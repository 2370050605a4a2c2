import type { Transaction } from 'kysely'
import type { KeptAside } from '../protocol/refusals.ts'
import type { ResponseId, Revision } from '../response/revision.ts'
import { canonicalJson } from '../survey/canonical-json.ts'
import { isJsonObject, type Json } from '../survey/json.ts'
import { sha256Hex } from '../survey/sha256.ts'
import { asideAlready, noLongerAside, outgrows, setAside } from './keep-aside.ts'
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
  const digests = arrivals.map(({ raw }) => sha256Hex(raw))
  const there = await asideAlready(transaction, digests)
  for (const [index, arrival] of arrivals.entries()) {
    const before = there.get(digests[index] ?? '')
    if (erased.has(responses[index] ?? '')) {
      if (arrival.kind === 'revision') await noteErased(transaction, arrival.revision)
      outcomes.push({ kind: 'erased' })
      continue
    }
    const reason = before === undefined || before.rejected_at === null ? null : before.reason
    const outcome = await outcomeOf(transaction, arrival, { reason, seq: last + 1, at })
    if (outcome.kind === 'stored') {
      last = outcome.seq
      if (before !== undefined) await noLongerAside(transaction, before.sha256)
      if (arrival.kind === 'revision') await nameAttachments(transaction, arrival.revision, at)
    }
    if (outcome.kind === 'quarantined') await setAside(transaction, { raw: arrival.raw, reason: outcome.reason, at })
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

/** What somebody decided not to count stays aside, for the reason that it was set aside for. */
const outcomeOf = async (
  transaction: Transaction<Tables>,
  arrival: Arrival,
  { reason, seq, at }: { readonly reason: KeptAside | null; readonly seq: number; readonly at: string },
): Promise<Outcome> => {
  if (arrival.kind === 'aside') return aside(arrival.reason)
  return reason === null ? insert(transaction, arrival, seq, at) : aside(reason)
}

/** Inserts, then reads back what the database holds: never checks first, for two may check at once. */
const insert = async (
  transaction: Transaction<Tables>,
  { revision, sealed = false }: Extract<Arrival, { readonly kind: 'revision' }>,
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
      sealed: sealed ? 1 : 0,
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
