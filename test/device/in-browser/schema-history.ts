import { Dexie } from 'dexie'
import { openDatabase } from '../../../src/device/database.ts'
import { newId } from './open.ts'

type Tables = { readonly [table: string]: string }

/** Each form of the database that a release had, by what it added. There was no form 4. */
const released: readonly (readonly [version: number, tables: Tables])[] = [
  [
    1,
    {
      meta: 'key',
      drafts: 'draft.response',
      returns: 'revision.id, revision.survey, revision.device, revision.response',
      outbox: 'id',
      keptAside: 'id',
      versions: 'id, survey',
    },
  ],
  [
    2,
    {
      designs: 'id',
      designSteps: '[survey+step]',
      standings: 'survey',
      versionsOut: 'id',
      standingsOut: 'standing.id, standing.survey',
    },
  ],
  [3, { keptLists: 'id' }],
  [5, { coveredSegments: 'segment', deletedReturns: 'id' }],
  [6, { attachments: 'sha256, *responses, standing' }],
  [7, { erasures: 'response, survey', erasuresOut: 'response' }],
  [8, { tablet: 'key' }],
  [9, { frozenTables: 'id, survey', columnChunks: '[survey+number]' }],
  [10, { invitations: 'key', ledgers: 'survey' }],
  [
    11,
    {
      returns: 'revision.id, revision.survey, revision.device, revision.response, [revision.survey+revision.replaces]',
    },
  ],
  [12, { layouts: 'survey' }],
  [13, { columnStates: 'survey', columnNews: '++number, survey' }],
]

export const releasedVersions = async (): Promise<readonly number[]> => released.map(([version]) => version)

/** Writes a database as that release did, with one return in it that was not sent. */
export const writeAs = async (name: string, release: number): Promise<void> => {
  const database = new Dexie(name)
  for (const [version, tables] of released) if (version <= release) database.version(version).stores(tables)
  await database.open()
  await database.table('outbox').put({ id: 'unsent', attempts: 2 })
  database.close()
}

/** Opens it as this release does: its tables with their keys and indexes, and what waits to be sent. */
export const openedNow = async (name: string) => {
  const opening = await openDatabase(name, newId)
  if (!opening.ok) throw new Error(opening.reason)
  const { database } = opening
  const raw = database.backendDB()
  const stores = [...raw.objectStoreNames]
  const reading = raw.transaction(stores)
  const tables = stores.map((store) => {
    const { keyPath, autoIncrement, indexNames } = reading.objectStore(store)
    const indexes = [...indexNames].map((index) => {
      const { keyPath: path, multiEntry, unique } = reading.objectStore(store).index(index)
      return { path, multiEntry, unique }
    })
    return { store, keyPath, autoIncrement, indexes }
  })
  const found = { version: raw.version, tables, outbox: await database.outbox.toArray() }
  database.close()
  return found
}
