import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { atMost } from '../../src/server/at-most.ts'

test('however many come and whatever fails, no more run at once than may, and each is run, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { maxLength: 30 }), async (most, fails) => {
      const inTurn = atMost(most, 100)
      const begun: number[] = []
      let [running, peak] = [0, 0]
      const outcomes = await Promise.allSettled(
        fails.map((isFailing, index) =>
          inTurn(async () => {
            begun.push(index)
            running += 1
            peak = Math.max(peak, running)
            await new Promise((resolve) => setImmediate(resolve))
            running -= 1
            if (isFailing) throw new Error('made to fail')
          }),
        ),
      )
      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(fails)
      expect(begun).toEqual(fails.map((_, index) => index))
      expect(peak).toBe(Math.min(most, fails.length))
    }),
  )
})

test('where too many wait, whoever comes is told at once', async () => {
  const inTurn = atMost(1, 1)
  const first = Promise.withResolvers<string>()
  const running = inTurn(() => first.promise)
  const waiting = inTurn(() => Promise.resolve('second'))
  expect(await inTurn(() => Promise.resolve('third'))).toBeNull()
  first.resolve('first')
  expect(await Promise.all([running, waiting])).toEqual(['first', 'second'])
  expect(await inTurn(() => Promise.resolve('fourth'))).toBe('fourth')
})
