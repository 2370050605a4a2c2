import { type AttachmentAnswer, attachmentPartLimits } from '../protocol/messages.ts'
import { readAttachmentAnswer } from '../protocol/read-attachment-answer.ts'
import { sha256OfBytes } from '../survey/sha256.ts'
import { askServer } from './ask-server.ts'
import type { KeptAttachment } from './attachments.ts'
import type { DeviceDatabase } from './database.ts'
import type { Clock, Fetch } from './ports.ts'
import type { ExchangeFailure } from './sync-state.ts'

type Ports = { readonly fetch: Fetch; readonly clock: Clock }

/**
 * Sends the photos and drawings of returns that the server has acknowledged, each from where it stopped. One that the
 * server refuses does not hold up the others; without a server none is tried after the first. Null when all is sent.
 */
export const sendAttachments = async (database: DeviceDatabase, ports: Ports): Promise<ExchangeFailure | null> => {
  let first: ExchangeFailure | null = null
  for (const sha256 of await database.attachments.where('standing').equals('to-send').primaryKeys()) {
    const kept = await database.attachments.get(sha256)
    if (kept === undefined || !(await isAcknowledged(database, kept))) continue
    const failure = await sendOne(database, kept, ports)
    first ??= failure
    if (failure !== null && failure.kind !== 'refused') break
  }
  return first
}

/** Whether the server has a return that may name it. The server takes in no other, and says so. */
const isAcknowledged = async (
  { returns, outbox, keptAside }: DeviceDatabase,
  { responses }: KeptAttachment,
): Promise<boolean> => {
  const ids = await returns
    .where('revision.response')
    .anyOf([...responses])
    .primaryKeys()
  const waiting = await outbox.bulkGet(ids)
  const aside = await keptAside.bulkGet(ids)
  return ids.some((_, index) => waiting[index] === undefined && aside[index] === undefined)
}

const sendOne = async (
  database: DeviceDatabase,
  { sha256, bytes }: KeptAttachment,
  ports: Ports,
): Promise<ExchangeFailure | null> => {
  if (sha256OfBytes(bytes) !== sha256) {
    await database.attachments.update(sha256, { standing: 'damaged' })
    return null
  }
  const path = `/api/v1/attachments/${sha256}`
  let answered = await askServer(path, { method: 'GET' }, readAttachmentAnswer, ports)
  for (let from = -1; ;) {
    if (!answered.ok) return answered.failure
    const { message } = answered
    if (message.sha256 !== sha256) return mismatch
    if (message.complete) return markSent(database, sha256)
    // Each part takes it further; a server that says otherwise would be sent the same part for ever.
    if (message.received <= from || message.received >= bytes.length) return mismatch
    from = message.received
    answered = await askServer(
      partPath(path, message, bytes.length),
      partRequest(bytes, from),
      readAttachmentAnswer,
      ports,
    )
  }
}

const partPath = (path: string, { received }: AttachmentAnswer, total: number): string =>
  `${path}?offset=${received}&total=${total}`

const partRequest = (bytes: Uint8Array<ArrayBuffer>, from: number): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/octet-stream' },
  body: bytes.subarray(from, from + attachmentPartLimits.part),
})

const mismatch: ExchangeFailure = {
  kind: 'unreadable',
  reason: 'The answer of the server did not match the photo that was sent. The photo is still to send.',
  retryAfter: null,
}

const markSent = async (database: DeviceDatabase, sha256: string): Promise<null> => {
  await database.attachments.update(sha256, { standing: 'sent' })
  return null
}
