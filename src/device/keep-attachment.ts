import type { AttachmentReference } from '../response/attachment.ts'
import type { ResponseId } from '../response/revision.ts'
import { sha256OfBytes } from '../survey/sha256.ts'
import type { DeviceDatabase } from './database.ts'
import type { Picture } from './make-photo.ts'
import { copyPhoto } from './photo-copies.ts'
import { whyNotSaved } from './storage-failure.ts'

export type AttachmentKept =
  | { readonly ok: true; readonly reference: AttachmentReference }
  | { readonly ok: false; readonly reason: string }

/** How an answer names a picture. */
export const referenceTo = ({ bytes, type, width, height }: Picture): AttachmentReference => ({
  sha256: sha256OfBytes(bytes),
  type,
  bytes: bytes.length,
  width,
  height,
})

/**
 * Keeps a picture for a response. Resolves when it is on the disk; only then may an answer name it, so that no answer
 * ever names what is not there.
 */
export const keepAttachment = async (
  database: DeviceDatabase,
  response: ResponseId,
  picture: Picture,
): Promise<AttachmentKept> => {
  const reference = referenceTo(picture)
  const { sha256, type } = reference
  try {
    await database.transaction('rw', database.attachments, async () => {
      const there = await database.attachments.get(sha256)
      if (there === undefined)
        await database.attachments.add({
          sha256,
          type,
          bytes: picture.bytes,
          responses: [response],
          standing: 'held',
        })
      else if (!there.responses.includes(response))
        await database.attachments.put({ ...there, responses: [...there.responses, response] })
    })
    await copyPhoto(database, sha256, picture.bytes)
    return { ok: true, reference }
  } catch (error) {
    return { ok: false, reason: whyNotSaved(error) }
  }
}
