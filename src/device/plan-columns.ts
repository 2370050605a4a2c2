import type { ResponseId, RevisionId } from '../response/revision.ts'
import type { SurveyId } from '../survey/ids.ts'
import { chunksOf, type ColumnChunk, knownTo } from './column-chunks.ts'
import { newsOf, newsTables } from './column-news.ts'
import type { DeviceDatabase } from './database.ts'

/** What the columns of a survey are opened from. */
export interface ColumnPlan {
  readonly book: string
  readonly chunks: readonly ColumnChunk[]
  /** The returns whose rows are still to be read; one that was noted may be gone. */
  readonly fresh: readonly RevisionId[]
  /** The response of each that was noted. */
  readonly noted: ReadonlyMap<RevisionId, ResponseId>
  /** The number of the last note that it takes in. */
  readonly upTo: number
  /** The making of chunks that may be gone on with; null where nothing is to be kept. */
  readonly made: string | null
  /** Chunks and notes account for every return already. */
  readonly isWhole: boolean
  /** Most returns of the survey are to be read. */
  readonly isDense: boolean
}

/** By what was noted alone, without a look at which returns there are; null where that does not account for all. */
export const quickPlan = (database: DeviceDatabase, survey: SurveyId, book: string): Promise<ColumnPlan | null> =>
  database.transaction('r', [database.columnChunks, ...newsTables(database)], async () => {
    const state = await database.columnStates.get(survey)
    if (state?.isWhole !== true || state.book !== book) return null
    const [chunks, news] = await Promise.all([chunksOf(database, survey), newsOf(database, survey)])
    const noted = new Map(news.map(({ revision, response }) => [revision, response]))
    return {
      book,
      chunks,
      fresh: [...noted.keys()],
      noted,
      upTo: news.at(-1)?.number ?? 0,
      made: state.made,
      isWhole: true,
      isDense: false,
    }
  })

/** By comparing the returns that there are with those of the chunks. `isKept`: what comes of it is to be kept. */
export const comparePlan = async (
  database: DeviceDatabase,
  survey: SurveyId,
  book: string,
  isKept: boolean,
): Promise<ColumnPlan> => {
  // From here on what is written is noted: nothing can come between the look and the end.
  const made = isKept ? await begin(database, survey, book) : null
  const [ids, all] = await Promise.all([
    database.returns.where('revision.survey').equals(survey).primaryKeys(),
    chunksOf(database, survey),
  ])
  const there = new Set(ids)
  const chunks = all.filter((chunk) => isOf(chunk, book) && knownTo(chunk).every((id) => there.has(id)))
  const known = new Set(chunks.flatMap(knownTo))
  const fresh = ids.filter((id) => !known.has(id))
  if (made !== null)
    await database.columnChunks
      .bulkDelete(all.flatMap((chunk) => (chunks.includes(chunk) ? [] : [[survey, chunk.number] as const])))
      .catch(() => undefined)
  return {
    book,
    chunks,
    fresh,
    noted: new Map(),
    upTo: 0,
    made,
    isWhole: false,
    isDense: fresh.length * 2 > ids.length,
  }
}

/** A release before kept chunks in another form. */
const isOf = (chunk: ColumnChunk, book: string): boolean => chunk.book === book && chunk.uncounted !== undefined

const begin = async (database: DeviceDatabase, survey: SurveyId, book: string): Promise<string | null> => {
  const made = crypto.getRandomValues(new Uint32Array(4)).join('-')
  try {
    await database.transaction('rw', newsTables(database), async () => {
      await database.columnNews.where('survey').equals(survey).delete()
      await database.columnStates.put({ survey, book, made, isWhole: false, comparedAt: new Date().toISOString() })
    })
    return made
  } catch {
    // A full disk: the rows are there, and are read again the next time.
    return null
  }
}
