import type { Kysely } from 'kysely'
import type { ListedHeld, ResponseHeld, SubjectAccess, SubjectAccessAsked } from '../../protocol/subject-access.ts'
import { readReference } from '../../response/read-reference.ts'
import { referenceOf, type ResponseId, type Revision } from '../../response/revision.ts'
import type { RecipientId } from '../../population/ledger.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { isJsonObject } from '../../survey/json.ts'
import type { Tables } from '../tables.ts'
import { versionOf } from '../version-row.ts'
import { listedRow, note } from './audit.ts'
import type { Parts } from './database.ts'
import { isIn, surveysFor } from './may.ts'
import { nameOf, type Surveys, type Who } from './who.ts'

/** How many references are worked out in one go, so that others are answered in between. */
const atOnce = 500

/** The most that is told of: a name that many share is not one person. */
const most = 100

/** All that is held about one person in the surveys that this asker leads, written down in the log. */
export const subjectAccess = async (
  { db, now }: Parts,
  who: Who,
  { find, why }: SubjectAccessAsked,
): Promise<SubjectAccess> => {
  const surveys = surveysFor(who, 'lead')
  const reference = readReference(find)
  const found = reference === null ? [] : await responsesOf(db, reference, surveys)
  const recipients = await recipientsOf(db, find, found, surveys)
  const returned = await rows(recipients, (ids) =>
    db.selectFrom('recipient_return').selectAll().where('recipient', 'in', ids).execute(),
  )
  const ids = [...new Set([...found, ...returned.map(({ response }) => response as ResponseId)])].slice(0, most)
  const responses = await Promise.all(ids.map((id) => responseHeld(db, id, surveys)))
  const listed = await Promise.all(recipients.map((id) => listedHeld(db, id)))
  const about = [...ids, ...recipients]
  const log = await rows(about, (ids) =>
    db.selectFrom('audit').selectAll().where('about', 'in', ids).orderBy('seq').execute(),
  )
  const held = responses.filter((each) => each !== null)
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    for (const each of about.length === 0 ? ['nobody found'] : about)
      await note(transaction, { at, who: nameOf(who), what: 'subject-access', about: each, why })
  })
  return {
    find,
    at,
    responses: held,
    listed,
    log: log.map(listedRow),
    versions: await versionsOf(db, held),
  }
}

