import { deviceTokenLimits, type DeviceClaim } from '../protocol/device-token.ts'
import { thisDevice, type DeviceDatabase } from './database.ts'
import type { Clock, Fetch } from './ports.ts'
import { rememberSealTo } from './remembered-seal.ts'
import type { EnrolledRow } from './tablet-row.ts'

export type Enrolled = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: string }

type AskToEnrol = (
  body: object,
) => Promise<
  | { readonly ok: true; readonly value: { readonly name: string; readonly server: string; readonly sealTo?: string } }
  | { readonly ok: false; readonly reason: string }
>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

/**
 * Enrols this tablet with a key that is made here and never leaves it.
 *
 * @param secret what the QR code holds, or the eight characters @param ask puts it to the server
 */
export const enrolTablet = async (database: DeviceDatabase, secret: string, ask: AskToEnrol): Promise<Enrolled> => {
  const { device } = await thisDevice(database)
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  const asked = await ask({ secret, device, key: { kty, crv, x, y } })
  if (!asked.ok) return asked
  const { name, server, sealTo } = asked.value
  const seal = sealTo === undefined ? {} : { sealTo }
  await database.tablet.put({ key: 'enrolment', name, server, privateKey, behind: 0, ...seal })
  if (sealTo !== undefined) rememberSealTo(database.name, sealTo)
  return { ok: true, name }
}

/** What this tablet is enrolled as; null where it is not. */
export const readEnrolment = async (database: DeviceDatabase): Promise<EnrolledRow | null> => {
  const row = await database.tablet.get('enrolment')
  return row?.key === 'enrolment' ? row : null
}

/** Asks the server as this tablet, where it is enrolled, and as whoever is signed in otherwise. */
export const fetchAsTablet =
  (database: DeviceDatabase, { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock }): Fetch =>
  async (path, init) => {
    const row = await readEnrolment(database)
    if (row === null) return fetch(path, init)
    const answer = await fetch(path, await signed(database, row, init, clock))
    const behind = clockBehind(answer, clock)
    if (answer.status !== 401 || behind === null || Math.abs(behind - row.behind) < 30_000) return answer
    // The clock of this tablet is off: the server's own holds.
    const corrected: EnrolledRow = { ...row, behind }
    await database.tablet.put(corrected)
    return fetch(path, await signed(database, corrected, init, clock))
  }

/** Milliseconds that this tablet's clock is behind the server's; null where the answer does not say. */
const clockBehind = ({ headers }: Response, clock: Clock): number | null => {
  const said = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(said) ? null : said - clock().getTime()
}

const signed = async (
  database: DeviceDatabase,
  row: EnrolledRow,
  init: RequestInit,
  clock: Clock,
): Promise<RequestInit> => {
  const { device } = await thisDevice(database)
  const from = clock().getTime() + row.behind
  const claim: DeviceClaim = { device, server: row.server, from, until: from + deviceTokenLimits.life }
  const payload = base64url(new TextEncoder().encode(JSON.stringify(claim)))
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    row.privateKey,
    new TextEncoder().encode(payload),
  )
  const headers = new Headers(init.headers)
  headers.set('authorization', `Device ${payload}.${base64url(new Uint8Array(signature))}`)
  return { ...init, headers }
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
