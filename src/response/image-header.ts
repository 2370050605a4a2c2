/** What the first bytes of a picture say of it, without decoding any of it. */
export interface ImageHeader {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/heif'
  /** Pixels, before any turning; null where the header read so far does not say. */
  readonly size: { readonly width: number; readonly height: number } | null
}

/**
 * Reads the head of a picture: JPEG (ITU-T T.81), PNG (ISO/IEC 15948), WebP (RFC 9649), GIF89a, HEIC and AVIF (ISO/IEC
 * 23008-12). Null for anything else. A few hundred kilobytes from the start of the file are enough.
 */
export const readImageHeader = (bytes: Uint8Array): ImageHeader | null => {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { type: 'image/jpeg', size: jpegSize(bytes) }
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { type: 'image/png', size: bytes.length < 24 ? null : { width: big32(bytes, 16), height: big32(bytes, 20) } }
  if (letters(bytes, 0, 'RIFF') && letters(bytes, 8, 'WEBP')) return { type: 'image/webp', size: webpSize(bytes) }
  if (letters(bytes, 0, 'GIF8'))
    return {
      type: 'image/gif',
      size: bytes.length < 10 ? null : { width: little16(bytes, 6), height: little16(bytes, 8) },
    }
  if (letters(bytes, 4, 'ftyp') && ['heic', 'heix', 'mif1', 'avif'].some((brand) => letters(bytes, 8, brand)))
    return { type: 'image/heif', size: heifSize(bytes) }
  return null
}

const starts = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, index) => bytes[index] === byte)

const letters = (bytes: Uint8Array, at: number, word: string): boolean =>
  Array.from(word).every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0
const big16 = (bytes: Uint8Array, index: number): number => at(bytes, index) * 256 + at(bytes, index + 1)
const big32 = (bytes: Uint8Array, index: number): number => big16(bytes, index) * 65_536 + big16(bytes, index + 2)
const little16 = (bytes: Uint8Array, index: number): number => at(bytes, index) + at(bytes, index + 1) * 256
const little24 = (bytes: Uint8Array, index: number): number => little16(bytes, index) + at(bytes, index + 2) * 65_536

/** Segment by segment to the frame header, SOF0 to SOF15; C4, C8 and CC are other tables. */
const jpegSize = (bytes: Uint8Array): ImageHeader['size'] => {
  let from = 2
  while (from + 9 <= bytes.length) {
    if (bytes[from] !== 0xff) return null
    const marker = at(bytes, from + 1)
    if (marker === 0xff) {
      from += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: big16(bytes, from + 7), height: big16(bytes, from + 5) }
    from += 2 + Math.max(2, big16(bytes, from + 2))
  }
  return null
}

const webpSize = (bytes: Uint8Array): ImageHeader['size'] => {
  if (bytes.length < 30) return null
  if (letters(bytes, 12, 'VP8X')) return { width: 1 + little24(bytes, 24), height: 1 + little24(bytes, 27) }
  if (letters(bytes, 12, 'VP8 ')) return { width: little16(bytes, 26) % 16_384, height: little16(bytes, 28) % 16_384 }
  if (!letters(bytes, 12, 'VP8L')) return null
  const low = little16(bytes, 21)
  const rest = little16(bytes, 23)
  return { width: 1 + (low % 16_384), height: 1 + (Math.floor(low / 16_384) + (rest % 4096) * 4) }
}

/** The largest `ispe` (spatial extents) of the items: a tile says less than the whole. */
const heifSize = (bytes: Uint8Array): ImageHeader['size'] => {
  let size: ImageHeader['size'] = null
  for (let from = 0; from + 16 <= bytes.length; from += 1) {
    if (!letters(bytes, from, 'ispe')) continue
    const [width, height] = [big32(bytes, from + 8), big32(bytes, from + 12)]
    if (size === null || width * height > size.width * size.height) size = { width, height }
  }
  return size
}
