import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { pinDelay, secondsToWait } from '../../src/device/pin-delay.ts'
import { pinFault } from '../../src/device/pin.ts'

test('five wrong PINs are forgiven, but the fifth and each further one cost more, up to an hour', () => {
  expect([0, 1, 4, 5, 6, 7, 11, 12, 1000].map(pinDelay)).toEqual([0, 0, 0, 30, 60, 120, 1920, 3600, 3600])
})

test('however the clock is set, nobody waits longer than the delay, nor shorter by what the clock says', () => {
  const start = Date.parse('2026-11-23T10:00:00Z')
  assert(
    property(integer({ min: 5, max: 40 }), integer({ min: -1e9, max: 1e9 }), (wrong, passed) => {
      const until = new Date(start + pinDelay(wrong) * 1000).toISOString()
      const wait = secondsToWait({ wrong, until }, new Date(start + passed))
      expect(wait).toBe(Math.max(0, Math.min(pinDelay(wrong), Math.ceil(pinDelay(wrong) - passed / 1000))))
    }),
  )
})

test.each([
  ['29384', 'The PIN must be 6 digits.'],
  ['29384a', 'The PIN must be 6 digits.'],
  ['٢٩٣٨٤٧', 'The PIN must be 6 digits.'],
  ['000000', 'That PIN is easy to guess. Choose another.'],
  ['345678', 'That PIN is easy to guess. Choose another.'],
  ['987654', 'That PIN is easy to guess. Choose another.'],
  ['135791', null],
  ['293847', null],
])('%s as a PIN: %s', (pin, fault) => {
  expect(pinFault(pin)).toBe(fault)
})
