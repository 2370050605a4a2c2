import { type AttachmentAnswer, attachmentPartLimits, protocolVersion } from '../protocol/messages.ts'
import type { Refusal } from '../protocol/refusals.ts'
import { sha256Pattern } from '../response/attachment.ts'
import { readImageHeader } from '../response/image-header.ts'
import type { AttachmentHeld, Store } from './store.ts'

export type Received =
  | { readonly ok: true; readonly answer: AttachmentAnswer }
  | { readonly ok: false; readonly refused: Refusal }

const refused = (refused: Refusal): Received => ({ ok: false, refused })

/** What was sent to the address of an attachment. */
export interface SentPart {
  readonly sha256: string
  /** Null where the address does not give a whole number. */
  readonly offset: number | null
  readonly total: number | null
  readonly body: unknown
}

/** Takes in the next part of a photo or drawing, and says how far it has come once that is on disk. */
export const receivePart = async (store: Store, { sha256, offset, total, body }: SentPart): Promise<Received> => {
  if (!sha256Pattern.test(sha256)) return refused('unknown-attachment')
  if (!(body instanceof Uint8Array) || body.length === 0 || offset === null || total === null)
    return refused('bad-part')
  if (body.length > attachmentPartLimits.part || total > attachmentPartLimits.bytes) return refused('part-too-large')
  if (offset + body.length > total) return refused('bad-part')
  const type = offset === 0 ? (readImageHeader(body)?.type ?? null) : null
  if (offset === 0 && type !== 'image/jpeg' && type !== 'image/png') return refused('not-a-picture')
  const isKept = type === 'image/jpeg' || type === 'image/png'
  const kept = await store.keepPart({ sha256, offset, total, type: isKept ? type : null, bytes: body })
  switch (kept.kind) {
    case 'held':
      return { ok: true, answer: answerOf(store, sha256, kept.held) }
    case 'unknown':
      return refused('unknown-attachment')
    case 'changed':
      return refused('attachment-changed')
    default:
      return kept satisfies never
  }
}

/** How far a photo or drawing has come. */
export const tellAttachment = async (store: Store, sha256: string): Promise<Received> => {
  const held = sha256Pattern.test(sha256) ? await store.attachment(sha256) : null
  return held === null ? refused('unknown-attachment') : { ok: true, answer: answerOf(store, sha256, held) }
}

const answerOf = (store: Store, sha256: string, held: AttachmentHeld): AttachmentAnswer => ({
  protocol: protocolVersion,
  ...store.identity,
  sha256,
  ...held,
})
