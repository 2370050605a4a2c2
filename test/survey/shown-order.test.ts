import { expect, test } from 'vitest'
import { shownOrder } from '../../src/survey/shown-order.ts'

const refused = { value: 'rather_not', role: 'refused' as const }
const choices = ['a', 'b', 'c', refused]

test('an order at random is the same for one form, differs between forms, and keeps the ways out at the end', () => {
  expect(shownOrder(choices, undefined, '1')).toBe(choices)
  expect(shownOrder(choices, 'random', 'form 1')).toEqual(shownOrder(choices, 'random', 'form 1'))
  const orders = Array.from({ length: 600 }, (_, form) => shownOrder(choices, 'random', `form ${form}`))
  expect(orders.every((order) => order.at(-1) === refused)).toBe(true)
  const counts = Map.groupBy(orders, (order) => JSON.stringify(order.slice(0, 3)))
  expect([...counts.keys()].sort()).toEqual([
    '["a","b","c"]',
    '["a","c","b"]',
    '["b","a","c"]',
    '["b","c","a"]',
    '["c","a","b"]',
    '["c","b","a"]',
  ])
  // 100 of each are expected; 60 to 140 is 4 standard deviations.
  for (const [, all] of counts) expect(Math.abs(all.length - 100)).toBeLessThan(40)
})
