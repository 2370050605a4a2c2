import type { DeviceDatabase, KeptDraft } from '../database.ts'
import { tidyAttachments } from '../attachments.ts'
import { draftGoneFrame } from './entries.ts'

/** Takes a draft that was deleted out of the journal as well, and the photos that were put into it: they are to be nowhere. */
export const forgetDraft = async (database: DeviceDatabase, { draft, revision }: KeptDraft): Promise<void> => {
  await tidyAttachments(database)
  const journal = await database.journal()
  await journal.append({ states: [draftGoneFrame(draft.response, revision)], clean: true })
}
