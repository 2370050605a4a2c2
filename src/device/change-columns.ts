import type { ResponseId, RevisionId } from '../response/revision.ts'
import { encodeSets } from '../tabulation/entry-columns.ts'
import { joinSets } from '../tabulation/join-columns.ts'
import type { KnownVersion } from '../tabulation/merge-versions.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase } from './database.ts'
import { type OpenColumns, type OpenedColumns, settleAll } from './open-columns.ts'

/**
 * Columns after some returns were written or taken out: only the responses they belong to are read again. What others
 * hold is copied as it is.
 */
export const changeColumns = async (
  database: DeviceDatabase,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  before: OpenColumns,
  changed: readonly RevisionId[],
): Promise<OpenedColumns> => {
  const [{ responses, revisions }] = before.sets
  const rows = await database.returns.bulkGet([...changed])
  const touched = new Set(
    changed.flatMap((id, at): readonly ResponseId[] => {
      const revision = rows[at]?.revision
      if (revision !== undefined) return revision.survey === survey ? [revision.response] : []
      const place = revisions.indexOf(id)
      return place < 0 ? [] : [responses[place] as ResponseId]
    }),
  )
  if (touched.size === 0) return { ok: true, columns: before }
  const counted = await settleAll(database, [...touched])
  const encoded = encodeSets(versions, counted)
  if (!encoded.ok) return encoded
  const gone = new Set(touched)
  for (const { response } of counted) gone.delete(response)
  return {
    ok: true,
    columns: {
      sets: joinSets([before.sets, encoded.sets], gone),
      lastReturn: counted.reduce<string | null>(
        (last, { returnedAt }) => (last === null || returnedAt > last ? returnedAt : last),
        before.lastReturn,
      ),
    },
  }
}
