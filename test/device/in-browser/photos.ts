import { readAttachment } from '../../../src/device/attachments.ts'
import { deleteDraft } from '../../../src/device/drafts.ts'
import { keepAttachment } from '../../../src/device/keep-attachment.ts'
import { encoded, makePhoto, type Picture } from '../../../src/device/make-photo.ts'
import { saveDraft } from '../../../src/device/save-draft.ts'
import type { AttachmentReference } from '../../../src/response/attachment.ts'
import type { ResponseId } from '../../../src/response/revision.ts'
import { begun, clock, opened } from './open.ts'
import { giveBack } from './returns.ts'

const base64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** A picture of noise, so that it stays large as JPEG; in base 64. */
export const drawn = async (width: number, height: number, type: Picture['type'] = 'image/jpeg') => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  for (let index = 0; index < 4000; index += 1) {
    context.fillStyle = `hsl(${(index * 47) % 360} 60% ${20 + (index % 60)}%)`
    context.fillRect((index * 7919) % width, (index * 104_729) % height, width / 40, height / 40)
  }
  const blob = await encoded(canvas, type, 0.95)
  if (blob === null) throw new Error('not encoded')
  return base64(new Uint8Array(await blob.arrayBuffer()))
}

/** A picture with nothing drawn on it: all of it can be seen through. */
export const empty = async () => {
  const blob = await encoded(Object.assign(document.createElement('canvas'), { width: 40, height: 40 }), 'image/png')
  if (blob === null) throw new Error('not encoded')
  return base64(new Uint8Array(await blob.arrayBuffer()))
}

/** What becomes of a file: the photo in base 64, or why there is none. */
export const made = async (file: string) => {
  const photo = await makePhoto(new Blob([fromBase64(file)]))
  if (!photo.ok) return photo
  const { bytes, type, width, height } = photo.picture
  return { ok: true as const, type, width, height, bytes: base64(bytes) }
}

/** How far a pixel in the middle of the left quarter is from white, 0 to 765. */
export const darkness = async (file: string): Promise<number> => {
  const bitmap = await createImageBitmap(new Blob([fromBase64(file)]))
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  context?.drawImage(bitmap, -bitmap.width / 4, -bitmap.height / 2)
  const [red = 0, green = 0, blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? []
  return 765 - red - green - blue
}

const reference = async (name: string, response: ResponseId, file: string): Promise<AttachmentReference> => {
  const photo = await makePhoto(new Blob([fromBase64(file)]))
  if (!photo.ok) throw new Error(photo.why)
  const kept = await keepAttachment(await opened(name), response, photo.picture)
  if (!kept.ok) throw new Error(kept.reason)
  return kept.reference
}

/** Begins a form, puts photos of these files into it and takes those named by `removed` out of the answer again. */
export const begunWith = async (name: string, files: readonly string[], removed: readonly number[] = []) => {
  const form = await begun(name)
  const references: AttachmentReference[] = []
  for (const file of files) references.push(await reference(name, form.draft.response, file))
  const home = references.filter((_, index) => !removed.includes(index))
  const saved = await saveDraft(await opened(name), form, { answers: { home }, page: 0, language: 'en' }, clock)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return { kept: saved.kept, references }
}

/** The same, returned. */
export const returnedWith = async (name: string, files: readonly string[], removed: readonly number[] = []) => {
  const { kept, references } = await begunWith(name, files, removed)
  const returned = await giveBack(name, kept)
  if (returned.kind !== 'returned') throw new Error(returned.kind)
  return { revision: returned.revision, references }
}

/** How each photo on this device stands, by its SHA-256. */
export const standings = async (name: string): Promise<{ readonly [sha256: string]: string }> =>
  Object.fromEntries(
    (await (await opened(name)).attachments.toArray()).map(({ sha256, standing }) => [sha256, standing]),
  )

export const remove = async (name: string, response: ResponseId) => deleteDraft(await opened(name), response)

/** Changes one byte of a photo on the disk. */
export const damage = async (name: string, sha256: string) => {
  const kept = await readAttachment(await opened(name), sha256)
  if (kept === null) throw new Error('not there')
  kept.bytes[100] = (kept.bytes[100] ?? 0) ^ 1
  await (await opened(name)).attachments.update(sha256, { bytes: kept.bytes })
}

/** Takes every photo out of the database, as an emptied one has none. */
export const wipe = async (name: string) => (await opened(name)).attachments.clear()

/** The photos that lie beside the database, as files. */
export const copies = async (name: string): Promise<readonly string[]> => {
  const root = await navigator.storage.getDirectory()
  const found: string[] = []
  for await (const file of (await root.getDirectoryHandle(`photos-${name}`)).keys()) found.push(file)
  return found.toSorted()
}
