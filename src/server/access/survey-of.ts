import type { Kysely } from 'kysely'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'

/** The surveys that stored responses belong to; one that is not there adds nothing. */
export const surveysOfResponses = async (
  db: Kysely<Tables>,
  responses: readonly string[],
): Promise<readonly SurveyId[]> => {
  if (responses.length === 0) return []
  const rows = await db
    .selectFrom('revision')
    .innerJoin('version', 'version.id', 'revision.version')
    .select('version.survey')
    .distinct()
    .where('revision.response', 'in', responses)
    .execute()
  return rows.map(({ survey }) => survey)
}

/** The surveys of the responses that name a photo. */
export const surveysOfAttachment = async (db: Kysely<Tables>, sha256: string): Promise<readonly SurveyId[]> => {
  const uses = await db.selectFrom('attachment_use').select('response').where('sha256', '=', sha256).execute()
  return surveysOfResponses(
    db,
    uses.map(({ response }) => response),
  )
}
