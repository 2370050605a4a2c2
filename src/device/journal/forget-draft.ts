import type { DeviceDatabase, KeptDraft } from '../database.ts'
import { draftGoneFrame } from './entries.ts'

/** Takes a draft that was deleted out of the journal as well: its answers are to be nowhere. */
export const forgetDraft = async (database: DeviceDatabase, { draft, revision }: KeptDraft): Promise<void> => {
  const journal = await database.journal()
  await journal.append({ states: [draftGoneFrame(draft.response, revision)], clean: true })
}
