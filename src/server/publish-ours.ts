import type { Transaction } from 'kysely'
import type { Definition } from '../survey/definition.ts'
import type { StandingId } from '../survey/standing.ts'
import { publish, type Version } from '../survey/version.ts'
import { keepStanding, latestStanding } from './keep-surveys.ts'
import { takeCounter } from './take-counter.ts'
import type { Tables } from './tables.ts'
import { versionOf, versionRow } from './version-row.ts'

/**
 * Publishes a definition that ships as the next version of its survey; one that was published before is that version
 * again. It goes live, unless a person has decided about the survey: a new release of the product does not undo that.
 */
export const publishOurs = async (
  transaction: Transaction<Tables>,
  definition: Definition,
  { now, newId }: { readonly now: Date; readonly newId: () => string },
): Promise<Version> => {
  await takeCounter(transaction)
  const latest = await transaction
    .selectFrom('version')
    .selectAll()
    .where('survey', '=', definition.proforma.id)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const { id, survey, ...made } = publish(definition, latest === undefined ? null : versionOf(latest), now)
  await transaction
    .insertInto('version')
    .values(versionRow({ id, survey, ...made }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const decided = await latestStanding(transaction, survey)
  if (decided === null || (decided.device === null && decided.version !== id)) {
    const at = now.toISOString()
    const standing = { id: newId() as StandingId, survey, version: id, state: 'live', at, seq: null } as const
    await keepStanding(transaction, standing, { device: null, at })
  }
  return versionOf(await transaction.selectFrom('version').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}
