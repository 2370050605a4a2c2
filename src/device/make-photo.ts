import { attachmentLimits } from '../response/attachment.ts'
import { type ImageHeader, readImageHeader } from '../response/image-header.ts'

/** A picture as it is kept: made smaller, and nothing in it but the picture. */
export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}

export type MadePhoto =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly why: WhyNoPhoto }

/**
 * Why no photo could be made: a file over 60 MB, more than 50 million pixels, no picture at all, a picture that can't
 * be opened, and one that stays over 4 MiB.
 */
export type WhyNoPhoto = 'file-too-large' | 'too-many-pixels' | 'not-a-picture' | 'damaged' | 'too-detailed'

/** What is taken at most: bytes of a file, pixels once it is decoded (4 bytes each). */
const most = { bytes: 60 * 1024 * 1024, pixels: 50_000_000 } as const

/** How much of a file is read for its size: the preview inside a camera's JPEG stands before it. */
const headBytes = 512 * 1024

/**
 * Makes a photo of a picture file: at most 1,600 pixels on its longest side, drawn anew as JPEG, so that where it was
 * taken, when and with what (EXIF, XMP, IPTC) stays behind. A picture that would fill the memory once decoded is
 * refused by its header, before anything decodes it.
 */
export const makePhoto = async (file: Blob): Promise<MadePhoto> => {
  if (file.size > most.bytes) return refused('file-too-large')
  let head: ImageHeader | null
  try {
    head = readImageHeader(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  } catch {
    return unreadable
  }
  if (head === null) return refused('not-a-picture')
  if (head.size === null) return unreadable
  if (head.size.width * head.size.height > most.pixels) return refused('too-many-pixels')
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file)
  } catch {
    return unreadable
  }
  try {
    return await drawSmaller(bitmap)
  } finally {
    bitmap.close()
  }
}

const refused = (why: WhyNoPhoto): MadePhoto & { readonly ok: false } => ({ ok: false, why })

const unreadable = refused('damaged')

/** A photo of 1,600 by 1,200 has 200 to 700 kB at the first of these. */
const qualities = [0.8, 0.6, 0.4] as const

const drawSmaller = async (bitmap: ImageBitmap): Promise<MadePhoto> => {
  const scale = Math.min(1, attachmentLimits.side / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return unreadable
  // JPEG has no see-through: what was, is white and not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  for (const quality of qualities) {
    const blob = await encoded(canvas, 'image/jpeg', quality)
    if (blob === null) return unreadable
    if (blob.size > attachmentLimits.bytes) continue
    return { ok: true, picture: { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/jpeg', width, height } }
  }
  return refused('too-detailed')
}

/** What a canvas shows as a file; null where the browser can't, for want of memory. */
export const encoded = (canvas: HTMLCanvasElement, type: Picture['type'], quality?: number): Promise<Blob | null> => {
  const { promise, resolve } = Promise.withResolvers<Blob | null>()
  canvas.toBlob(resolve, type, quality)
  return promise
}
