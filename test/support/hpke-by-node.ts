import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHmac,
  diffieHellman,
  generateKeyPairSync,
} from 'node:crypto'
import { createPrivateKey, createPublicKey } from 'node:crypto'

/*
 * HPKE (RFC 9180) a second time, written from its text with Node's crypto alone: base mode, DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-128-GCM, one message.
 */

const suite = Buffer.from('HPKE\u0000\u0010\u0000\u0001\u0000\u0001', 'latin1')
const kem = Buffer.from('KEM\u0000\u0010', 'latin1')
const version = Buffer.from('HPKE-v1')

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac('sha256', key).update(data).digest()

const extract = (of: Buffer, salt: Buffer, label: string, material: Buffer): Buffer =>
  hmac(salt.length === 0 ? Buffer.alloc(32) : salt, Buffer.concat([version, of, Buffer.from(label), material]))

const expand = (of: Buffer, key: Buffer, label: string, info: Buffer, length: number): Buffer => {
  const size = Buffer.from([length >> 8, length & 255])
  const labelled = Buffer.concat([size, version, of, Buffer.from(label), info])
  // One block is all that is ever asked for.
  return hmac(key, Buffer.concat([labelled, Buffer.from([1])])).subarray(0, length)
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url')

const jwkOf = (point: Buffer) =>
  ({ kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) }) as const

/** The public point of a private number. */
export const pointOf = (privateKey: Buffer): Buffer => {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(privateKey)
  return ecdh.getPublicKey()
}

const keysFrom = (shared: Buffer, info: Buffer) => {
  const none = Buffer.alloc(0)
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
  ])
  const secret = extract(suite, shared, 'secret', none)
  return { key: expand(suite, secret, 'key', context, 16), nonce: expand(suite, secret, 'base_nonce', context, 12) }
}

const sharedSecret = (privateKey: Buffer, publicPoint: Buffer, enclosed: Buffer, recipient: Buffer): Buffer => {
  const own = createPrivateKey({ key: { ...jwkOf(pointOf(privateKey)), d: base64url(privateKey) }, format: 'jwk' })
  const dh = diffieHellman({
    privateKey: own,
    publicKey: createPublicKey({ key: jwkOf(publicPoint), format: 'jwk' }),
  })
  const extracted = extract(kem, Buffer.alloc(0), 'eae_prk', dh)
  return expand(kem, extracted, 'shared_secret', Buffer.concat([enclosed, recipient]), 32)
}

export interface Message {
  readonly enclosed: Buffer
  readonly info: Buffer
  readonly aad: Buffer
  readonly text: Buffer
}

/** @throws Error where the tag does not fit */
export const openByNode = (privateKey: Buffer, { enclosed, info, aad, text }: Message): Buffer => {
  const { key, nonce } = keysFrom(sharedSecret(privateKey, enclosed, enclosed, pointOf(privateKey)), info)
  const cipher = createDecipheriv('aes-128-gcm', key, nonce)
  cipher.setAAD(aad)
  cipher.setAuthTag(text.subarray(-16))
  return Buffer.concat([cipher.update(text.subarray(0, -16)), cipher.final()])
}

/** Seals to a public point with a key of its own. */
export const sealByNode = (
  recipient: Buffer,
  { info, aad, plain }: { readonly info: Buffer; readonly aad: Buffer; readonly plain: Buffer },
): Pick<Message, 'enclosed' | 'text'> => {
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const privateKey = Buffer.from(jwk.d ?? '', 'base64url')
  const enclosed = pointOf(privateKey)
  const { key, nonce } = keysFrom(sharedSecret(privateKey, recipient, enclosed, recipient), info)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  cipher.setAAD(aad)
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { enclosed, text }
}
