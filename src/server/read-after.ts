import type { Kysely } from 'kysely'
import type { Revision } from '../response/revision.ts'
import { cutPage } from './cut-page.ts'
import type { Page } from './store.ts'
import type { Tables } from './tables.ts'

/** Of an erasure as JSON, about. */
const tombstoneCharacters = 200

/** One page of what was stored and erased after a number. An answer that goes while it is read is missed, not told. */
export const readAfter = async (db: Kysely<Tables>, after: number, limit: number): Promise<Page> => {
  const most = limit + 1
  const returned = await db
    .selectFrom('revision')
    .select(['seq', 'characters'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  const erased = await db
    .selectFrom('erasure')
    .select('seq')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(most)
    .execute()
  const sizes = [...returned, ...erased.map(({ seq }) => ({ seq, characters: tombstoneCharacters }))]
  const cut = cutPage(sizes.sort((a, b) => a.seq - b.seq).slice(0, most), limit)
  if (cut.last === null) return { revisions: [], erasures: [], more: false }
  const [revisions, erasures] = [
    await db
      .selectFrom('revision')
      .select(['seq', 'content'])
      .where('seq', '>', after)
      .where('seq', '<=', cut.last)
      .orderBy('seq')
      .execute(),
    await db
      .selectFrom('erasure')
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '<=', cut.last)
      .orderBy('seq')
      .execute(),
  ]
  return {
    revisions: revisions.map(({ seq, content }) => ({ seq, revision: JSON.parse(content) as Revision })),
    erasures: erasures.map(({ seq, response, survey, reason, asked_at: at }) => ({
      seq,
      erasure: { response, survey, at, reason },
    })),
    more: cut.more,
  }
}
