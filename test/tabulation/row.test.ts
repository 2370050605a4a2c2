import { expect, test } from 'vitest'
import { countBytes } from '../../src/tabulation/count.ts'
import { rowOf, sumsToBase } from '../../src/tabulation/row.ts'

const counted = (...bytes: readonly number[]) => ({ counts: countBytes(Uint8Array.from(bytes)), base: bytes.length })

const head = { item: 'likes.music', label: 'Music', openEnded: false }

test('a row whose answers have no column is a fault in the program, and says so', () => {
  expect(() => rowOf(head, counted(0, 1, 1), ['yes', 'no'], [{ id: 'yes', label: 'Yes' }])).toThrow(
    'The row likes.music sums to 1, its base is 3',
  )
})

test('a row may not have a quietly smaller base', () => {
  const columns = [{ id: 'yes', label: 'Yes' }]
  const row = rowOf(head, counted(0, 250, 251, 252, 253, 254), ['yes'], columns)
  expect(row).toMatchObject({
    cells: { yes: 1 },
    nonResponse: 3,
    refused: 1,
    dontKnow: 1,
    notAsked: 1,
    notInVersion: 1,
  })
  expect(() => sumsToBase({ ...row, base: 5 }, columns)).toThrow('sums to 6')
})
