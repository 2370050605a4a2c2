import { expect, test } from 'vitest'
import { isMissed, type Measure, median, percentile, reportLines } from './report.ts'

const measure = (value: number, bar: number | null): Measure => ({ name: 'Script', value, unit: 'kB', bar })

test('a bar is met up to itself; above it, or with nothing measured, it is missed', () => {
  expect([110, 110.001, Number.NaN].map((value) => isMissed(measure(value, 110)))).toEqual([false, true, true])
  expect(isMissed(measure(500, null))).toBe(false)
})

test('the report is a table whose figures stand under their heads', () => {
  const core: Measure = { name: '  survey-core', value: 0, unit: 'scripts', bar: 0 }
  expect(reportLines([measure(121, 110), core, measure(7, null)])).toEqual([
    'Measure         Measured        Bar  Of the bar  Result',
    'Script          121.0 kB   110.0 kB       110 %  MISSED',
    '  survey-core  0 scripts  0 scripts                  ok',
    'Script            7.0 kB',
  ])
})

test('the median is the middle one, whatever the order', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([])).toBeNaN()
})

test('95 in 100 are at most the 95th percentile, whatever the order', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 95)).toBe(95)
  expect(percentile([3, 1, 2], 95)).toBe(3)
  expect(percentile([], 95)).toBeNaN()
})
