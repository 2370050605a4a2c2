import { type Kysely, sql } from 'kysely'
import type { ResponseId } from '../../response/revision.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { note } from '../access/audit.ts'
import type { Parts } from '../access/database.ts'
import { nameOf, type Who } from '../access/who.ts'
import type { Tables } from '../tables.ts'
import { takeCounter } from '../take-counter.ts'
import type { RetentionRule } from './retention-rule.ts'

export interface KeptRule extends RetentionRule {
  readonly survey: SurveyId
  /** What arrived before this moment was taken out already; null before the first time. */
  readonly doneBefore: string | null
}

/** How many responses last arrived in a month, `2026-04`. */
export interface Received {
  readonly month: string
  readonly answers: number
}

/** How long answers are kept. A promise that resolves is a promise that it is on disk, with its row in the log. */
export interface RetentionStore {
  readonly rule: (survey: SurveyId) => Promise<KeptRule | null>
  readonly rules: () => Promise<readonly KeptRule[]>
  /** Null months: as long as nobody takes them out. Deciding the same again changes nothing. */
  readonly decide: (who: Who, survey: SurveyId, months: number | null) => Promise<void>
  /** What there is, month by month. */
  readonly received: (survey: SurveyId) => Promise<readonly Received[]>
  /** The responses that last arrived before a moment. */
  readonly over: (survey: SurveyId, before: string) => Promise<readonly ResponseId[]>
  /** Takes out what came before a moment and is no return: what was kept aside, and what recipients had begun. */
  readonly forgetBeside: (survey: SurveyId, before: string) => Promise<void>
  /** Writes down that all before a moment is out, and how many responses that were. */
  readonly finish: (survey: SurveyId, before: string, answers: number) => Promise<void>
}

export const retentionStore = ({ db, now }: Parts): RetentionStore => {
  const rules = async (): Promise<readonly KeptRule[]> =>
    (await db.selectFrom('retention').selectAll().orderBy('survey').execute()).map(
      ({ survey, months, decided_at: decidedAt, done_before: doneBefore }) => ({
        survey,
        months,
        decidedAt,
        doneBefore,
      }),
    )
  const rule = async (survey: SurveyId): Promise<KeptRule | null> =>
    (await rules()).find((each) => each.survey === survey) ?? null
  return {
    rule,
    rules,
    decide: async (who, survey, months) => {
      if (((await rule(survey))?.months ?? null) === months) return
      const at = now().toISOString()
      await db.transaction().execute(async (transaction) => {
        await takeCounter(transaction)
        await transaction.deleteFrom('retention').where('survey', '=', survey).execute()
        if (months !== null)
          await transaction
            .insertInto('retention')
            .values({ survey, months, decided_at: at, done_before: null })
            .execute()
        const why = months === null ? 'until somebody takes them out' : `${months} months`
        await note(transaction, { at, who: nameOf(who), what: 'retention-set', about: survey, why })
      })
    },
    received: (survey) =>
      db
        .selectFrom(lastOfEach(db, survey).as('each'))
        .select((query) => [
          sql<string>`substr(${query.ref('each.last')}, 1, 7)`.as('month'),
          query.fn.countAll<number>().as('answers'),
        ])
        .groupBy('month')
        .orderBy('month')
        .execute(),
    over: async (survey, before) => {
      const rows = await lastOfEach(db, survey)
        .having(({ fn }) => fn.max('revision.received_at'), '<', before)
        .execute()
      return rows.map(({ response }) => response as ResponseId)
    },
    forgetBeside: (survey, before) =>
      db.transaction().execute(async (transaction) => {
        await takeCounter(transaction)
        await transaction.deleteFrom('quarantine').where('survey', '=', survey).where('last_at', '<', before).execute()
        await transaction
          .deleteFrom('recipient_draft')
          .where('saved_at', '<', before)
          .where('recipient', 'in', (query) => query.selectFrom('recipient').select('id').where('survey', '=', survey))
          .execute()
      }),
    finish: (survey, before, answers) =>
      db.transaction().execute(async (transaction) => {
        await takeCounter(transaction)
        await transaction.updateTable('retention').set({ done_before: before }).where('survey', '=', survey).execute()
        if (answers === 0) return
        const why = `${answers} that arrived before ${before.slice(0, 10)}`
        await note(transaction, {
          at: now().toISOString(),
          who: 'the server',
          what: 'retention-done',
          about: survey,
          why,
        })
      }),
  }
}

/** Of each response to a survey when its last return arrived. */
const lastOfEach = (db: Kysely<Tables>, survey: SurveyId) =>
  db
    .selectFrom('revision')
    .innerJoin('version', 'version.id', 'revision.version')
    .where('version.survey', '=', survey)
    .groupBy('revision.response')
    .select(({ fn }) => ['revision.response as response', fn.max('revision.received_at').as('last')])
