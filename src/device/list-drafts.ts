import type { DeviceDatabase, KeptDraft } from './database.ts'

/** Every form that was begun and not returned, the one saved last first. */
export const listDrafts = async (database: DeviceDatabase): Promise<readonly KeptDraft[]> => {
  const drafts = await database.drafts.toArray()
  return drafts.sort((a, b) => b.draft.savedAt.localeCompare(a.draft.savedAt))
}
