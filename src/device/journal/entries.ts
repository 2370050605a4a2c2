import type { ResponseId, Revision, RevisionId } from '../../response/revision.ts'
import type { Json } from '../../survey/json.ts'
import type { Version } from '../../survey/version.ts'
import type { DeviceRow, KeptDraft } from '../database.ts'
import type { ReturnFrame, ReturnHead, StateFrame } from './worker/messages.ts'

/** What the journal holds of the device itself. */
export type JournalledDevice = Pick<DeviceRow, 'device' | 'sequence'>

/** A draft as it was last journalled, or which draft of that response is no more. */
export type JournalledDraft = { readonly kept: KeptDraft } | { readonly gone: RevisionId }

const json = (value: unknown): Json => value as Json

export const returnFrame = (revision: Revision, stands: ReturnHead['stands']): ReturnFrame => {
  const { id, response, device, deviceSequence } = revision
  return { id, response, device, deviceSequence, stands, revision: stands === 'taken-back' ? null : json(revision) }
}

const draftKey = (response: ResponseId): string => `draft:${response}`

export const draftFrame = (kept: KeptDraft): StateFrame => ({
  key: draftKey(kept.draft.response),
  value: json({ kept }),
})

export const draftGoneFrame = (response: ResponseId, revision: RevisionId): StateFrame => ({
  key: draftKey(response),
  value: json({ gone: revision }),
})

export const versionFrame = (version: Version): StateFrame => ({ key: `version:${version.id}`, value: json(version) })

export const deviceFrame = ({ device, sequence }: JournalledDevice): StateFrame => ({
  key: 'device',
  value: json({ device, sequence }),
})

/** One thing that another part of the device keeps here too: whether the tablet is locked, say. */
export const otherFrame = (name: string, value: Json): StateFrame => ({ key: `other:${name}`, value })
