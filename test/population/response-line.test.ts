import { expect, test } from 'vitest'
import { responseLine } from '../../src/population/response-line.ts'

test.each([
  [21, null, '21 returned'],
  [0, null, '0 returned'],
  [21, 25, '21 of 25 returned (84%)'],
  [1, 8, '1 of 8 returned (13%)'],
  [0, 25, '0 of 25 returned (0%)'],
  [25, 25, '25 of 25 returned (100%)'],
  [0, 0, '0 of 0 returned'],
])('%s of %s: %s', (returned, population, text) => {
  expect(responseLine(returned, population)).toEqual({ ok: true, text })
})

test('more returns than were asked is refused in words', () => {
  expect(responseLine(26, 25)).toEqual({ ok: false, reason: '26 returned, but only 25 were asked. Check the list.' })
})

test.each([
  [-1, null],
  [1.5, null],
  [1, 2.5],
  [1, Number.NaN],
])('%s of %s is no count', (returned, population) => {
  expect(responseLine(returned, population).ok).toBe(false)
})
