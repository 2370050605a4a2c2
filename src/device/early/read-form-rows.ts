/** What the first page of a form is drawn from, as it lies in the database; each undefined where it is not there. */
export interface FormRows {
  /** The one row of `meta`. */
  readonly device: unknown
  /** What the tablet is locked to. */
  readonly lock: unknown
  readonly kept: unknown
  readonly version: unknown
}

/**
 * Reads the rows of one form without Dexie, in one transaction: by a page before its scripts have run, or by the service
 * worker before there is a page. Writes nothing, makes nothing.
 *
 * @throws where there is no such database, or it has not the tables
 */
export const readFormRows = async (name: string, response: string): Promise<FormRows> => {
  const database = await open(name)
  try {
    const hasTablet = database.objectStoreNames.contains('tablet')
    const stores = database.transaction(['meta', 'drafts', 'versions', ...(hasTablet ? ['tablet'] : [])])
    const [device, lock, kept] = await Promise.all([
      got(stores.objectStore('meta').get('this')),
      hasTablet ? got(stores.objectStore('tablet').get('lock')) : undefined,
      got(stores.objectStore('drafts').get(response)),
    ])
    const version = (kept as { readonly draft?: { readonly version?: unknown } } | undefined)?.draft?.version
    return {
      device,
      lock,
      kept,
      version: typeof version === 'string' ? await got(stores.objectStore('versions').get(version)) : undefined,
    }
  } finally {
    database.close()
  }
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

const got = (asking: IDBRequest): Promise<unknown> => {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  asking.addEventListener('success', () => resolve(asking.result))
  asking.addEventListener('error', () => reject(asking.error ?? new Error('The database cannot be read')))
  return promise
}
