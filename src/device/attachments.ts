import type { AttachmentType } from '../response/attachment.ts'
import type { ResponseId } from '../response/revision.ts'
import type { DeviceDatabase } from './database.ts'
import { photosNamedIn } from './photos-named.ts'
import { matchCopies } from './photo-copies.ts'

/** A photo or a drawing as it lies in the database. The same bytes lie in it once. */
export interface KeptAttachment {
  /** Of `bytes`. */
  readonly sha256: string
  readonly type: AttachmentType
  /** In the row, not in a file of its own as a Blob would: strict durability speaks of rows. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly responses: readonly ResponseId[]
  /**
   * - `held`: no return names it yet
   * - `to-send`: a return of this device names it
   * - `sent`: the server has said that it holds these bytes
   * - `damaged`: its bytes are no longer those it is named by; it is not sent
   */
  readonly standing: 'held' | 'to-send' | 'sent' | 'damaged'
}

/** The bytes of a photo or a drawing, or null where this device does not have it. */
export const readAttachment = async (
  database: DeviceDatabase,
  sha256: string,
): Promise<Pick<KeptAttachment, 'bytes' | 'type'> | null> => (await database.attachments.get(sha256)) ?? null

/**
 * Brings what is kept beside the answers in line with them: what a return names is to be sent, and what no draft and
 * no return has any more is deleted. A draft keeps all that was put into it, so that Remove can be undone.
 */
export const tidyAttachments = async (database: DeviceDatabase): Promise<void> => {
  const { attachments, drafts, returns } = database
  await database.transaction('rw', [attachments, drafts, returns], async () => {
    const having = (await attachments.orderBy('responses').uniqueKeys()) as unknown as readonly ResponseId[]
    for (const response of having) await tidyResponse(database, response)
  })
  await matchCopies(database)
}

const tidyResponse = async ({ attachments, drafts, returns }: DeviceDatabase, response: ResponseId): Promise<void> => {
  const isBegun = (await drafts.get(response)) !== undefined
  const made = await returns.where('revision.response').equals(response).toArray()
  const named = new Set(made.flatMap(({ revision }) => photosNamedIn(revision)))
  const held = new Set(await attachments.where('standing').equals('held').primaryKeys())
  for (const sha256 of await attachments.where('responses').equals(response).primaryKeys()) {
    if (named.has(sha256) && held.has(sha256)) await attachments.update(sha256, { standing: 'to-send' })
    else if (!named.has(sha256) && !isBegun) await release(attachments, sha256, response)
  }
}

const release = async (
  attachments: DeviceDatabase['attachments'],
  sha256: string,
  response: ResponseId,
): Promise<void> => {
  const row = await attachments.get(sha256)
  const others = row?.responses.filter((other) => other !== response) ?? []
  if (row === undefined || others.length === 0) return attachments.delete(sha256)
  // The server may have let go of it with this response: the others offer it again.
  const standing = row.standing === 'sent' ? 'to-send' : row.standing
  await attachments.put({ ...row, responses: others, standing })
}

/**
 * Has all that was sent sent again, to a server that was restored: what it still has it says at once. To be called inside
 * a transaction over `attachments`.
 */
export const offerAttachmentsAgain = async (database: DeviceDatabase): Promise<void> => {
  await database.attachments.where('standing').equals('sent').modify({ standing: 'to-send' })
}

/** How many photos and drawings can't be sent, since their bytes were damaged on this device. */
export const countDamagedAttachments = (database: DeviceDatabase): Promise<number> =>
  database.attachments.where('standing').equals('damaged').count()
