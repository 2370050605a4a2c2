import type { Json } from '../../survey/json.ts'
import type { FrozenTables } from '../../tabulation/frozen.ts'
import type { DeviceDatabase } from '../database.ts'
import { otherFrame, versionFrame } from './entries.ts'
import type { StateFrame } from './worker/messages.ts'

/*
 * What is kept a second time besides returns, drafts and versions: rows of these tables, each under its table and key. A
 * row that is gone leaves a null. Steps of a design are not among them: it comes back as it stood, without its undo list.
 */
const shelves = [
  'designs',
  'versionsOut',
  'standings',
  'standingsOut',
  'deletedReturns',
  'erasures',
  'erasuresOut',
  'tablet',
  'keptLists',
  'frozenTables',
] as const satisfies readonly (keyof DeviceDatabase)[]

type Shelf = (typeof shelves)[number]

/** Forms of one freezing that are named in a frame: more would outgrow what the journal reads back. */
const mostCounted = 50_000

const isTooLong = (row: unknown): boolean => {
  const { counted } = (row ?? {}) as Partial<FrozenTables>
  return Array.isArray(counted) && counted.length > mostCounted
}

const nameOf = (shelf: Shelf, key: string): string => `${shelf}:${key}`

/** Keeps a row a second time as it now stands in the database. The database has it: where this fails, nobody is told. */
export const copyRow = async (database: DeviceDatabase, shelf: Shelf, key: string): Promise<void> => {
  try {
    const row: unknown = await database.table(shelf).get(key)
    if (isTooLong(row)) return
    const journal = await database.journal()
    await journal.append({ states: [otherFrame(nameOf(shelf, key), (row ?? null) as Json)] })
  } catch {
    // The next start copies all that there is.
  }
}

/** Keeps every row a second time: after a change of several shelves at once. Fails as quietly. */
export const copyShelves = async (database: DeviceDatabase): Promise<void> => {
  try {
    await (await database.journal()).append({ states: await shelfFrames(database) })
  } catch {
    // As above.
  }
}

/** Every row of every shelf, and the versions that are still to be sent. */
export const shelfFrames = async (database: DeviceDatabase): Promise<readonly StateFrame[]> => {
  const frames: StateFrame[] = []
  for (const shelf of shelves)
    await database.table<Json, string>(shelf).each((row, { primaryKey }) => {
      if (!isTooLong(row)) frames.push(otherFrame(nameOf(shelf, primaryKey), row))
    })
  const unsent = await database.versions.bulkGet(await database.versionsOut.toCollection().primaryKeys())
  return [...frames, ...unsent.flatMap((version) => (version === undefined ? [] : [versionFrame(version)]))]
}

/** The keys of the rows that the journal holds of a shelf. */
export const keysOf = (others: ReadonlyMap<string, Json>, shelf: Shelf): readonly string[] =>
  [...others].flatMap(([name, row]) =>
    name.startsWith(`${shelf}:`) && row !== null ? [name.slice(shelf.length + 1)] : [],
  )

/** Puts every row back that an emptied database has not got. */
export const putBackRows = (database: DeviceDatabase, others: ReadonlyMap<string, Json>): Promise<void> =>
  database.transaction(
    'rw',
    shelves.map((shelf) => database.table(shelf)),
    async () => {
      for (const shelf of shelves)
        for (const key of keysOf(others, shelf)) {
          const table = database.table(shelf)
          if ((await table.get(key)) !== undefined) continue
          const row = others.get(nameOf(shelf, key))
          await table.put(shelf === 'designs' ? { ...(row as object), position: 0 } : row)
        }
    },
  )
