import type { Revision } from '../response/revision.ts'
import { canonicalJson } from '../survey/canonical-json.ts'
import { sha256Bytes } from '../survey/sha256.ts'

/*
 * How a return is sealed: HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, once for each
 * return. A box is: one byte, the form; eight, which key; 65, the encapsulated key; then the ciphertext with its tag. What
 * is sealed is the whole return as it would be sent otherwise, JSON in UTF-8, padded.
 */

/** The first byte of a box, and a part of what it is bound to: another form would be another byte. */
const sealForm = 1

/** What HPKE calls `info`: keys made for a box are good for nothing else. */
export const sealInfo = `proforma return ${sealForm}`

/** Bytes of an encapsulated key: a point of P-256, uncompressed. */
const enclosedKeyBytes = 65

const keyNameBytes = 8

/** Bytes: a box is as large as the next whole number of these, so that its size does not tell what was answered. */
const paddedTo = 4096

/** A return as it lies sealed: what must be read without the key, and the box. */
export type SealedRevision = Revision & { readonly sealed: NonNullable<Revision['sealed']> }

export const isSealed = (revision: Revision): revision is SealedRevision => revision.sealed !== undefined

/** What of a return stays readable: what sends, counts and takes out by reference. */
export const headOf = (revision: Revision) => {
  const { id, response, survey, version, device, deviceSequence, replaces } = revision
  const { way, language, startedAt, returnedAt } = revision
  return { id, response, survey, version, device, deviceSequence, replaces, way, language, startedAt, returnedAt }
}

/** What HPKE calls `aad`, as text: a box opens beside this head, these photos, and no other. */
export const sealContext = (revision: Revision, photos: readonly string[]): string =>
  canonicalJson({ form: sealForm, ...headOf(revision), photos })

/** Which key a box is sealed to: the first bytes of the SHA-256 of its public half. */
const keyName = (publicKey: Uint8Array): Uint8Array => sha256Bytes(publicKey).slice(0, keyNameBytes)

/** The bytes, a mark, and zeros: ISO/IEC 7816-4. */
export const padded = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(Math.ceil((bytes.length + 1) / paddedTo) * paddedTo)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  return whole
}

/** What {@link padded} was given, or null where it is no such thing. */
export const unpadded = (bytes: Uint8Array): Uint8Array | null => {
  const end = bytes.findLastIndex((byte) => byte !== 0)
  return bytes[end] === 0x80 ? bytes.subarray(0, end) : null
}

/** @param enclosed the encapsulated key @param text the ciphertext with its tag */
export const writeBox = (publicKey: Uint8Array, enclosed: Uint8Array, text: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array([sealForm, ...keyName(publicKey), ...enclosed, ...text])

export interface Box {
  readonly enclosed: Uint8Array<ArrayBuffer>
  readonly text: Uint8Array<ArrayBuffer>
}

/** The parts of a box that is of this form and sealed to that key; null where it is another. */
export const readBox = (publicKey: Uint8Array, bytes: Uint8Array): Box | null => {
  const [enclosedAt, textAt] = [1 + keyNameBytes, 1 + keyNameBytes + enclosedKeyBytes]
  const isOurs = keyName(publicKey).every((byte, index) => bytes[1 + index] === byte)
  if (bytes[0] !== sealForm || !isOurs || bytes.length <= textAt) return null
  return { enclosed: bytes.slice(enclosedAt, textAt), text: bytes.slice(textAt) }
}
