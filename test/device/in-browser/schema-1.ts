import type { KeptDraft, KeptReturn } from '../../../src/device/database.ts'
import { listDrafts } from '../../../src/device/list-drafts.ts'
import { listDesigns, listLive } from '../../../src/device/list-designs.ts'
import { readOutbox } from '../../../src/device/outbox.ts'
import { returnsOf } from '../../../src/device/returns.ts'
import type { Version } from '../../../src/survey/version.ts'
import { opened } from './open.ts'

/** What a database of the first release holds. */
export interface OfSchema1 {
  readonly draft: KeptDraft
  readonly returned: KeptReturn
  readonly version: Version
}

/**
 * Writes a database as the first release made it, without a line of what makes it now: Dexie's version 1 is the
 * browser's 10.
 */
export const writeSchema1 = async (name: string, { draft, returned, version }: OfSchema1) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const request = indexedDB.open(name, 10)
  request.addEventListener('error', () => reject(new Error('The database could not be made')))
  request.addEventListener('upgradeneeded', () => {
    const { result } = request
    result.createObjectStore('meta', { keyPath: 'key' })
    result.createObjectStore('drafts', { keyPath: 'draft.response' })
    const returns = result.createObjectStore('returns', { keyPath: 'revision.id' })
    for (const index of ['revision.survey', 'revision.device', 'revision.response']) returns.createIndex(index, index)
    result.createObjectStore('outbox', { keyPath: 'id' })
    result.createObjectStore('keptAside', { keyPath: 'id' })
    result.createObjectStore('versions', { keyPath: 'id' }).createIndex('survey', 'survey')
  })
  request.addEventListener('success', () => {
    const { result } = request
    const transaction = result.transaction([...result.objectStoreNames], 'readwrite')
    const put = (store: string, row: object) => transaction.objectStore(store).put(row)
    const { id, device, deviceSequence } = returned.revision
    put('meta', {
      key: 'this',
      device,
      sequence: deviceSequence,
      server: 'a server',
      epoch: 'first',
      cursor: 4,
      exchange: { lastSuccess: null, failure: null, backOff: { failures: 0, tryAgainAt: null }, batch: 100 },
    })
    put('drafts', draft)
    put('returns', returned)
    put('outbox', { id, deviceSequence, bytes: 900, attempts: 2 })
    put('versions', version)
    transaction.addEventListener('complete', () => {
      result.close()
      resolve()
    })
  })
  return promise
}

/** What this release finds in it. */
export const found = async (name: string, version: Version) => {
  const database = await opened(name)
  return {
    device: await database.meta.get('this'),
    drafts: await listDrafts(database),
    returns: await returnsOf(database, version.survey),
    outbox: await database.outbox.toArray(),
    toSend: (await readOutbox(database)).toSend,
    live: await listLive(database),
    designs: await listDesigns(database),
  }
}
