import type { ResponseId, RevisionId } from '../response/revision.ts'
import { growing } from '../tabulation/append-columns.ts'
import { encodeSets } from '../tabulation/entry-columns.ts'
import { joinSets } from '../tabulation/join-columns.ts'
import type { KnownVersion } from '../tabulation/merge-versions.ts'
import type { SurveyId } from '../survey/ids.ts'
import type { DeviceDatabase, KeptReturn } from './database.ts'
import type { OpenColumns, OpenedColumns } from './open-columns.ts'
import { settled } from './settle-returns.ts'

/**
 * Columns after some returns were written or taken out: only the responses they belong to are read again. What others
 * hold is left as it is.
 */
export const changeColumns = async (
  database: DeviceDatabase,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  before: OpenColumns,
  changed: readonly RevisionId[],
): Promise<OpenedColumns> => {
  const [{ responses, revisions }] = before.growing.sets
  const responseOf = (id: RevisionId, kept: KeptReturn | undefined): readonly ResponseId[] => {
    if (kept !== undefined) return kept.revision.survey === survey ? [kept.revision.response] : []
    const place = revisions.indexOf(id)
    return place < 0 ? [] : [responses[place] as ResponseId]
  }
  const { touched, rows } = await database.transaction('r', database.returns, async () => {
    const kept = await database.returns.bulkGet([...changed])
    const of = new Set(changed.flatMap((id, at) => responseOf(id, kept[at])))
    return { touched: of, rows: of.size === 0 ? [] : await rowsOf(database, of) }
  })
  if (touched.size === 0) return { ok: true, columns: before }
  const counted = settled(rows)
  const encoded = encodeSets(versions, counted)
  if (!encoded.ok) return encoded
  const gone = new Set(touched)
  for (const { response } of counted) gone.delete(response)
  const lastReturn = counted.reduce<string | null>(
    (last, { returnedAt }) => (last === null || returnedAt > last ? returnedAt : last),
    before.lastReturn,
  )
  const next = areAmong(touched, responses)
    ? growing(joinSets([before.growing.sets, encoded.sets], gone))
    : before.growing.append(encoded.sets)
  return { ok: true, columns: { growing: next, lastReturn } }
}

const rowsOf = ({ returns }: DeviceDatabase, responses: ReadonlySet<ResponseId>): Promise<KeptReturn[]> =>
  returns
    .where('revision.response')
    .anyOf([...responses])
    .toArray()

/** So few are looked up one by one faster than a set is made. */
const few = 16

const areAmong = (some: ReadonlySet<ResponseId>, all: readonly ResponseId[]): boolean =>
  some.size <= few ? [...some].some((one) => all.includes(one)) : all.some((one) => some.has(one))
