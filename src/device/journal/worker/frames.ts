import type { Json } from '../../../survey/json.ts'
import { sha256Bytes } from '../../../survey/sha256.ts'

/** A frame: length of the payload (u32, little-endian), SHA-256 of the payload, payload (JSON in UTF-8). */
const headBytes = 4 + 32

/** Longer than any frame that is written: a length above it is noise. */
const longest = 16 * 1024 * 1024

export const encodeFrame = (value: Json): Uint8Array => {
  const payload = new TextEncoder().encode(JSON.stringify(value))
  const frame = new Uint8Array(headBytes + payload.length)
  new DataView(frame.buffer).setUint32(0, payload.length, true)
  frame.set(sha256Bytes(payload), 4)
  frame.set(payload, headBytes)
  return frame
}

export interface ReadFrames {
  readonly values: readonly Json[]
  /** How many bytes from the start are whole frames: what stands after them is torn. */
  readonly sound: number
}

/** Every frame from the start up to the first that is not whole, or whose payload is not what was written. */
export const decodeFrames = (bytes: Uint8Array): ReadFrames => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values: Json[] = []
  let at = 0
  while (at + headBytes <= bytes.length) {
    const length = view.getUint32(at, true)
    const end = at + headBytes + length
    // A digest of nothing is no digest of zeros: a tail that was made longer but never written does not stand.
    if (length > longest || end > bytes.length) break
    const payload = bytes.subarray(at + headBytes, end)
    if (!isSame(sha256Bytes(payload), bytes.subarray(at + 4, at + headBytes))) break
    values.push(JSON.parse(new TextDecoder().decode(payload)) as Json)
    at = end
  }
  return { values, sound: at }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.every((byte, index) => byte === b[index])
