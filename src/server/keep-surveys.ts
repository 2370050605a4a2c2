import type { Transaction } from 'kysely'
import type { DeviceId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { Standing } from '../survey/standing.ts'
import type { Version } from '../survey/version.ts'
import { takeCounter } from './take-counter.ts'
import type { StandingOutcome, SurveysKept, SurveysSent } from './store.ts'
import type { Tables } from './tables.ts'
import { versionRow } from './version-row.ts'

/**
 * Takes in what a device published, inside the transaction given: its versions, then what was decided about them.
 * Whoever writes queues at the counter's row, so the numbers read here are still true when they are used.
 */
export const keepSurveys = async (
  transaction: Transaction<Tables>,
  { device, versions, standings }: SurveysSent,
  at: string,
): Promise<SurveysKept> => {
  await takeCounter(transaction)
  const keptVersions: SurveysKept['versions'][number][] = []
  for (const version of versions) keptVersions.push(await keepVersion(transaction, version))
  const keptStandings: StandingOutcome[] = []
  for (const standing of standings) keptStandings.push(await offered(transaction, standing, device, at))
  return { versions: keptVersions, standings: keptStandings }
}

/** Gives a version the number it asks for, or the next where that one is another's: two devices may both say 2. */
const keepVersion = async (
  transaction: Transaction<Tables>,
  version: Version,
): Promise<{ readonly kind: 'published' | 'known'; readonly number: number }> => {
  const taken = await transaction.selectFrom('version').select('number').where('survey', '=', version.survey).execute()
  const numbers = taken.map(({ number }) => number)
  const next = Math.max(0, ...numbers) + 1
  const number = numbers.includes(version.number) ? next : Math.min(version.number, next)
  const { numInsertedOrUpdatedRows: inserted } = await transaction
    .insertInto('version')
    .values(versionRow({ ...version, number }))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  const held = await transaction
    .selectFrom('version')
    .select('number')
    .where('id', '=', version.id)
    .executeTakeFirstOrThrow()
  return { kind: inserted === 1n ? 'published' : 'known', number: held.number }
}

const offered = async (
  transaction: Transaction<Tables>,
  standing: Standing,
  device: DeviceId,
  at: string,
): Promise<StandingOutcome> => {
  const version = await transaction
    .selectFrom('version')
    .select('survey')
    .where('id', '=', standing.version)
    .executeTakeFirst()
  if (version === undefined) return { kind: 'refused', reason: 'unknown-version' }
  if (version.survey !== standing.survey) return { kind: 'refused', reason: 'wrong-survey' }
  const held = await transaction.selectFrom('standing').selectAll().where('id', '=', standing.id).executeTakeFirst()
  if (held !== undefined) {
    const isSame = held.version === standing.version && held.state === standing.state
    return isSame ? { kind: 'known', seq: held.seq } : { kind: 'refused', reason: 'id-taken' }
  }
  const latest = await latestStanding(transaction, standing.survey)
  // From before the server was restored: what is here may have been decided after it.
  if (standing.seq !== null && latest !== null && standing.seq <= latest.seq) return { kind: 'known', seq: null }
  return { kind: 'kept', seq: await keepStanding(transaction, standing, { device, at }) }
}

/** The last decision about a survey; null where nobody has decided. */
export const latestStanding = async (transaction: Transaction<Tables>, survey: SurveyId) =>
  (await transaction
    .selectFrom('standing')
    .selectAll()
    .where('survey', '=', survey)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** How far a number that a device remembers may run ahead: no device can use up the numbers there are. */
const furthestAhead = 1_000

/**
 * Adds a decision and gives its number: one more than the last; one that had a number in a former life of the database
 * keeps it, so that of several that were lost the last still wins, whichever device brings it back first.
 */
export const keepStanding = async (
  transaction: Transaction<Tables>,
  { id, survey, version, state, at: decided, seq }: Standing,
  { device, at }: { readonly device: DeviceId | null; readonly at: string },
): Promise<number> => {
  const { last } = await transaction
    .selectFrom('standing')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const number = Math.max((last ?? 0) + 1, Math.min(seq ?? 0, (last ?? 0) + furthestAhead))
  await transaction
    .insertInto('standing')
    .values({ seq: number, id, survey, version, state, device, decided_at: decided, received_at: at })
    .execute()
  return number
}
