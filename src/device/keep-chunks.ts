import type { RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { type ColumnChunk, withoutForms } from './column-chunks.ts'
import { newsOf, type Noted } from './column-news.ts'
import type { DeviceDatabase } from './database.ts'
import type { ColumnPlan } from './plan-columns.ts'
import { returnTables } from './write-returns.ts'

/*
 * What is encoded is kept only while the making that it belongs to stands: a server that was restored, or a person who
 * signed out, ends it. A full disk keeps nothing; the rows are there, and are read again the next time.
 */

/** Keeps a chunk of some returns, whose notes go. False where it was not kept. */
export const keepChunk = (
  database: DeviceDatabase,
  made: string,
  chunk: ColumnChunk,
  { slice, plan }: { readonly slice: readonly RevisionId[]; readonly plan: ColumnPlan },
): Promise<boolean> =>
  whileMade(database, made, chunk.survey, async () => {
    const news = await newsOf(database, chunk.survey)
    const since = news.filter(({ number }) => number > plan.upTo)
    const rows = await database.returns.bulkGet(since.map(({ revision }) => revision))
    // Taken out while it was encoded: it is not to be kept here after all.
    const gone = new Set(since.flatMap(({ response }, at) => (rows[at] === undefined ? [response] : [])))
    await database.columnChunks.put(withoutForms(chunk, gone))
    const taken = new Set(slice)
    const done = news.filter(({ number, revision }) => number <= plan.upTo && taken.has(revision))
    await database.columnNews.bulkDelete(done.map(({ number }) => number))
  })

/** Keeps in mind returns that are too few for a chunk. */
export const keepAsNews = (database: DeviceDatabase, made: string, looked: readonly Noted[]): Promise<boolean> => {
  const [first] = looked
  if (first === undefined) return Promise.resolve(true)
  return whileMade(database, made, first.survey, async () => {
    await database.columnNews.bulkAdd(looked.map(({ id, response, survey }) => ({ survey, response, revision: id })))
  })
}

/** Says that chunks and notes account for every return from now on. */
export const keepWhole = (database: DeviceDatabase, survey: SurveyId, made: string): Promise<boolean> =>
  whileMade(database, made, survey, async () => {
    await database.columnStates.update(survey, { isWhole: true })
  })

const whileMade = async (
  database: DeviceDatabase,
  made: string,
  survey: SurveyId,
  act: () => Promise<void>,
): Promise<boolean> => {
  try {
    return await database.transaction('rw', returnTables(database), async () => {
      if ((await database.columnStates.get(survey))?.made !== made) return false
      await act()
      return true
    })
  } catch {
    return false
  }
}
