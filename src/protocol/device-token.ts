import type { DeviceId } from '../response/revision.ts'
import { isJsonObject } from '../survey/json.ts'
import { has } from './read-parts.ts'

/**
 * What an enrolled tablet says with each request: who it is and to which server, from when until when. Base64url of this
 * as JSON, a dot, and base64url of its ECDSA signature (P-256, SHA-256, 64 bytes) over the former:
 * `Authorization: Device PAYLOAD.SIGNATURE`. Times are milliseconds since 1970 on the server's clock.
 */
export interface DeviceClaim {
  readonly device: DeviceId
  /** The installation, as its answers name it: a token for one server opens no other. */
  readonly server: string
  readonly from: number
  readonly until: number
}

/** Milliseconds: how long a token may be good for, and how far ahead of the server's clock it may begin. */
export const deviceTokenLimits = { life: 10 * 60_000, ahead: 60_000 } as const

/** The claim as it came, or null where it is anything else. */
export const readDeviceClaim = (value: unknown): DeviceClaim | null =>
  isJsonObject(value) &&
  has('uuid', value['device']) &&
  typeof value['server'] === 'string' &&
  Number.isSafeInteger(value['from']) &&
  Number.isSafeInteger(value['until'])
    ? (value as unknown as DeviceClaim)
    : null

/** Whether a claim holds at a time. */
export const isCurrent = ({ from, until }: DeviceClaim, now: number): boolean =>
  from <= now + deviceTokenLimits.ahead && until > now && until - from <= deviceTokenLimits.life
