import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { isCurrent, readDeviceClaim } from '../../protocol/device-token.ts'
import { isJsonObject, parseJson } from '../../survey/json.ts'
import type { AccessStore } from './access-store.ts'
import type { DeviceWho } from './who.ts'

const form = /^([\w-]{1,600})\.([\w-]{86})$/

/** Whose token it is; null where it is not signed by that tablet's key, is for another server, or its time is over. */
export const whoseDevice = async (access: AccessStore, server: string, token: string): Promise<DeviceWho | null> => {
  const [, payload, signature] = form.exec(token) ?? []
  if (payload === undefined || signature === undefined) return null
  const parsed = parseJson(Buffer.from(payload, 'base64url').toString('utf8'))
  const claim = parsed.ok ? readDeviceClaim(parsed.value) : null
  if (claim === null || claim.server !== server || !isCurrent(claim, access.now().getTime())) return null
  const device = await access.device(claim.device)
  if (device === null) return null
  const key = createPublicKey({ key: JSON.parse(device.key) as JsonWebKey, format: 'jwk' })
  const bytes = Buffer.from(signature, 'base64url')
  return verify('sha256', Buffer.from(payload), { key, dsaEncoding: 'ieee-p1363' }, bytes) ? device.who : null
}

const coordinate = /^[\w-]{43}$/

/** The public key of a tablet as it is kept; null where what was sent is none on P-256. */
export const readPublicKey = (value: unknown): string | null => {
  if (!isJsonObject(value) || value['kty'] !== 'EC' || value['crv'] !== 'P-256') return null
  const { x, y } = value
  if (typeof x !== 'string' || typeof y !== 'string' || !coordinate.test(x) || !coordinate.test(y)) return null
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  try {
    createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return null
  }
  return JSON.stringify(jwk)
}
