import { createHash } from 'node:crypto'
import type { AttachmentReference } from '../../src/response/attachment.ts'

/** So many bytes that begin as a JPEG does. */
export const examplePicture = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => [0xff, 0xd8, 0xff, 0xe0][index] ?? index % 251)

/** How an answer names a picture. */
export const referenceOf = (bytes: Uint8Array): AttachmentReference => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  type: 'image/jpeg',
  bytes: bytes.length,
  width: 40,
  height: 30,
})
