import type { Kysely, Transaction } from 'kysely'
import type { AsideOfSurvey } from '../protocol/aside-messages.ts'
import type { RejectedReturn } from '../protocol/messages.ts'
import type { KeptAside } from '../protocol/refusals.ts'
import type { DeviceId, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { sha256Hex } from '../survey/sha256.ts'
import type { Surveys } from './access/who.ts'
import { namedIn, surveyNamedIn } from './named-in.ts'
import type { AsideRoom, Quarantined } from './store.ts'
import type { QuarantineRow, Tables } from './tables.ts'
import { takeCounter } from './take-counter.ts'

type Row = Pick<QuarantineRow, 'sha256' | 'reason' | 'rejected_at'>

/** Which of these texts are aside already, by their digest. */
export const asideAlready = async (
  transaction: Transaction<Tables>,
  digests: readonly string[],
): Promise<ReadonlyMap<string, Row>> => {
  if (digests.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('quarantine')
    .select(['sha256', 'reason', 'rejected_at'])
    .where('sha256', 'in', digests)
    .execute()
  return new Map(rows.map((row) => [row.sha256, row]))
}

/** Keeps it as it came; what is there already is counted. */
export const setAside = async (
  transaction: Transaction<Tables>,
  { raw, reason, at }: { readonly raw: string; readonly reason: KeptAside; readonly at: string },
): Promise<void> => {
  const row = { sha256: sha256Hex(raw), reason, times: 1, first_at: at, last_at: at, characters: raw.length, raw }
  await transaction
    .insertInto('quarantine')
    .values({ ...row, ...namedIn(raw), survey: surveyNamedIn(raw), rejected_at: null, rejected_because: null })
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet((was) => ({ reason, last_at: at, times: was('quarantine.times', '+', 1) })),
    )
    .execute()
}

/** What came before its version did was set aside; now it is counted, and nobody need look at it. */
export const noLongerAside = async (transaction: Transaction<Tables>, sha256: string): Promise<void> => {
  await transaction.deleteFrom('quarantine').where('sha256', '=', sha256).execute()
}

export const outgrows = async (transaction: Transaction<Tables>, room: AsideRoom): Promise<boolean> => {
  const { entries, characters } = await transaction
    .selectFrom('quarantine')
    .select(({ fn }) => [fn.countAll<number>().as('entries'), fn.sum<number>('characters').as('characters')])
    .executeTakeFirstOrThrow()
  return entries > room.entries || characters > room.characters
}

/**
 * Decides that something is not to be counted, or with null that it may be after all. False where it is not aside. Whoever
 * takes returns in queues at the same row, so that a decision holds from the next push on.
 */
export const decideAside = async (
  transaction: Transaction<Tables>,
  sha256: string,
  rejected: { readonly at: string; readonly because: string } | null,
): Promise<boolean> => {
  await takeCounter(transaction)
  const { numUpdatedRows } = await transaction
    .updateTable('quarantine')
    .set({ rejected_at: rejected?.at ?? null, rejected_because: rejected?.because ?? null })
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** How many decisions a device is told at once: the latest. */
const mostTold = 500

/** The returns of a device that somebody decided not to count. */
export const rejectedOf = async (db: Kysely<Tables>, device: DeviceId): Promise<readonly RejectedReturn[]> => {
  const rows = await db
    .selectFrom('quarantine')
    .select(['revision', 'rejected_because'])
    .where('device', '=', device)
    .where('rejected_at', 'is not', null)
    .orderBy('rejected_at', 'desc')
    .limit(mostTold)
    .execute()
  return rows.flatMap(({ revision, rejected_because: because }) =>
    revision === null || because === null ? [] : [{ id: revision as RevisionId, because }],
  )
}

/** The returns of a device that are kept aside, decided about or not; null where they are more than can be told. */
export const asideOf = async (db: Kysely<Tables>, device: DeviceId): Promise<readonly RevisionId[] | null> => {
  const rows = await db
    .selectFrom('quarantine')
    .select('revision')
    .where('device', '=', device)
    .limit(mostTold + 1)
    .execute()
  const ids = rows.flatMap(({ revision }) => (revision === null ? [] : [revision as RevisionId]))
  return rows.length > mostTold ? null : [...new Set(ids)]
}

/** The rows of these surveys. What names one survey and answers another is for those who lead all of them. */
export const quarantineOf = (db: Kysely<Tables>, of: Surveys) => {
  const all = db.selectFrom('quarantine')
  // PostgreSQL takes no empty list, and no survey is called nothing.
  return of === 'all' ? all : all.where('survey', 'in', of.length === 0 ? [''] : of).where('reason', '<>', ambiguous)
}

const ambiguous: KeptAside = 'wrong-survey'

export const asideBySurvey = async (db: Kysely<Tables>, of: Surveys): Promise<readonly AsideOfSurvey[]> => {
  const rows = await quarantineOf(db, of)
    .select(({ fn }) => ['survey', fn.count<number>('rejected_at').as('rejected'), fn.countAll<number>().as('all')])
    .groupBy('survey')
    .orderBy('survey')
    .execute()
  return rows.map(({ survey, rejected, all }) => ({ survey, waiting: all - rejected, rejected }))
}

export const quarantinedOf = (row: QuarantineRow): Quarantined => {
  const { sha256, reason, raw, times, first_at: firstAt, last_at: lastAt, rejected_at: at, rejected_because } = row
  const rejected = at === null ? null : { at, because: rejected_because ?? '' }
  const survey = reason === ambiguous ? null : (row.survey as SurveyId | null)
  return { sha256, reason, raw, survey, times, firstAt, lastAt, rejected }
}
