import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeInUse } from '../../src/response/time-in-use.ts'

const minute = 60_000

test('time counts while somebody is at it, for a minute after the last touch, and not while it is hidden', () => {
  const time = timeInUse(7, 0)
  expect(time.seconds(10_000)).toBe(17)
  expect(time.seconds(5 * minute), 'nobody touched it').toBe(67)
  time.touched(6 * minute)
  expect(time.seconds(6 * minute + 5_999)).toBe(72)
  time.hidden(6 * minute + 6_000)
  time.shown(9 * minute)
  expect(time.seconds(9 * minute + 1_000)).toBe(74)
})

test('whatever happens, it never runs back, nor faster than the clock, which may be set back', () => {
  const acts = fc.array(
    fc.tuple(fc.constantFrom('touched', 'hidden', 'shown', 'seconds'), fc.integer({ min: -minute, max: 3 * minute })),
  )
  fc.assert(
    fc.property(acts, (all) => {
      const time = timeInUse(0, 0)
      let now = 0
      let passed = 0
      let last = 0
      for (const [act, step] of all) {
        now += step
        passed += Math.max(0, step)
        time[act as 'touched'](now)
        const seconds = time.seconds(now)
        expect(seconds).toBeGreaterThanOrEqual(last)
        expect(seconds * 1_000).toBeLessThanOrEqual(passed)
        last = seconds
      }
    }),
  )
})
