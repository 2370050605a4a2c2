import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { KeptDraw } from '../../population/draw.ts'
import type { Ledger, Recipient, RecipientEvent, RecipientReturn } from '../../population/ledger.ts'
import type { Member } from '../../population/member.ts'
import type { SurveyId } from '../../survey/ids.ts'
import type { Tables } from '../tables.ts'
import type { LinkHolder, ListHeld } from './population-store.ts'

/** The whole list of a survey, in its order; null where there is none. */
export const readLedger = async (db: Kysely<Tables>, survey: SurveyId): Promise<Ledger | null> => {
  const list = await db.selectFrom('population').selectAll().where('survey', '=', survey).executeTakeFirst()
  if (list === undefined) return null
  const held = await readRecipients(db, (query) => query.where('recipient.survey', '=', survey))
  return {
    survey,
    closes: list.closes,
    mayAmend: list.may_amend === 1,
    mostReturns: list.most_each,
    draw: list.draw === null ? null : (JSON.parse(list.draw) as KeptDraw),
    recipients: held.map(({ recipient }) => recipient),
  }
}

/** Every list there is, and how many are named on it. */
export const listsHeld = async (db: Kysely<Tables>): Promise<readonly ListHeld[]> => {
  const rows = await db
    .selectFrom('recipient')
    .select(({ fn }) => ['survey', fn.countAll<number>().as('members')])
    .where('most_returns', 'is', null)
    .groupBy('survey')
    .orderBy('survey')
    .execute()
  return rows
}

type Filter = <O>(
  query: SelectQueryBuilder<Tables, 'recipient' | 'population', O>,
) => SelectQueryBuilder<Tables, 'recipient' | 'population', O>

/** Recipients with what happened to them: three queries, however many there are. */
export const readRecipients = async (db: Kysely<Tables>, filter: Filter): Promise<readonly LinkHolder[]> => {
  const from = filter(db.selectFrom('recipient').innerJoin('population', 'population.survey', 'recipient.survey'))
  const rows = await from
    .selectAll('recipient')
    .select(['population.closes', 'population.may_amend', 'population.most_each'])
    .orderBy('recipient.position')
    .orderBy('recipient.id')
    .execute()
  const events = await from
    .innerJoin('recipient_event', 'recipient_event.recipient', 'recipient.id')
    .select(['recipient_event.recipient', 'recipient_event.kind', 'recipient_event.at', 'recipient_event.detail'])
    .orderBy('recipient_event.number')
    .execute()
  // A response was returned when there is a return of it: the first to arrive says when. One whose time is over was
  // returned all the same: who was asked is not reminded, and the rate is what it was.
  const returns = await from
    .innerJoin('recipient_return', 'recipient_return.recipient', 'recipient.id')
    .leftJoin('revision', 'revision.response', 'recipient_return.response')
    .leftJoin('erasure', (join) =>
      join.onRef('erasure.response', '=', 'recipient_return.response').on('erasure.reason', '=', 'retention'),
    )
    .where((row) => row.or([row('revision.seq', 'is not', null), row('erasure.seq', 'is not', null)]))
    .select(({ fn }) => [
      'recipient_return.recipient',
      'recipient_return.response',
      'recipient_return.way',
      fn.coalesce(fn.min('revision.received_at'), 'recipient_return.noted_at').as('at'),
      fn.coalesce(fn.min('revision.seq'), fn.min('erasure.seq')).as('seq'),
    ])
    .groupBy([
      'recipient_return.recipient',
      'recipient_return.response',
      'recipient_return.way',
      'recipient_return.noted_at',
    ])
    .orderBy('seq')
    .execute()
  const eventsOf = Map.groupBy(events, ({ recipient }) => recipient)
  const returnsOf = Map.groupBy(returns, ({ recipient }) => recipient)
  return rows.map(({ id, survey, unit, name, contact, email, language, strata, asked, ...row }) => {
    const { closes, may_amend, most_each, most_returns } = row
    const recipient: Recipient = {
      recipient: id,
      id: unit,
      name,
      contact,
      email,
      language,
      strata: JSON.parse(strata) as Member['strata'],
      asked: asked === 1,
      open: most_returns !== null,
      mostReturns: most_returns ?? most_each,
      events: (eventsOf.get(id) ?? []).map(({ kind, at, detail }): RecipientEvent => ({ kind, at, detail })),
      returns: (returnsOf.get(id) ?? []).map(({ response, way, at }): RecipientReturn => ({
        response,
        way,
        at,
        late: isAfter(at, closes),
      })),
    }
    return { ledger: { survey, closes, mayAmend: may_amend === 1, mostReturns: most_each }, recipient }
  })
}

/** Whether a time is after the last day, which ends with that day in London. */
export const isAfter = (at: string, closes: string | null): boolean =>
  closes !== null && londonDay.format(new Date(at)) > closes

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
