import { changeColumns } from '../../../src/device/change-columns.ts'
import { chunksOf } from '../../../src/device/column-chunks.ts'
import { eraseResponse } from '../../../src/device/erase.ts'
import { type OpenColumns, openColumns } from '../../../src/device/open-columns.ts'
import { returnsOf } from '../../../src/device/returns.ts'
import { compareColumns } from '../../../src/device/compare-columns.ts'
import { deleteReturn } from '../../../src/device/delete-return.ts'
import { forgetFetched } from '../../../src/device/sign-out.ts'
import type { Revision, RevisionId } from '../../../src/response/revision.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import { encodeSets } from '../../../src/tabulation/entry-columns.ts'
import type { KnownVersion } from '../../../src/tabulation/merge-versions.ts'
import { tablesTold } from '../../support/tables-told.ts'
import { numberReturns, putReturns, returnTables, unnumberReturns } from '../../../src/device/write-returns.ts'
import { clock, opened } from './open.ts'

const sizes = { fewest: 2, most: 3 }

const known = new Map<string, OpenColumns>()

/** What follows is compared with columns that were opened anew. */
export const startAnew = async (name: string): Promise<boolean> => known.delete(name)

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
    ...(tablesTold(fromChunks.columns.growing.sets) === told ? [] : ['from chunks']),
    ...(tablesTold(followed.columns.growing.sets) === told ? [] : ['followed']),
  ]
}

export const put = async (name: string, revisions: readonly Revision[], isNumbered = true): Promise<void> => {
  const database = await opened(name)
  await database.transaction('rw', returnTables(database), () =>
    putReturns(
      database,
      revisions.map((revision) => ({ revision, seq: isNumbered ? revision.deviceSequence : null })),
    ),
  )
}

/** Numbers returns as the server does, in the order given. */
export const number = async (name: string, ids: readonly RevisionId[]): Promise<void> => {
  const database = await opened(name)
  const last = (await database.returns.toArray()).reduce((most, { seq }) => Math.max(most, seq ?? 0), 0)
  await database.transaction('rw', returnTables(database), () =>
    numberReturns(
      database,
      ids.map((id, at) => ({ id, seq: last + at + 1 })),
    ),
  )
}

export const remove = async (name: string, id: RevisionId) => deleteReturn(await opened(name), id, 'a test', clock)

/** The server was restored: its numbers are no more. */
export const unnumber = async (name: string): Promise<void> => {
  const database = await opened(name)
  await database.transaction('rw', returnTables(database), () => unnumberReturns(database))
}

const cut = (): never => {
  throw new Error('cut off')
}

/** Begins to open the columns, and is cut off after the first part. */
export const cutOff = async (name: string, survey: SurveyId, versions: readonly KnownVersion[]): Promise<void> => {
  await openColumns(await opened(name), survey, versions, cut, sizes).catch(() => undefined)
}

/** Opens the columns while returns are written and one is taken out, in whatever order these come to pass. */
export const openMeanwhile = async (
  name: string,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  revisions: readonly Revision[],
  gone: Revision | null,
): Promise<void> => {
  const database = await opened(name)
  await Promise.all([
    openColumns(database, survey, versions, () => undefined, sizes),
    openColumns(database, survey, versions, () => undefined, sizes),
    put(name, revisions).then(() => (gone === null ? null : erase(name, gone))),
    openColumns(database, survey, versions, () => undefined, sizes),
  ])
}

/** Opens the columns, and takes a response out after its rows were read and before they are kept encoded. */
export const eraseWhileOpening = async (
  name: string,
  survey: SurveyId,
  versions: readonly KnownVersion[],
  gone: Revision,
): Promise<void> => {
  const database = await opened(name)
  const read = database.returns.bulkGet.bind(database.returns)
  const readThenErase = async (ids: RevisionId[]) => {
    const rows = await read(ids)
    Object.assign(database.returns, { bulkGet: read })
    await erase(name, gone)
    return rows
  }
  Object.assign(database.returns, { bulkGet: readThenErase })
  await openColumns(database, survey, versions, () => undefined, sizes)
}

/** The responses that are counted from chunks. */
export const countedFromChunks = async (
  name: string,
  survey: SurveyId,
  versions: readonly KnownVersion[],
): Promise<readonly string[]> => {
  const fromChunks = await openColumns(await opened(name), survey, versions, () => undefined, sizes)
  return fromChunks.ok ? fromChunks.columns.growing.sets[0].responses.toSorted() : []
}

/** What a later comparison finds, where rows were written that nobody noted, and then what is counted. */
export const compareLater = async (name: string, survey: SurveyId, days: number): Promise<boolean> =>
  compareColumns(await opened(name), survey, new Date(Date.now() + days * 24 * 60 * 60_000))

export const putUnnoted = async (name: string, revision: Revision): Promise<void> => {
  await (await opened(name)).returns.put({ revision, seq: null })
}

/** Whether chunks and notes are said to account for every return. */
export const isWhole = async (name: string, survey: SurveyId): Promise<boolean> =>
  (await (await opened(name)).columnStates.get(survey))?.isWhole === true

export const forget = async (name: string): Promise<void> => forgetFetched(await opened(name))

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
