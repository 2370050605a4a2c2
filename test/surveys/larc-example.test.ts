import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReturns } from '../../src/export/read-returns.ts'
import { larcExample, larcExampleFile } from '../support/make-larc-example.ts'

const committed = readFileSync(larcExampleFile, 'utf8')

test('the example in surveys/ is what its maker makes', () => {
  expect(committed).toBe(larcExample())
})

test('every return is marked invented, and no authority of the study is named', () => {
  const read = readReturns(committed, 'larc-support-needs')
  if (!read.ok) throw new Error(read.reason)
  const { about, returns } = read.file
  expect(about?.invented).toBe(true)
  expect(about?.note).toMatch(/not published/)
  expect(returns).toHaveLength(21)
  expect(returns.every(({ invented }) => invented)).toBe(true)
  for (const { answers } of returns) expect(answers['authority']).toMatch(/^Authority [A-U] \(invented\)$/)
  expect(new Set(returns.map(({ answers }) => answers['authority'])).size).toBe(21)
})
