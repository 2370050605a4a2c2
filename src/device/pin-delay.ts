import type { PinTries } from './tablet-row.ts'

/** So many wrong PINs are forgiven; after that each costs time. */
export const freeTries = 5

/** Seconds, doubled at each further wrong PIN, up to an hour. */
const first = 30
const longest = 3600

/** How long to wait after so many wrong PINs, in seconds. */
export const pinDelay = (wrong: number): number =>
  wrong < freeTries ? 0 : Math.min(longest, first * 2 ** (wrong - freeTries))

/**
 * How long no PIN is taken yet, in whole seconds; 0 where one is. A clock that was set back makes nobody wait longer
 * than the delay itself.
 */
export const secondsToWait = ({ wrong, until }: Pick<PinTries, 'wrong' | 'until'>, now: Date): number =>
  until === null ? 0 : Math.max(0, Math.min(pinDelay(wrong), Math.ceil((Date.parse(until) - now.getTime()) / 1000)))
