import { createHash, randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { RecipientId } from '../../population/ledger.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'
import { addEvents, inParts } from './keep-events.ts'
import type { LinkHolder } from './population-store.ts'
import { readRecipients } from './read-ledger.ts'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export interface LinksToMake {
  readonly survey: SurveyId
  readonly recipients: readonly RecipientId[]
  /** How they reach their recipients, for the ledger; null where that is written down when they have. */
  readonly sent: string | null
  readonly at: string
}

/** New links, of which the hash alone is kept. Who is not on the list gets none. */
export const makeLinks = async (
  transaction: Transaction<Tables>,
  { survey, recipients, sent, at }: LinksToMake,
): Promise<ReadonlyMap<RecipientId, string>> => {
  const tokens = new Map<RecipientId, string>()
  for (const part of inParts([...new Set(recipients)])) {
    const rows = await transaction
      .selectFrom('recipient')
      .select('id')
      .where('survey', '=', survey)
      .where('id', 'in', part)
      .execute()
    if (rows.length === 0) continue
    const made = rows.map(({ id }) => ({ recipient: id, token: randomBytes(16).toString('base64url') }))
    await transaction
      .insertInto('recipient_link')
      .values(made.map(({ recipient, token }) => ({ sha256: hashOf(token), recipient, made_at: at, ended_at: null })))
      .execute()
    for (const { recipient, token } of made) tokens.set(recipient, token)
  }
  if (sent !== null) await addEvents(transaction, [...tokens.keys()], { kind: 'sent', at, detail: sent })
  return tokens
}

export const endLinks = async (transaction: Transaction<Tables>, recipient: RecipientId, at: string): Promise<void> => {
  await transaction
    .updateTable('recipient_link')
    .set({ ended_at: at })
    .where('recipient', '=', recipient)
    .where('ended_at', 'is', null)
    .execute()
  await addEvents(transaction, [recipient], { kind: 'links-ended', at, detail: '' })
}

export const holderOf = async (db: Kysely<Tables>, token: string): Promise<LinkHolder | null> => {
  const link = await db
    .selectFrom('recipient_link')
    .select('recipient')
    .where('sha256', '=', hashOf(token))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (link === undefined) return null
  const [held] = await readRecipients(db, (query) => query.where('recipient.id', '=', link.recipient))
  return held ?? null
}
