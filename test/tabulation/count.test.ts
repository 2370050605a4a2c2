import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { countBytes } from '../../src/tabulation/count.ts'

test('every byte is counted once, in its own place', () => {
  assert(
    property(uint8Array({ maxLength: 300 }), (column) => {
      const counts = countBytes(column)
      expect(counts).toHaveLength(256)
      for (let byte = 0; byte < 256; byte += 1) {
        expect(counts[byte]).toBe(column.filter((each) => each === byte).length)
      }
    }),
    { numRuns: 30 },
  )
})
