import type { DeviceDatabase, KeptDraft } from '../../device/database.ts'
import { readDraft } from '../../device/drafts.ts'
import type { Clock } from '../../device/ports.ts'
import { type DraftWriter, draftWriter } from '../../device/draft-writer.ts'
import type { EarlyForm } from '../../device/read-form-early.ts'
import { readVersion } from '../../device/versions.ts'
import { pagedFor } from '../../response/paged-for.ts'
import type { ResponseId } from '../../response/revision.ts'
import { type WaitingFilling, waitingFilling } from '../../response/waiting-filling.ts'
import type { Version } from '../../survey/version.ts'
import { openRemarks, type Remarks } from './remarks.ts'

/** A draft with all that filling it in needs, but for the engine. */
export interface OpenForm {
  readonly kept: KeptDraft
  readonly version: Version
  readonly filling: WaitingFilling
  readonly writer: DraftWriter
  /** Null for families and links: only an interviewer makes any. */
  readonly remarks: Remarks | null
}

export type FormOpened = { readonly form: OpenForm } | { readonly reason: string }

/** Opens a draft in the version it was begun in. The reason, where it can't be opened, is a sentence. */
export const openForm = async (database: DeviceDatabase, response: ResponseId, clock: Clock): Promise<FormOpened> => {
  const kept = await readDraft(database, response)
  if (kept === null) return { reason: 'It was sent or deleted already, or it was begun on another device.' }
  const version = await readVersion(database, kept.draft.version)
  if (version === null) return { reason: 'The version of the survey that it was begun in is not on this device.' }
  return { form: formOf(database, { kept, version }, clock) }
}

/** A form of which all has been read already. */
export const formOf = (database: DeviceDatabase, { kept, version }: EarlyForm, clock: Clock): OpenForm => ({
  kept,
  version,
  filling: waitingFilling(pagedFor(version.definition, kept.draft.way), kept.draft),
  writer: draftWriter(database, kept, clock),
  remarks: kept.draft.way === 'interviewer' ? openRemarks(kept.draft) : null,
})
