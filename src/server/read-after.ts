import type { Kysely } from 'kysely'
import type { Revision } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { cutPage } from './cut-page.ts'
import type { Page } from './store.ts'
import type { Seen } from './access/seen.ts'
import type { Tables } from './tables.ts'

/** Of an erasure as JSON, about. */
const tombstoneCharacters = 200

/** One page of what was stored and erased after a number. An answer that goes while it is read is missed, not told. */
export const readAfter = async (
  db: Kysely<Tables>,
  after: number,
  limit: number,
  seen: Seen = seesAll,
): Promise<Page> => {
  const most = limit + 1
  const returns = returnsSeen(db, seen)
  const tombstones = erasuresSeen(db, seen)
  // Read first: whatever is numbered up to here can be seen already, so that what is passed over is asked for once.
  const upTo = seen.answers === 'all' ? null : await lastNumber(db)
  const returned = await returns
    .select(['seq', 'characters'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  const erased = await tombstones.select('seq').where('seq', '>', after).orderBy('seq').limit(most).execute()
  const sizes = [...returned, ...erased.map(({ seq }) => ({ seq, characters: tombstoneCharacters }))]
  const cut = cutPage(sizes.sort((a, b) => a.seq - b.seq).slice(0, most), limit)
  if (cut.last === null) return { revisions: [], erasures: [], more: false, ...(upTo === null ? {} : { upTo }) }
  const [revisions, erasures] = [
    await returns
      .select(['seq', 'content'])
      .where('seq', '>', after)
      .where('seq', '<=', cut.last)
      .orderBy('seq')
      .execute(),
    await tombstones.selectAll().where('seq', '>', after).where('seq', '<=', cut.last).orderBy('seq').execute(),
  ]
  return {
    revisions: revisions.map(({ seq, content }) => ({ seq, revision: JSON.parse(content) as Revision })),
    erasures: erasures.map(({ seq, response, survey, reason, asked_at: at }) => ({
      seq,
      erasure: { response, survey, at, reason },
    })),
    more: cut.more,
    ...(cut.more || upTo === null ? {} : { upTo }),
  }
}

const seesAll: Seen = { answers: 'all', device: null, erasures: 'all' }

const erasuresSeen = (db: Kysely<Tables>, { erasures }: Seen) => {
  const all = db.selectFrom('erasure')
  // PostgreSQL takes no empty list, and no survey is called nothing.
  return erasures === 'all' ? all : all.where('survey', 'in', erasures.length === 0 ? ['' as SurveyId] : erasures)
}

const returnsSeen = (db: Kysely<Tables>, { answers, device }: Seen) => {
  const all = db.selectFrom('revision')
  if (answers === 'all') return all
  // What a tablet has sealed, nobody reads on it again.
  if (answers.length === 0) return all.where('device', '=', device ?? '').where('sealed', '=', 0)
  return all.where((row) =>
    row.or([
      row('version', 'in', row.selectFrom('version').select('version.id').where('survey', 'in', answers)),
      ...(device === null ? [] : [row.and([row('device', '=', device), row('sealed', '=', 0)])]),
    ]),
  )
}

const lastNumber = async (db: Kysely<Tables>): Promise<number> => {
  const { value } = await db
    .selectFrom('counter')
    .select('value')
    .where('name', '=', 'revision')
    .executeTakeFirstOrThrow()
  return value
}
