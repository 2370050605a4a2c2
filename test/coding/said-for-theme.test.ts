import { expect, test } from 'vitest'
import { saidForTheme } from '../../src/coding/said-for-theme.ts'

test.each([
  { slots: [], answer: null, clash: false },
  { slots: [null, null], answer: null, clash: false },
  { slots: [null, 'yes'], answer: 'yes', clash: false },
  { slots: ['yes', 'yes'], answer: 'yes', clash: false },
  { slots: ['no', null, 'yes'], answer: 'no', clash: true },
  { slots: [0, 1], answer: 0, clash: true },
])('slots $slots say $answer', ({ slots, answer, clash }) => {
  expect(saidForTheme<string | number>(slots)).toEqual({ answer, clash })
})
