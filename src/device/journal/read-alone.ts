import type { Revision, RevisionId } from '../../response/revision.ts'
import type { DeviceDatabase } from '../database.ts'
import { foldJournal } from './fold.ts'

/**
 * The returns that the journal alone holds: a person was told that they are kept, and the database could not keep them.
 * The next start puts them into it. Loaded when it is asked for; never throws.
 */
export const readAlone = async (database: DeviceDatabase): Promise<readonly Revision[]> => {
  try {
    const journal = await database.journal()
    const heads = [...foldJournal((await journal.read()) ?? []).returns.values()].filter(
      ({ stands }) => stands === 'alone',
    )
    if (heads.length === 0) return []
    const known = await knownTo(
      database,
      heads.map(({ id }) => id),
    )
    return await journal.bodies(heads.flatMap(({ id }) => (known.has(id) ? [] : [id])))
  } catch {
    return []
  }
}

/** Those that the database has, or had until somebody deleted them; none where it can't be read. */
const knownTo = async (
  { returns, deletedReturns }: DeviceDatabase,
  ids: readonly RevisionId[],
): Promise<ReadonlySet<RevisionId>> => {
  try {
    const kept = await returns.bulkGet([...ids])
    const deleted = await deletedReturns.bulkGet([...ids])
    return new Set(ids.filter((_, index) => kept[index] !== undefined || deleted[index] !== undefined))
  } catch {
    return new Set()
  }
}
