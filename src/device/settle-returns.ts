import { currentReturns } from '../response/current.ts'
import type { ResponseId, Revision, RevisionId } from '../response/revision.ts'
import { isSealed } from '../protocol/sealed-return.ts'
import type { DeviceDatabase, KeptReturn } from './database.ts'
import { inArrival } from './returns.ts'

/** Rows by their ids, which are in order. Where most of those between are wanted they are read in one go, ten times faster. */
export const readRows = async (
  database: DeviceDatabase,
  ids: readonly RevisionId[],
  isDense: boolean,
): Promise<readonly KeptReturn[]> => {
  const [first, last] = [ids[0], ids.at(-1)]
  if (!isDense || first === undefined || last === undefined)
    return (await database.returns.bulkGet([...ids])).flatMap((kept) => (kept === undefined ? [] : [kept]))
  const wanted = new Set(ids)
  const between = await database.returns.where(':id').between(first, last, true, true).toArray()
  return between.filter(({ revision }) => wanted.has(revision.id))
}

/**
 * The returns that count, of some rows. A response of which there is more than one return is settled over all of them.
 *
 * @param seen the responses of which a return was looked at before: those of these rows are added to it
 */
export const settleRows = async (
  database: DeviceDatabase,
  rows: readonly KeptReturn[],
  seen: Set<ResponseId>,
): Promise<readonly Revision[]> => {
  const byResponse = Map.groupBy(rows, ({ revision }) => revision.response)
  const single: Revision[] = []
  const several: ResponseId[] = []
  for (const [response, [kept, ...more]] of byResponse) {
    if (kept !== undefined && more.length === 0 && kept.revision.replaces === null && !seen.has(response))
      single.push(...readable([kept.revision]))
    else several.push(response)
    seen.add(response)
  }
  return [...single, ...(await settleAll(database, several))]
}

/** Of each response the return that counts, over all that there are of it; those that have none, or a sealed one, are left out. */
export const settleAll = async (
  database: DeviceDatabase,
  responses: readonly ResponseId[],
): Promise<readonly Revision[]> => {
  if (responses.length === 0) return []
  const rows = await database.returns
    .where('revision.response')
    .anyOf([...responses])
    .toArray()
  return settled(rows)
}

/** The same of rows that are all there are of their responses. */
export const settled = (rows: readonly KeptReturn[]): readonly Revision[] => readable(currentReturns(inArrival(rows)))

/** What is sealed can't be counted here. */
const readable = (returns: readonly Revision[]): readonly Revision[] => returns.filter((each) => !isSealed(each))
