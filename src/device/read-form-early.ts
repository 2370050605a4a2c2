import type { ResponseId } from '../response/revision.ts'
import type { VersionId } from '../survey/ids.ts'
import type { Version } from '../survey/version.ts'
import type { DeviceRow, KeptDraft } from './database.ts'
import { agrees, readSentinel } from './journal/sentinel.ts'

/** A draft and the version that it was begun in, as they lie in the database. */
export interface EarlyForm {
  readonly kept: KeptDraft
  readonly version: Version
}

/**
 * Reads one form before Dexie has opened the database, in one transaction, while scripts are still on their way: what is
 * needed to draw its first question. Null where there is anything to settle first: no such draft or version, a tablet
 * that is locked for a family, a database that the browser has emptied. Never throws, writes nothing, makes nothing.
 */
export const readFormEarly = async (name: string, response: ResponseId): Promise<EarlyForm | null> => {
  try {
    const database = await open(name)
    try {
      return await readForm(name, database, response)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

const readForm = async (name: string, database: IDBDatabase, response: ResponseId): Promise<EarlyForm | null> => {
  const hasTablet = database.objectStoreNames.contains('tablet')
  const stores = database.transaction(['meta', 'drafts', 'versions', ...(hasTablet ? ['tablet'] : [])])
  const [row, lock, kept] = await Promise.all([
    got<DeviceRow>(stores.objectStore('meta').get('this')),
    hasTablet ? got<unknown>(stores.objectStore('tablet').get('lock')) : undefined,
    got<KeptDraft>(stores.objectStore('drafts').get(response)),
  ])
  if (row === undefined || lock !== undefined || kept === undefined || !agrees(readSentinel(name), row)) return null
  const version = await got<Version>(stores.objectStore('versions').get(kept.draft.version satisfies VersionId))
  return version === undefined ? null : { kept, version }
}

const open = (name: string): Promise<IDBDatabase> => {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>()
  const opening = indexedDB.open(name)
  // There is none yet: an empty one of version 1 would stand in Dexie's way.
  opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
  opening.addEventListener('success', () => resolve(opening.result))
  opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
  return promise
}

const got = <Row>(asking: IDBRequest): Promise<Row | undefined> => {
  const { promise, resolve, reject } = Promise.withResolvers<Row | undefined>()
  asking.addEventListener('success', () => resolve(asking.result as Row | undefined))
  asking.addEventListener('error', () => reject(asking.error ?? new Error('The database cannot be read')))
  return promise
}
