import type { KeptDraft } from '../../../src/device/database.ts'
import { draftWriter } from '../../../src/device/draft-writer.ts'
import { deleteDraft } from '../../../src/device/drafts.ts'
import { listDrafts } from '../../../src/device/list-drafts.ts'
import type { Answers } from '../../../src/response/answers.ts'
import { begun, clock, opened } from './open.ts'

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
