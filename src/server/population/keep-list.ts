import type { Transaction } from 'kysely'
import { draw, type DrawAsked, type Drawn, type KeptDraw } from '../../population/draw.ts'
import type { RecipientId } from '../../population/ledger.ts'
import type { Member } from '../../population/member.ts'
import { listLimits } from '../../population/read-list.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'
import { inParts } from './keep-events.ts'
import { readLedger } from './read-ledger.ts'

/** Adds to a list, which is made with the first. Says how many were added. */
export const addMembers = async (
  transaction: Transaction<Tables>,
  survey: SurveyId,
  members: readonly Member[],
  newId: () => string,
): Promise<number> => {
  await transaction
    .insertInto('population')
    .values({ survey, closes: null, may_amend: 0, draw: null, most_each: 1 })
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
  for (const [part, some] of inParts(room).entries())
    await transaction
      .insertInto('recipient')
      .values(
        some.map(({ id, name, contact, email, language, strata }, at) => ({
          id: newId() as RecipientId,
          survey,
          position: before + part * 500 + at,
          unit: id,
          name,
          contact,
          email,
          language,
          strata: JSON.stringify(strata),
          // Who comes after the draw is not drawn.
          asked: drawn === null ? 1 : 0,
          most_returns: null,
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

/** Draws who is asked, or asks everybody again. */
export const keepDraw = async (
  transaction: Transaction<Tables>,
  survey: SurveyId,
  asked: DrawAsked | null,
  at: string,
): Promise<Drawn | { readonly ok: true }> => {
  const ledger = await readLedger(transaction, survey)
  if (ledger === null) return { ok: false, reason: 'This survey has no list.' }
  const listed = ledger.recipients.filter(({ open }) => !open)
  if (listed.some(({ events }) => events.length > 0))
    return { ok: false, reason: 'Somebody on the list was written to already. Who is asked can no longer change.' }
  const drawn = asked === null ? null : draw(listed, asked)
  if (drawn !== null && !drawn.ok) return drawn
  const record: KeptDraw | null = drawn === null ? null : { ...drawn.record, drawnAt: at }
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
    .where('most_returns', 'is', null)
    .execute()
  const chosen = listed.filter(({ id }) => ids.has(id)).map(({ recipient }) => recipient)
  for (const part of inParts(chosen))
    await transaction.updateTable('recipient').set({ asked: 1 }).where('id', 'in', part).execute()
  return drawn ?? { ok: true }
}

/** An open link: a line of the list that nobody in particular stands behind, and that takes up to `most` returns. */
export const addOpenLink = async (
  transaction: Transaction<Tables>,
  survey: SurveyId,
  most: number,
  newId: () => string,
): Promise<RecipientId> => {
  await addMembers(transaction, survey, [], newId)
  const { held } = await transaction
    .selectFrom('recipient')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('survey', '=', survey)
    .executeTakeFirstOrThrow()
  const id = newId() as RecipientId
  const name = 'Open link'
  await transaction
    .insertInto('recipient')
    .values({
      id,
      survey,
      position: held,
      unit: `${name} ${id}`,
      name,
      contact: '',
      email: '',
      language: '',
      strata: '{}',
      asked: 0,
      most_returns: most,
    })
    .execute()
  return id
}
