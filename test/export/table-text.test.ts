import { expect, test } from 'vitest'
import { tableText } from '../../src/export/table-text.ts'
import { larcTable } from '../support/larc-table.ts'

const text = tableText(larcTable())

test('it fits a terminal of 80', () => {
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test('figures stand under their heads, the base and the response rate below', () => {
  const lines = text.split('\n')
  const head = lines.find((line) => line.startsWith('Item')) ?? ''
  const row = lines.find((line) => line.startsWith('Designing the local research project')) ?? ''
  expect(row).toMatch(/16 +0 +1 +4 +21$/)
  for (const [label, figure] of [
    ['Yes', '16'],
    ['Not sure', '1'],
    ['Base', '21'],
  ] as const) {
    const end = head.indexOf(label) + label.length
    expect(row.slice(end - figure.length, end)).toBe(figure)
  }
  expect(text).toContain('Base: all returned. 21 of 25 returned (84%). Counted: version 1.')
  expect(text).toMatch(/advance of workshops \* +2 +0 +5 +14 +21/)
  expect(text).toContain('* Open-ended responses')
})
