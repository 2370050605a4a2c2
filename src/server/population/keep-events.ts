import type { Kysely, Transaction } from 'kysely'
import type { EventKind, RecipientId } from '../../population/ledger.ts'
import type { Tables } from '../tables.ts'

/** Queries take some 30,000 values at once, on SQLite and PostgreSQL: a long list goes in parts. */
export const inParts = <T>(list: readonly T[], size = 500): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size))

interface NewEvent {
  readonly kind: EventKind
  readonly at: string
  readonly detail: string
}

/** Within a transaction that has the counter's row: two events of one recipient never take one number. */
export const addEvents = async (
  transaction: Transaction<Tables>,
  recipients: readonly RecipientId[],
  event: NewEvent,
): Promise<void> => {
  for (const part of inParts(recipients)) {
    const last = await lastNumbers(transaction, part)
    await transaction
      .insertInto('recipient_event')
      .values(part.map((recipient) => ({ recipient, ...event, number: (last.get(recipient) ?? 0) + 1 })))
      .execute()
  }
}

const lastNumbers = async (
  db: Kysely<Tables>,
  recipients: readonly RecipientId[],
): Promise<ReadonlyMap<RecipientId, number>> => {
  const rows = await db
    .selectFrom('recipient_event')
    .select(({ fn }) => ['recipient', fn.max('number').as('last')])
    .where('recipient', 'in', recipients)
    .groupBy('recipient')
    .execute()
  return new Map(rows.map(({ recipient, last }) => [recipient, last]))
}
