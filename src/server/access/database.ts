import type { Kysely, Transaction } from 'kysely'
import type { Refusal } from '../../protocol/refusals.ts'
import type { Tables } from '../tables.ts'

/** What the verbs of access work with. */
export interface Parts {
  readonly db: Kysely<Tables>
  readonly now: () => Date
  /** A new UUID. */
  readonly newId: () => string
}

/** A change that was made, or why not. */
export type Done<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refused: Refusal }

export const refused = (refused: Refusal): { readonly ok: false; readonly refused: Refusal } => ({ ok: false, refused })

export const done = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })

/** All of it or nothing: a refusal undoes what was written before it. */
export const atOnce = async <Value>(
  { db }: Parts,
  work: (transaction: Transaction<Tables>) => Promise<Done<Value>>,
): Promise<Done<Value>> => {
  try {
    return await db.transaction().execute(async (transaction) => {
      const made = await work(transaction)
      if (!made.ok) throw new Undone(made.refused)
      return made
    })
  } catch (error) {
    if (error instanceof Undone) return refused(error.refused)
    throw error
  }
}

class Undone extends Error {
  readonly refused: Refusal
  constructor(refused: Refusal) {
    super(refused)
    this.refused = refused
  }
}
