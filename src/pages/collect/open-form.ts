import type { DeviceDatabase, KeptDraft } from '../../device/database.ts'
import { readDraft } from '../../device/drafts.ts'
import type { Clock } from '../../device/ports.ts'
import { type DraftWriter, draftWriter } from '../../device/draft-writer.ts'
import { readVersion } from '../../device/versions.ts'
import type { Filling } from '../../response/filling.ts'
import { pagedFor } from '../../response/paged-for.ts'
import type { ResponseId } from '../../response/revision.ts'
import type { Version } from '../../survey/version.ts'
import { type EngineParts, loadEngineParts } from './engine-parts.ts'
import { openRemarks, type Remarks } from './remarks.ts'

/** A draft with all that filling it in needs. */
export interface OpenForm {
  readonly kept: KeptDraft
  readonly version: Version
  readonly filling: Filling
  readonly writer: DraftWriter
  /** Null for families and links: only an interviewer makes any. */
  readonly remarks: Remarks | null
}

export type FormOpened = { readonly form: OpenForm; readonly parts: EngineParts } | { readonly reason: string }

/** Opens a draft in the version it was begun in. The reason, where it can't be opened, is a sentence. */
export const openForm = async (database: DeviceDatabase, response: ResponseId, clock: Clock): Promise<FormOpened> => {
  const [kept, parts] = await Promise.all([readDraft(database, response), loadEngineParts().catch(() => null)])
  if (kept === null) return { reason: 'It was sent or deleted already, or it was begun on another device.' }
  if (parts === null) return { reason: 'A part of the app is not on this device yet. Open it once with a network.' }
  const version = await readVersion(database, kept.draft.version)
  if (version === null) return { reason: 'The version of the survey that it was begun in is not on this device.' }
  // A version may come from another device: whatever it holds, it goes through the whitelist before it runs here.
  const opened = parts.openDefinition(version.definition)
  if (!opened.ok) return { reason: `The survey holds what cannot be opened here. ${opened.findings[0]?.reason ?? ''}` }
  const filling = parts.openFilling(pagedFor(version.definition, kept.draft.way), kept.draft.answers)
  const remarks = kept.draft.way === 'interviewer' ? openRemarks(kept.draft) : null
  return { form: { kept, version, filling, writer: draftWriter(database, kept, clock), remarks }, parts }
}
