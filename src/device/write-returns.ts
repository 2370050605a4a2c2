import type { RevisionId } from '../response/revision.ts'
import { forgetColumns, newsTables, type Noted, noteReturns } from './column-news.ts'
import type { DeviceDatabase, KeptReturn } from './database.ts'

/*
 * The one place that writes to `returns`: what is encoded for Results hears of it in the same transaction, and so never
 * falls behind, whatever is cut off.
 */

/** The tables of a transaction in which returns are written. */
export const returnTables = (database: DeviceDatabase) => [
  database.returns,
  database.columnChunks,
  ...newsTables(database),
]

/** Keeps returns. `changed`: those of them that were not here before, or take another place in the order of arrival. */
export const putReturns = async (
  database: DeviceDatabase,
  kept: readonly KeptReturn[],
  changed: readonly KeptReturn[] = kept,
): Promise<void> => {
  await database.returns.bulkPut([...kept])
  await noteReturns(
    database,
    changed.map(({ revision }) => revision),
  )
}

/** Takes returns out. What is in chunks of them is for the caller to forget, where it must be gone. */
export const deleteReturns = async (database: DeviceDatabase, gone: readonly Noted[]): Promise<void> => {
  await database.returns.bulkDelete(gone.map(({ id }) => id))
  await noteReturns(database, gone)
}

/** Notes the server's numbers. One that is not here is passed over. */
export const numberReturns = async (
  database: DeviceDatabase,
  numbered: readonly { readonly id: RevisionId; readonly seq: number | null }[],
): Promise<void> => {
  const rows = await database.returns.bulkGet(numbered.map(({ id }) => id))
  const kept = rows.flatMap((row, at): readonly KeptReturn[] => {
    const seq = numbered[at]?.seq ?? null
    return row === undefined || row.seq === seq ? [] : [{ ...row, seq }]
  })
  await putReturns(database, kept, kept.filter(isAmendment))
}

/** Of two that amend the same one the last to arrive counts: only they change what counts when they are numbered. */
export const isAmendment = ({ revision }: KeptReturn): boolean => revision.replaces !== null

/** Takes many returns out, with all that is encoded. */
export const forgetReturns = async (database: DeviceDatabase, ids: readonly RevisionId[]): Promise<void> => {
  await database.returns.bulkDelete([...ids])
  await forgetColumns(database)
}

/** Another server, or another life of it: its numbers are no more. */
export const unnumberReturns = async (database: DeviceDatabase): Promise<void> => {
  await database.returns.toCollection().modify({ seq: null })
  await forgetColumns(database)
}
