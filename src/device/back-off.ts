import type { Random } from './ports.ts'

/** How long to leave the server alone after an exchange that failed. */
export interface BackOff {
  /** Failures since the last success. */
  readonly failures: number
  /** Milliseconds since 1970 by this device's clock; null when there is nothing to wait for. */
  readonly tryAgainAt: number | null
}

/** Milliseconds. */
const backOffLimits = { shortest: 1_000, longest: 5 * 60_000, longestAsked: 60 * 60_000 } as const

/**
 * The wait after one more failure: anywhere between 1 s and a ceiling that doubles up to 5 min, so that a hundred
 * tablets coming out of the same dead spot do not all call at once ("full jitter", AWS Architecture Blog, 2015).
 * A server that named a time with Retry-After gets it, up to an hour, and up to a second more.
 */
export const afterFailure = (before: BackOff, now: number, random: Random, retryAfter: number | null): BackOff => {
  const { shortest, longest, longestAsked } = backOffLimits
  const failures = before.failures + 1
  const ceiling = Math.min(longest, shortest * 2 ** Math.min(failures, 30))
  const wait =
    retryAfter === null
      ? shortest + random() * (ceiling - shortest)
      : Math.min(Math.max(retryAfter, shortest), longestAsked) + random() * shortest
  return { failures, tryAgainAt: now + Math.round(wait) }
}

/**
 * When the wait is over, or null if it is. A time further off than any wait can be means that the clock was set back:
 * waiting for it could take years.
 */
export const waitUntil = ({ tryAgainAt }: BackOff, now: number): number | null =>
  tryAgainAt === null || tryAgainAt <= now || tryAgainAt - now > backOffLimits.longestAsked + backOffLimits.shortest
    ? null
    : tryAgainAt

/** Milliseconds asked for by a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3); null if it asks none. */
export const readRetryAfter = (header: string | null, now: number): number | null => {
  if (header === null) return null
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
