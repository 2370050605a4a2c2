import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from './canonical-json.ts'
import type { Json } from './json.ts'

/** SHA-256 (FIPS 180-4) of a text's UTF-8, in lower-case hex. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 of bytes: 32 bytes. */
export const sha256Bytes = (bytes: Uint8Array): Uint8Array => sha256(bytes)

/** The digest of a value: SHA-256 of its canonical JSON, in lower-case hex. */
export const digest = (value: Json): string => sha256Hex(canonicalJson(value))

/** SHA-256 of bytes, in lower-case hex. */
export const sha256OfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** SHA-256 of bytes, in lower-case hex. */
export const sha256HexOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))
