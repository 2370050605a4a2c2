import type { SurveyId } from '../survey/ids.ts'
import { chunksOf, knownTo } from './column-chunks.ts'
import { newsOf } from './column-news.ts'
import type { DeviceDatabase } from './database.ts'
import { returnTables } from './write-returns.ts'

/** Milliseconds between two comparisons. */
const comparedEvery = 24 * 60 * 60_000

/**
 * Once a day, when nobody waits for it: whether chunks and notes account for every return that is there, and for none
 * that is not. Where they do not they are not believed any more, and false is told: open the columns again.
 */
export const compareColumns = async (database: DeviceDatabase, survey: SurveyId, now: Date): Promise<boolean> => {
  const state = await database.columnStates.get(survey)
  if (state?.isWhole !== true || now.getTime() - Date.parse(state.comparedAt) < comparedEvery) return true
  // What is written meanwhile may make a difference that is none: then it is looked at again, with writers held back.
  if (!(await isSame(database, survey)))
    return database.transaction('rw', returnTables(database), async () => {
      const same = await isSame(database, survey)
      if (same) await database.columnStates.update(survey, { comparedAt: now.toISOString() })
      else await database.columnStates.delete(survey)
      return same
    })
  await database.columnStates.update(survey, { comparedAt: now.toISOString() })
  return true
}

const isSame = async (database: DeviceDatabase, survey: SurveyId): Promise<boolean> => {
  const there = await database.returns.where('revision.survey').equals(survey).primaryKeys()
  const chunks = await chunksOf(database, survey)
  const news = await newsOf(database, survey)
  const noted = new Set(news.map(({ revision }) => revision))
  const known = new Set(chunks.flatMap(knownTo))
  const ids = new Set(there)
  return there.every((id) => known.has(id) || noted.has(id)) && [...known].every((id) => ids.has(id) || noted.has(id))
}
