import { changeColumns } from '../../../src/device/change-columns.ts'
import { chunksOf } from '../../../src/device/column-chunks.ts'
import { eraseResponse } from '../../../src/device/erase.ts'
import { type OpenColumns, openColumns } from '../../../src/device/open-columns.ts'
import { returnsOf } from '../../../src/device/returns.ts'
import type { Revision } from '../../../src/response/revision.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import { encodeSets } from '../../../src/tabulation/entry-columns.ts'
import type { KnownVersion } from '../../../src/tabulation/merge-versions.ts'
import { tablesTold } from '../../support/tables-told.ts'
import { clock, opened } from './open.ts'

const sizes = { fewest: 2, most: 3 }

const known = new Map<string, OpenColumns>()

/** What is told from chunks, and from columns that were changed as returns came, where it is not what the rows tell. */
export const differences = async (
  name: string,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  changed: readonly Revision['id'][],
): Promise<readonly string[]> => {
  const database = await opened(name)
  const encoded = encodeSets(versions, await returnsOf(database, survey))
  const fromChunks = await openColumns(database, survey, versions, () => undefined, sizes)
  if (!encoded.ok || !fromChunks.ok) return ['not encoded']
  const before = known.get(name) ?? fromChunks.columns
  const followed = await changeColumns(database, survey, versions, before, changed)
  if (!followed.ok) return ['not followed']
  known.set(name, followed.columns)
  const told = tablesTold(encoded.sets)
  return [
    ...(tablesTold(fromChunks.columns.sets) === told ? [] : ['from chunks']),
    ...(tablesTold(followed.columns.sets) === told ? [] : ['followed']),
  ]
}

export const put = async (name: string, revisions: readonly Revision[]): Promise<void> => {
  const database = await opened(name)
  await database.returns.bulkPut(revisions.map((revision) => ({ revision, seq: revision.deviceSequence })))
}

export const erase = async (name: string, { response, survey }: Pick<Revision, 'response' | 'survey'>) =>
  eraseResponse(await opened(name), { response, survey, reason: 'withdrawn' }, clock)

/** What the chunks hold, as text. */
export const chunksTold = async (name: string, survey: SurveyId): Promise<string> =>
  JSON.stringify(await chunksOf(await opened(name), survey))

/** Milliseconds to open the columns from chunks, and then to count one return more, so many times. */
export const timeChanges = async (
  name: string,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  times: number,
): Promise<{ readonly opening: number; readonly changes: readonly number[] }> => {
  const database = await opened(name)
  await openColumns(database, survey, versions)
  const started = performance.now()
  const columns = await openColumns(database, survey, versions)
  const opening = performance.now() - started
  const [some] = await database.returns.limit(1).toArray()
  if (!columns.ok || some === undefined) throw new Error('nothing to open')
  let before = columns.columns
  const changes: number[] = []
  for (let time = 0; time < times; time += 1) {
    const id = crypto.randomUUID() as Revision['id']
    const revision = { ...some.revision, id, response: id as string as Revision['response'] }
    await database.returns.add({ revision, seq: null })
    const from = performance.now()
    const changed = await changeColumns(database, survey, versions, before, [id])
    changes.push(performance.now() - from)
    if (changed.ok) before = changed.columns
  }
  return { opening, changes }
}
