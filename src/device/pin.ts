import type { DeviceDatabase } from './database.ts'
import { freeTries, pinDelay, secondsToWait } from './pin-delay.ts'
import type { Clock } from './ports.ts'
import { whyNotSaved } from './storage-failure.ts'
import { copyTablet } from './tablet-copy.ts'
import { plainCode, recoveryCode } from './recovery-code.ts'
import type { HashedSecret } from './tablet-row.ts'

/** What a right PIN gives, and nothing else does. */
export type StaffPin = { readonly __pin: 'right' }

export interface PinPorts {
  readonly clock: Clock
  /** `crypto`; its `subtle` is missing on a page without https. */
  readonly crypto: Pick<Crypto, 'getRandomValues'> & { readonly subtle?: Crypto['subtle'] }
}

/**
 * How a PIN was taken.
 * - `wrong`: `left` more tries before anybody has to wait, and `wait` seconds to wait now
 * - `wait`: it was not looked at; `wait` seconds are left
 * - `none`: no PIN is set
 */
export type PinChecked =
  | { readonly kind: 'right'; readonly staff: StaffPin }
  | { readonly kind: 'wrong'; readonly left: number; readonly wait: number }
  | { readonly kind: 'wait'; readonly wait: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string }

/** What shows that somebody is staff: the PIN, or the recovery code that was given with it. */
export type Proof = { readonly pin: string } | { readonly code: string }

/** `set` gives the recovery code, `K7TQ3-MXPAB`: this once, since it is kept as a hash. */
export type PinSet =
  | { readonly kind: 'set'; readonly code: string; readonly staff: StaffPin }
  | Exclude<PinChecked, { kind: 'right' }>

/** OWASP's least for PBKDF2 with SHA-256, 2023. */
const iterations = 600_000

/** Why this can't be a PIN, in a sentence; null where it can. */
export const pinFault = (pin: string): string | null => {
  if (!/^\d{6}$/.test(pin)) return 'The PIN must be 6 digits.'
  const digits = pin.split('').map(Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? digit)))
  const [step = 9] = steps
  return steps.size === 1 && Math.abs(step) <= 1 ? 'That PIN is easy to guess. Choose another.' : null
}

export const hasPin = async (database: DeviceDatabase): Promise<boolean> =>
  (await database.tablet.get('pin')) !== undefined

/** Sets the staff PIN, with a new recovery code. Where there is one, `current` must show that somebody is staff. */
export const setPin = async (
  database: DeviceDatabase,
  pin: string,
  current: Proof | null,
  ports: PinPorts,
): Promise<PinSet> => {
  const fault = pinFault(pin)
  if (fault !== null) return { kind: 'failed', reason: fault }
  const checked = await check(database, current ?? { pin: '' }, ports)
  if (checked.kind !== 'right' && checked.kind !== 'none') return checked
  try {
    const code = recoveryCode(ports.crypto.getRandomValues(new Uint8Array(10)))
    const secret = await hashed(pin, ports)
    const recovery = await hashed(plainCode(code), ports)
    if (secret === null || recovery === null) return notHere
    await database.transaction('rw', database.tablet, async () => {
      // Another tab may have set one since: then it is that one that must be known.
      const there = await database.tablet.get('pin')
      if (checked.kind !== 'right' && there !== undefined) throw new Error('A PIN was set in another tab')
      await database.tablet.put({ key: 'pin', ...secret, recovery })
    })
    await copyTablet(database)
    return { kind: 'set', code, staff: { __pin: 'right' } }
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}

/**
 * Gives a recovery code to a PIN that was set before there were any. Null where the PIN has one, or it cannot be kept:
 * the PIN works on without.
 */
export const giveMissingCode = async (
  database: DeviceDatabase,
  _staff: StaffPin,
  ports: PinPorts,
): Promise<string | null> => {
  try {
    const before = await database.tablet.get('pin')
    if (before?.key !== 'pin' || before.recovery !== undefined) return null
    const code = recoveryCode(ports.crypto.getRandomValues(new Uint8Array(10)))
    const recovery = await hashed(plainCode(code), ports)
    if (recovery === null) return null
    const given = await database.transaction('rw', database.tablet, async () => {
      // Another tab may have given one since, or set another PIN.
      const now = await database.tablet.get('pin')
      if (now?.key !== 'pin' || now.recovery !== undefined || now.hash !== before.hash) return false
      await database.tablet.put({ ...now, recovery })
      return true
    })
    await copyTablet(database)
    return given ? code : null
  } catch {
    return null
  }
}

/** Checks a PIN, and counts the try whatever becomes of it. After five wrong ones in a row each further one costs time. */
export const checkPin = (database: DeviceDatabase, pin: string, ports: PinPorts): Promise<PinChecked> =>
  check(database, { pin }, ports)

/** Wrong codes count with wrong PINs. `none` also where no code was given with the PIN. */
const check = async (database: DeviceDatabase, proof: Proof, ports: PinPorts): Promise<PinChecked> => {
  try {
    const counted = await database.transaction('rw', database.tablet, async () => {
      const kept = await database.tablet.get('pin')
      const secret = kept?.key !== 'pin' ? undefined : 'pin' in proof ? kept : kept.recovery
      if (secret === undefined) return { kind: 'none' } as const
      const tries = await database.tablet.get('pin-tries')
      const before = tries?.key === 'pin-tries' ? tries : { wrong: 0, until: null }
      const now = ports.clock()
      const wait = secondsToWait(before, now)
      if (wait > 0) return { kind: 'wait', wait } as const
      const wrong = before.wrong + 1
      const delay = pinDelay(wrong)
      const until = delay === 0 ? null : new Date(now.getTime() + delay * 1000).toISOString()
      await database.tablet.put({ key: 'pin-tries', wrong, until })
      return { kind: 'counted', secret, wrong, delay } as const
    })
    if (counted.kind !== 'counted') return counted
    await copyTablet(database)
    const hash = await hashSecret('pin' in proof ? proof.pin : plainCode(proof.code), counted.secret, ports)
    if (hash === null) return notHere
    if (hash !== counted.secret.hash)
      return { kind: 'wrong', left: Math.max(0, freeTries - counted.wrong), wait: counted.delay }
    await database.tablet.delete('pin-tries')
    await copyTablet(database)
    return { kind: 'right', staff: { __pin: 'right' } }
  } catch (error) {
    return { kind: 'failed', reason: whyNotSaved(error) }
  }
}

const notHere = {
  kind: 'failed',
  reason: 'A PIN works only where the address begins with https. Ask whoever runs Proforma for you.',
} as const

/** With a salt of its own; null where the browser lends no cryptography. */
const hashed = async (secret: string, ports: PinPorts): Promise<HashedSecret | null> => {
  const salt = hex(ports.crypto.getRandomValues(new Uint8Array(16)))
  const hash = await hashSecret(secret, { salt, iterations }, ports)
  return hash === null ? null : { salt, iterations, hash }
}

/** In hex; null where the browser lends no cryptography. */
const hashSecret = async (
  secret: string,
  { salt, iterations }: Pick<HashedSecret, 'salt' | 'iterations'>,
  { crypto: { subtle } }: PinPorts,
): Promise<string | null> => {
  if (subtle === undefined) return null
  const key = await subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveBits'])
  const bits = await subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new TextEncoder().encode(salt), iterations },
    key,
    256,
  )
  return hex(new Uint8Array(bits))
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
