import type { KeptDraft } from '../../../src/device/database.ts'
import { carryOut } from '../../../src/device/carry-out.ts'
import { readCorrectable } from '../../../src/device/correctable.ts'
import { eraseResponse } from '../../../src/device/erase.ts'
import { findByReference } from '../../../src/device/find-by-reference.ts'
import { draftFrame } from '../../../src/device/journal/entries.ts'
import { putBack } from '../../../src/device/journal/put-back.ts'
import { rememberSealTo } from '../../../src/device/remembered-seal.ts'
import { keepSealTo } from '../../../src/device/seal-to.ts'
import { takeIn } from '../../../src/device/take-in.ts'
import { referenceOf, type Revision } from '../../../src/response/revision.ts'
import { clock, opened } from './open.ts'

/** Enrols the tablet, by an earlier release that knew of no key, and has the server name one. */
export const enrol = async (name: string, sealTo: string) => {
  const database = await opened(name)
  const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  await database.tablet.put({ key: 'enrolment', name: 'Blue 3', server: 'here', privateKey, behind: 0 })
  await keepSealTo(database, sealTo)
}

/** Gives the tablet a key that is none. */
export const enrolWrongly = async (name: string) => {
  await enrol(name, 'AAAA')
  rememberSealTo(name, 'AAAA')
}

/** All that this browser keeps: every row of the database, every file of the origin, what localStorage holds. */
export const everything = async (name: string): Promise<string> => {
  const database = await opened(name)
  const rows = await Promise.all(database.tables.map((table) => table.toArray()))
  const parts = [JSON.stringify(rows), JSON.stringify(Object.entries(localStorage))]
  const read = async (folder: FileSystemDirectoryHandle): Promise<void> => {
    for await (const handle of folder.values()) {
      if (handle instanceof FileSystemDirectoryHandle) await read(handle)
      else if (handle instanceof FileSystemFileHandle) parts.push(await (await handle.getFile()).text())
    }
  }
  await read(await navigator.storage.getDirectory())
  return parts.join('\n')
}

/** Writes the draft into the journal, as every save of a form does. */
export const journalDraft = async (name: string, kept: KeptDraft) =>
  (await (await opened(name)).journal()).append({ states: [draftFrame(kept)] })

/** Empties the database, as Chromium may. */
export const empty = async (name: string) => {
  const database = await opened(name)
  ;(await database.journal()).close()
  await database.delete()
}

export const restore = async (name: string) => {
  const database = await opened(name)
  await putBack(database, clock)
  const kept = await database.returns.toArray()
  return { returns: kept.map(({ revision }) => revision), waiting: await database.outbox.count() }
}

export const carry = async (name: string) => carryOut(await opened(name), 'unsent')

export const take = async (name: string, text: string) => {
  const database = await opened(name)
  const taken = await takeIn(database, text)
  const kept = await database.returns.toArray()
  return { taken, returns: kept.map(({ revision }) => revision) }
}

export const correctable = async (name: string, { response }: Revision) => readCorrectable(await opened(name), response)

/** Takes it out by its reference: what was found, and what is left. */
export const takeOut = async (name: string, { response }: Revision) => {
  const database = await opened(name)
  const [found] = await findByReference(database, referenceOf(response))
  if (found === undefined) return null
  const erased = await eraseResponse(database, { ...found, reason: 'withdrawn' }, clock)
  return { found, erased, returns: await database.returns.count(), waiting: await database.outbox.count() }
}
