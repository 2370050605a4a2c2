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
import type { WhyNotOpen } from './cannot-open.tsx'
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

export type FormOpened = { readonly form: OpenForm } | { readonly why: WhyNotOpen }

/** Opens a draft in the version it was begun in. */
export const openForm = async (database: DeviceDatabase, response: ResponseId, clock: Clock): Promise<FormOpened> => {
  const kept = await readDraft(database, response)
  if (kept === null) return { why: 'openGone' }
  const version = await readVersion(database, kept.draft.version)
  if (version === null) return { why: 'openNoVersion' }
  const form = formOrNull(database, { kept, version }, clock)
  return form === null ? { why: 'openNotReadable' } : { form }
}

/** A form of which all has been read already; null where its survey is none. */
export const formOrNull = (database: DeviceDatabase, early: EarlyForm, clock: Clock): OpenForm | null => {
  try {
    return formOf(database, early, clock)
  } catch {
    return null
  }
}

const formOf = (database: DeviceDatabase, { kept, version }: EarlyForm, clock: Clock): OpenForm => ({
  kept,
  version,
  filling: waitingFilling(pagedFor(version.definition, kept.draft.way), kept.draft),
  writer: draftWriter(database, kept, clock),
  remarks: kept.draft.way === 'interviewer' ? openRemarks(kept.draft) : null,
})
