/** Counts tries by a key, in this process. */
export interface Limiter {
  /** Counts one; false where there were too many within the time. */
  readonly take: (key: string) => boolean
  /** Forgets what was counted by that key. */
  readonly forget: (key: string) => void
}

/** At most this many keys are remembered: who makes keys up must not fill the memory. */
const mostKeys = 50_000

/** @param most how many are let through @param within milliseconds, from the first */
export const makeLimiter = (most: number, within: number, now: () => number): Limiter => {
  const counts = new Map<string, { count: number; until: number }>()
  return {
    take: (key) => {
      const at = now()
      const held = counts.get(key)
      if (held !== undefined && held.until > at) {
        held.count += 1
        return held.count <= most
      }
      counts.delete(key)
      if (counts.size >= mostKeys) {
        for (const [old, { until }] of counts) if (until <= at) counts.delete(old)
        // All of them are new: the oldest gives way.
        const [oldest] = counts.keys()
        if (counts.size >= mostKeys && oldest !== undefined) counts.delete(oldest)
      }
      counts.set(key, { count: 1, until: at + within })
      return true
    },
    forget: (key) => void counts.delete(key),
  }
}