const rows = async <Id, Row>(
  ids: readonly Id[],
  read: (ids: readonly Id[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => (ids.length === 0 ? [] : read(ids))

/** The responses that a reference stands for: those returned, taken out, or kept aside. */
const responsesOf = async (db: Kysely<Tables>, reference: string, surveys: Surveys): Promise<readonly ResponseId[]> => {
  const returned = await db
    .selectFrom('revision')
    .innerJoin('version', 'version.id', 'revision.version')
    .select(['revision.response', 'version.survey'])
    .distinct()
    .execute()
  const erased = await db.selectFrom('erasure').select(['response', 'survey']).execute()
  const aside = (await db.selectFrom('quarantine').select('raw').execute()).flatMap(({ raw }) => namedBy(raw) ?? [])
  const all = new Map(
    [...returned, ...erased, ...aside].map(({ response, survey }) => [response as ResponseId, survey]),
  )
  const own = [...all].filter(([, survey]) => isIn(surveys, survey)).map(([response]) => response)
  const found: ResponseId[] = []
  for (let from = 0; from < own.length; from += atOnce) {
    found.push(...own.slice(from, from + atOnce).filter((id) => referenceOf(id) === reference))
    await new Promise(setImmediate)
  }
  return found
}

/** Whose answers something kept aside says it has; null where it does not say. */
const namedBy = (raw: string): { readonly response: string; readonly survey: SurveyId } | null => {
  const came: unknown = JSON.parse(raw)
  if (!isJsonObject(came)) return null
  const { response, survey } = came
  return typeof response === 'string' && typeof survey === 'string' ? { response, survey: survey as SurveyId } : null
}

/** Who on the lists has that name, address or id, or returned one of these responses. */
const recipientsOf = async (
  db: Kysely<Tables>,
  find: string,
  responses: readonly string[],
  surveys: Surveys,
): Promise<readonly RecipientId[]> => {
  const typed = find.toLowerCase()
  const named = await db
    .selectFrom('recipient')
    .select(['id', 'survey'])
    .where((all) =>
      all.or(
        (['name', 'email', 'contact', 'unit'] as const).map((column) =>
          all(all.fn<string>('lower', [column]), '=', typed),
        ),
      ),
    )
    .execute()
  const through = await rows(responses, (ids) =>
    db
      .selectFrom('recipient_return')
      .innerJoin('recipient', 'recipient.id', 'recipient_return.recipient')
      .select(['recipient.id', 'recipient.survey'])
      .where('recipient_return.response', 'in', ids)
      .execute(),
  )
  const own = [...named, ...through].filter(({ survey }) => isIn(surveys, survey))
  return [...new Set(own.map(({ id }) => id))].slice(0, most)
}

const responseHeld = async (db: Kysely<Tables>, id: ResponseId, surveys: Surveys): Promise<ResponseHeld | null> => {
  const revisions = await db
    .selectFrom('revision')
    .select(['content', 'received_at', 'sealed'])
    .where('response', '=', id)
    .orderBy('seq')
    .execute()
  const erased = await db.selectFrom('erasure').selectAll().where('response', '=', id).executeTakeFirst()
  const came = await db
    .selectFrom('quarantine')
    .selectAll()
    // As this server wrote it down: without spaces.
    .where('raw', 'like', `%"response":"${id.replaceAll(/[%_"\\]/g, '')}"%`)
    .orderBy('first_at')
    .execute()
  const aside = came.filter(({ raw }) => isIn(surveys, namedBy(raw)?.survey ?? ('' as SurveyId)))
  const photos = await db
    .selectFrom('attachment_use')
    .innerJoin('attachment', 'attachment.sha256', 'attachment_use.sha256')
    .select(['attachment.sha256', 'attachment.total', 'attachment.complete_at'])
    .where('attachment_use.response', '=', id)
    .orderBy('attachment.sha256')
    .execute()
  const returned = revisions.map(({ content, received_at: receivedAt, sealed }) => ({
    receivedAt,
    sealed: sealed === 1,
    revision: JSON.parse(content) as Revision,
  }))
  const survey =
    returned[0]?.revision.survey ?? erased?.survey ?? aside.flatMap(({ raw }) => namedBy(raw) ?? []).at(0)?.survey
  if (survey === undefined || !isIn(surveys, survey)) return null
  return {
    response: id,
    reference: referenceOf(id),
    survey,
    revisions: returned,
    aside: aside.map(({ reason, first_at: firstAt, raw }) => ({ reason, firstAt, came: JSON.parse(raw) as unknown })),
    photos: photos.map(({ sha256, total, complete_at: at }) => ({ sha256, bytes: at === null ? null : total })),
    erased: erased === undefined ? null : { at: erased.asked_at, reason: erased.reason },
  }
}

const listedHeld = async (db: Kysely<Tables>, id: RecipientId): Promise<ListedHeld> => {
  const row = await db.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const events = await db
    .selectFrom('recipient_event')
    .select(['kind', 'at', 'detail'])
    .where('recipient', '=', id)
    .orderBy('number')
    .execute()
  const links = await db
    .selectFrom('recipient_link')
    .select(['made_at as madeAt', 'ended_at as endedAt'])
    .where('recipient', '=', id)
    .orderBy('made_at')
    .execute()
  const draft = await db.selectFrom('recipient_draft').selectAll().where('recipient', '=', id).executeTakeFirst()
  const responses = await db
    .selectFrom('recipient_return')
    .select('response')
    .where('recipient', '=', id)
    .orderBy('noted_at')
    .execute()
  const { survey, unit, name, contact, email, language, strata, asked } = row
  return {
    recipient: id,
    survey,
    member: { id: unit, name, contact, email, language, strata: JSON.parse(strata) as unknown },
    asked: asked === 1,
    events,
    links,
    draft: draft === undefined ? null : { savedAt: draft.saved_at, content: JSON.parse(draft.content) as unknown },
    responses: responses.map(({ response }) => response),
  }
}

const versionsOf = async (db: Kysely<Tables>, held: readonly ResponseHeld[]): Promise<SubjectAccess['versions']> => {
  const ids = [...new Set(held.flatMap(({ revisions }) => revisions.map(({ revision }) => revision.version)))]
  if (ids.length === 0) return []
  return (await db.selectFrom('version').selectAll().where('id', 'in', ids).execute()).map(versionOf)
}
