import { type KeptDraft, openDatabase } from '../../../src/device/database.ts'
import { draftWriter } from '../../../src/device/draft-writer.ts'
import { deleteDraft } from '../../../src/device/drafts.ts'
import { listDrafts } from '../../../src/device/list-drafts.ts'
import { putBack } from '../../../src/device/journal/put-back.ts'
import type { Answers } from '../../../src/response/answers.ts'
import { begun, clock, newId, opened } from './open.ts'

const change = (answers: Answers) => ({ answers, page: 1, language: 'en' })

/** Begins a form and types a text, a key press after the other, without waiting. */
export const typeText = async (name: string, text: string) => {
  const database = await opened(name)
  const writer = draftWriter(database, await begun(name), clock)
  const saves = text.split('').map((_, end) => writer.save(change({ note: text.slice(0, end + 1) })))
  const saved = await Promise.all(saves)
  return { kinds: [...new Set(saved.map(({ kind }) => kind))], last: writer.last(), listed: await listDrafts(database) }
}

export const begin = (name: string) => begun(name)

export const list = async (name: string) => listDrafts(await opened(name))

export const remove = async (name: string, kept: KeptDraft) => deleteDraft(await opened(name), kept.draft.response)

/** Saves over the draft as this tab last saw it. */
export const saveOver = async (name: string, kept: KeptDraft, answers: Answers) =>
  draftWriter(await opened(name), kept, clock).save(change(answers))

/** Saves an answer of so many letters; gives only how it ended. */
export const saveLong = async (name: string, kept: KeptDraft, letters: number) => {
  const saved = await saveOver(name, kept, { note: 'x'.repeat(letters) })
  return { kind: saved.kind, reason: 'reason' in saved ? saved.reason : '' }
}

/** Saves one answer after the other with one writer, while the database refuses those that are named; then starts anew. */
export const saveThrough = async (name: string, notes: readonly string[], refused: readonly string[]) => {
  const database = await opened(name)
  await putBack(database, clock)
  const writer = draftWriter(database, await begun(name), clock)
  const original = Reflect.get(IDBObjectStore.prototype, 'put')
  IDBObjectStore.prototype.put = function (...given) {
    const note = (given[0] as Partial<KeptDraft>).draft?.answers['note']
    if (typeof note === 'string' && refused.includes(note)) throw new DOMException('Full', 'QuotaExceededError')
    return original.apply(this, given)
  }
  const kinds: string[] = []
  try {
    for (const note of notes) kinds.push((await writer.save(change({ note }))).kind)
  } finally {
    IDBObjectStore.prototype.put = original
  }
  const again = await openDatabase(name, newId)
  const sound = again.ok && again.sound
  await putBack(database, clock)
  return { kinds, sound, notes: (await listDrafts(database)).map(({ draft }) => draft.answers['note']) }
}
