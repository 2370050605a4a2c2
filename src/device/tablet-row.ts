import type { ResponseId } from '../response/revision.ts'

/**
 * How far a family is with the tablet that they were handed.
 * - `cover`: it says which form and which language, and waits for Start
 * - `form`: the form is being filled in
 * - `waiting`: it was left alone for a while, and waits for staff
 * - `thanks`: it was sent, and shows its reference
 * - `given-back`: nothing of the form is left, and it waits for staff
 */
export type LockPhase = 'cover' | 'form' | 'waiting' | 'thanks' | 'given-back'

/** As long as this row is there, every tab of this browser shows this one form, or less. */
export interface Lock {
  readonly key: 'lock'
  readonly response: ResponseId
  readonly phase: LockPhase
  /** When it came to this phase: ISO 8601, UTC. */
  readonly at: string
}

/** What staff know, never as it is typed: PBKDF2 with SHA-256. Salt and hash in hex. */
export interface HashedSecret {
  readonly salt: string
  readonly iterations: number
  readonly hash: string
}

/** The staff PIN. */
export interface KeptPin extends HashedSecret {
  readonly key: 'pin'
  /** The code that was given with it, for when it is forgotten. */
  readonly recovery?: HashedSecret
}

/** Wrong PINs since the last right one. A try counts from before it is checked: a killed browser gives none back. */
export interface PinTries {
  readonly key: 'pin-tries'
  readonly wrong: number
  /** No PIN is taken before: ISO 8601, UTC. Null where nobody has to wait. */
  readonly until: string | null
}

/** What staff call this tablet. */
export interface TabletName {
  readonly key: 'name'
  readonly name: string
}

/** That the organisation has enrolled this tablet. The key can't be read out, and is in no copy. */
export interface EnrolledRow {
  readonly key: 'enrolment'
  readonly name: string
  /** The installation that it is enrolled with. */
  readonly server: string
  readonly privateKey: CryptoKey
  /** Milliseconds that this tablet's clock is behind the server's. */
  readonly behind: number
  /** The organisation's public key, which returns are sealed to, base64. Left out by earlier releases and older servers. */
  readonly sealTo?: string
}

/** What is set on this tablet and is no answer: at most one row of each key. */
export type TabletRow = Lock | KeptPin | PinTries | TabletName | EnrolledRow
