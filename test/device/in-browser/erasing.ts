import { startAmendment, startDraft } from '../../../src/device/drafts.ts'
import { countErased, eraseResponse } from '../../../src/device/erase.ts'
import { findByReference } from '../../../src/device/find-by-reference.ts'
import { referenceOf, type Revision } from '../../../src/response/revision.ts'
import { saveDraft } from '../../../src/device/save-draft.ts'
import type { Answers } from '../../../src/response/answers.ts'
import type { FrozenTables } from '../../../src/tabulation/frozen.ts'
import type { Version } from '../../../src/survey/version.ts'
import { clock, newId, opened } from './open.ts'

type Of = Pick<Revision, 'response' | 'survey'>

export const erase = async (name: string, { response, survey }: Of) =>
  eraseResponse(await opened(name), { response, survey, reason: 'withdrawn' }, clock)

export const find = async (name: string, { response }: Of) => {
  const found = await findByReference(await opened(name), referenceOf(response))
  return found.map(({ state }) => state)
}

export const count = async (name: string, { survey }: Of) => countErased(await opened(name), survey)

/** Keeps something among the frozen tables of the survey. */
export const freeze = async (name: string, { survey }: Of): Promise<void> => {
  const frozen = { id: newId(), survey, at: clock().toISOString(), title: '1 of 1' }
  await (await opened(name)).frozenTables.put(frozen as unknown as FrozenTables)
}

/** Begins a change to what was returned, and leaves it as a draft. */
export const beginChange = async (name: string, revision: Revision) =>
  startAmendment(await opened(name), revision, {}, clock, newId)

/** All that this profile holds under that name, as text: the database, the journal. */
export const everything = async (name: string): Promise<string> => {
  const database = await opened(name)
  const rows = await Promise.all(database.tables.map((table) => table.toArray()))
  return JSON.stringify(rows) + (await filesIn(await navigator.storage.getDirectory(), name))
}

const filesIn = async (folder: FileSystemDirectoryHandle, of: string): Promise<string> => {
  let text = ''
  for await (const [name, entry] of folder.entries()) {
    if (entry instanceof FileSystemFileHandle) text += await (await entry.getFile()).text()
    else if (entry instanceof FileSystemDirectoryHandle && (of === '' || name.endsWith(`-${of}`)))
      text += await filesIn(entry, '')
  }
  return text
}

/** How many erasures the server is still to be asked for. */
export const toAsk = async (name: string) => (await opened(name)).erasuresOut.count()

/** Begins a form of a version, with a few answers, and leaves it. */
export const beginForm = async (name: string, { id: version, survey }: Version, answers: Answers) => {
  const database = await opened(name)
  const started = await startDraft(database, { survey, version, way: 'family', language: 'en' }, clock, newId)
  if (!started.ok) throw new Error(started.reason)
  const saved = await saveDraft(database, started.kept, { answers, page: 0, language: 'en' }, clock)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return saved.kept.draft
}
