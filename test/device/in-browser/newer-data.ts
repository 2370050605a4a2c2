import type { KeptDraft } from '../../../src/device/database.ts'
import { openDatabase, thisDevice } from '../../../src/device/database.ts'
import { draftWriter } from '../../../src/device/draft-writer.ts'
import type { Answers } from '../../../src/response/answers.ts'
import { clock, newId, opened } from './open.ts'

/** What the browser calls Dexie's version of a release that is far ahead. */
const farAhead = 9_990

const open = (name: string, version?: number, upgrade?: (request: IDBOpenDBRequest) => void): Promise<IDBDatabase> => {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>()
  const request = indexedDB.open(name, version)
  request.addEventListener('upgradeneeded', () => upgrade?.(request))
  request.addEventListener('success', () => resolve(request.result))
  request.addEventListener('error', (event) => {
    event.preventDefault()
    reject(new Error('It does not open'))
  })
  return promise
}

/** Takes the database on as a newer release would: with a table that this one does not know. */
export const upgrade = async (name: string) => {
  const database = await open(name, farAhead, ({ result }) => void result.createObjectStore('later'))
  database.close()
}

/** Begins the same and never comes to its end. */
export const upgradeHalfWay = async (name: string) => {
  await open(name, farAhead, ({ result, transaction }) => {
    result.deleteObjectStore('returns')
    transaction?.abort()
  }).catch(() => undefined)
}

/** Says in the one row that what is in the tables is of a newer release. */
export const markNewer = async (name: string) => {
  const database = await opened(name)
  await database.meta.put({ ...(await thisDevice(database)), appSchema: 999 })
}

export const openAnew = async (name: string) => {
  const result = await openDatabase(name, newId)
  return result.ok ? { ok: true } : result
}

export const saveOver = async (name: string, kept: KeptDraft, answers: Answers) =>
  draftWriter(await opened(name), kept, clock).save({ answers, page: 0, language: 'en' })

export const countReturns = async (name: string) => {
  const database = await open(name)
  const { promise, resolve } = Promise.withResolvers<number>()
  const counting = database.transaction('returns').objectStore('returns').count()
  counting.addEventListener('success', () => resolve(counting.result))
  const count = await promise
  database.close()
  return count
}

export const shut = async (name: string) => (await opened(name)).close()

/** Closes the connection itself, as the browser does when its storage process dies. */
export const closeUnder = async (name: string) => {
  const database = (await opened(name)).backendDB()
  database.close()
}
