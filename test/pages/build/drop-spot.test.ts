import { describe, expect, test } from 'vitest'
import { dropSpot, type RowUnder, scrollStep } from '../../../src/pages/build/drop-spot.ts'

const row = (kind: RowUnder['kind']): RowUnder => ({ name: 'role', kind, top: 100, bottom: 144 })

describe('what is dragged lands', () => {
  test.each([
    ['question', 121, { before: 'role' }, 'top'],
    ['question', 123, { after: 'role' }, 'bottom'],
    ['group', 121, { before: 'role' }, 'top'],
    ['group', 123, { atStartOf: 'role' }, 'bottom'],
    ['section', 101, { atStartOf: 'role' }, 'bottom'],
    ['section', 143, { atStartOf: 'role' }, 'bottom'],
  ] as const)('over a %s at %i', (kind, y, spot, edge) => {
    expect(dropSpot(row(kind), y)).toEqual({ spot, edge })
  })
})

test.each([
  ['in the middle', 400, 0],
  ['48 px from the top', 48, 0],
  ['near the top', 24, -7],
  ['above the top', -50, -14],
  ['near the bottom', 776, 7],
  ['below the bottom', 900, 14],
] as const)('a drag scrolls %s', (_, y, step) => {
  expect(scrollStep(y, 0, 800)).toBe(step)
})
