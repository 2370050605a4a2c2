import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { goesOn, overBefore } from '../../src/server/retention/retention-rule.ts'

const day = 86_400_000

test('answers of April 2026 that are kept for 12 months go on 1 May 2027', () => {
  const rule = { months: 12, decidedAt: '2026-11-24T10:00:00.000Z' }
  expect(goesOn('2026-04', rule)).toBe('2027-05-01')
  expect(goesOn('2025-12', { ...rule, months: 1 }), 'not in the week after the decision').toBe('2026-12-01')
  expect(overBefore(rule, new Date('2027-05-01T00:00:00.000Z'))).toBe('2026-05-01T00:00:00.000Z')
  expect(overBefore(rule, new Date('2027-04-30T23:59:59.000Z'))).toBe('2026-04-01T00:00:00.000Z')
  expect(overBefore(rule, new Date('2026-12-01T09:59:59.000Z'))).toBeNull()
})

test('what is told to go on a day goes on that day and not before, kept as long as was said and a month more at most', () => {
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 1, max: 360 }), (came, decided, months) => {
      const rule = { months, decidedAt: decided.toISOString() }
      const at = came.toISOString()
      const goes = Date.parse(goesOn(at.slice(0, 7), rule))
      const isOver = (now: number): boolean => (overBefore(rule, new Date(now)) ?? '') > at
      expect(isOver(goes + day), 'on that day').toBe(true)
      expect(isOver(goes - 1), 'before it').toBe(false)
      const until = new Date(came)
      until.setUTCDate(1)
      until.setUTCMonth(until.getUTCMonth() + months)
      expect(goes).toBeGreaterThan(until.getTime() - day)
      expect(goes).toBeGreaterThanOrEqual(Date.parse(rule.decidedAt.slice(0, 10)) + 7 * day)
    }),
  )
})
