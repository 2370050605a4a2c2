import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noBackOff } from '../../src/device/no-back-off.ts'
import { planPush, type Waiting } from '../../src/device/plan-push.ts'
import { pushLimits } from '../../src/protocol/push-limits.ts'
import { exampleRevision } from '../support/example-revision.ts'

const waiting = (deviceSequence: number, bytes = 1_000, attempts = 0): Waiting => ({
  id: exampleRevision(deviceSequence).id,
  deviceSequence,
  bytes,
  attempts,
})

const arbitraryOutbox = fc
  .array(fc.record({ bytes: fc.integer({ min: 200, max: 1_100_000 }), attempts: fc.nat({ max: 3 }) }), {
    maxLength: 130,
  })
  .map((rows) => rows.map(({ bytes, attempts }, index) => waiting(index + 1, bytes, attempts)))

describe('what is sent', () => {
  test('is nothing from an empty outbox, and nothing inside the wait', () => {
    expect(planPush([], { failures: 1, tryAgainAt: 9 }, 100, 0)).toEqual({ kind: 'nothing' })
    expect(planPush([waiting(1)], { failures: 1, tryAgainAt: 9 }, 100, 0)).toEqual({ kind: 'wait', until: 9 })
  })

  test('is oldest first, and after all others what went unacknowledged', () => {
    const plan = planPush([waiting(3), waiting(1, 1_000, 2), waiting(2)], noBackOff, 100, 0)
    expect(plan).toEqual({ kind: 'send', ids: [waiting(2).id, waiting(3).id, waiting(1).id], tooLarge: [] })
  })

  test('keeps to 100 revisions, to fewer where fewer were asked for, and to 1 MiB', () => {
    fc.assert(
      fc.property(arbitraryOutbox, fc.integer({ min: 1, max: 100 }), (outbox, most) => {
        const plan = planPush(outbox, noBackOff, most, 0)
        const ids = plan.kind === 'send' ? plan.ids : []
        const bytes = new Map(outbox.map(({ id, bytes }) => [id, bytes]))
        const sent = ids.reduce((sum, id) => sum + (bytes.get(id) ?? Infinity) + 1, 1_000)
        expect(sent).toBeLessThanOrEqual(pushLimits.bytes)
        expect(ids.length).toBeLessThanOrEqual(most)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('always moves on: something is sent or told to be too large, until the outbox is empty', () => {
    fc.assert(
      fc.property(arbitraryOutbox, fc.integer({ min: 1, max: 100 }), (outbox, most) => {
        let left: readonly Waiting[] = outbox
        for (let round = 0; left.length > 0; round += 1) {
          const plan = planPush(left, noBackOff, most, 0)
          expect(round).toBeLessThan(outbox.length + 1)
          if (plan.kind !== 'send') throw new Error('nothing was planned')
          const gone = new Set([...plan.ids, ...plan.tooLarge])
          expect(gone.size).toBeGreaterThan(0)
          left = left.filter(({ id }) => !gone.has(id))
        }
      }),
    )
  })
})
