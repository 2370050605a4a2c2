import { expect, test } from 'vitest'
import { cutPage } from '../../src/server/cut-page.ts'

type Row = readonly [sizes: readonly number[], limit: number, room: number, last: number | null, more: boolean]

test.each<Row>([
  [[], 5, 10, null, false],
  [[3, 3, 3], 5, 10, 3, false],
  [[5, 5], 5, 10, 2, false],
  [[5, 6], 5, 10, 1, true],
  [[99], 5, 10, 1, false],
  [[99, 1], 5, 10, 1, true],
  [[1, 1, 1], 2, 10, 2, true],
  [[1, 1], 2, 10, 2, false],
])('returns of %j characters, %i a page with room for %i: up to %j, more %j', (sizes, limit, room, last, more) => {
  const waiting = sizes.map((characters, index) => ({ seq: index + 1, characters }))
  expect(cutPage(waiting, limit, room)).toEqual({ last, more })
})
