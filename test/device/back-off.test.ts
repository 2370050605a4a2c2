import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterFailure, readRetryAfter, waitUntil } from '../../src/device/back-off.ts'
import { noBackOff } from '../../src/device/no-back-off.ts'

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the wait after a failure', () => {
  test('is from 1 s to a ceiling that doubles up to 5 min', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), chance, (failures, random) => {
        const { tryAgainAt } = afterFailure({ failures, tryAgainAt: null }, 5_000, () => random, null)
        const wait = (tryAgainAt ?? 0) - 5_000
        expect(wait).toBeGreaterThanOrEqual(1_000)
        expect(wait).toBeLessThanOrEqual(Math.min(300_000, 1_000 * 2 ** (failures + 1)))
      }),
    )
  })

  test('spreads: the middle of the chances is the middle of the wait', () => {
    expect(afterFailure({ failures: 20, tryAgainAt: null }, 0, () => 0.5, null).tryAgainAt).toBe(150_500)
  })

  test('is what the server asked for, and up to a second more, but an hour at most', () => {
    expect(afterFailure(noBackOff, 0, () => 0, 120_000).tryAgainAt).toBe(120_000)
    expect(afterFailure(noBackOff, 0, () => 0.5, 0).tryAgainAt).toBe(1_500)
    expect(afterFailure(noBackOff, 0, () => 0, 10 ** 12).tryAgainAt).toBe(3_600_000)
  })

  test('is over when its time has come, and void when the clock was set back', () => {
    expect(waitUntil({ failures: 1, tryAgainAt: 9_000 }, 8_999)).toBe(9_000)
    expect(waitUntil({ failures: 1, tryAgainAt: 9_000 }, 9_000)).toBeNull()
    expect(waitUntil({ failures: 1, tryAgainAt: 10 ** 12 }, 9_000)).toBeNull()
    expect(waitUntil(noBackOff, 9_000)).toBeNull()
  })

  test('never makes the clock of the device wait longer than it set itself', () => {
    fc.assert(
      fc.property(fc.option(fc.nat()), chance, fc.nat(), (retryAfter, random, now) => {
        const backOff = afterFailure(noBackOff, now, () => random, retryAfter)
        expect(waitUntil(backOff, now)).toBe(backOff.tryAgainAt)
      }),
    )
  })
})

test('Retry-After is read in seconds and as a date', () => {
  const now = Date.UTC(2026, 10, 23, 14, 0, 0)
  expect(readRetryAfter('120', now)).toBe(120_000)
  expect(readRetryAfter('Mon, 23 Nov 2026 14:00:30 GMT', now)).toBe(30_000)
  expect(readRetryAfter('Mon, 23 Nov 2026 13:00:00 GMT', now)).toBe(0)
  expect(readRetryAfter('soon', now)).toBeNull()
  expect(readRetryAfter(null, now)).toBeNull()
})
