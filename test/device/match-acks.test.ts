import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchAcks } from '../../src/device/match-acks.ts'
import type { Ack } from '../../src/protocol/messages.ts'
import { exampleRevision } from '../support/example-revision.ts'

const one = exampleRevision(1)
const two = exampleRevision(2)

const ack = (revision: typeof one, changes: Partial<Ack> = {}): Ack => ({
  id: revision.id,
  status: 'stored',
  seq: revision.deviceSequence + 40,
  sha256: revision.sha256,
  reason: null,
  ...changes,
})

const nothing = { arrived: [], erased: [], keptAside: [], unacknowledged: [] }

describe('an answer to a push', () => {
  test('acknowledges what it echoes by id and digest, in whatever order', () => {
    expect(matchAcks([one, two], [ack(two, { status: 'duplicate' }), ack(one)])).toEqual({
      ...nothing,
      arrived: [
        { id: one.id, seq: 41 },
        { id: two.id, seq: 42 },
      ],
    })
  })

  test.each([
    ['with another digest', ack(one, { sha256: two.sha256 })],
    ['with no digest', ack(one, { sha256: null })],
    ['with another id', ack(one, { id: two.id })],
    ['with no id', ack(one, { id: null })],
    ['of an erasure with another digest', ack(one, { status: 'erased', sha256: two.sha256 })],
  ])('does not acknowledge %s', (_, wrong) => {
    expect(matchAcks([one], [wrong])).toEqual({ ...nothing, unacknowledged: [one.id] })
  })

  test('tells why one was kept aside, in a sentence', () => {
    const aside = ack(one, { status: 'quarantined', seq: null, sha256: null, reason: 'unknown-version' })
    expect(matchAcks([one], [aside]).keptAside).toEqual([
      { id: one.id, reason: 'The server does not know the version of the survey it answers.' },
    ])
  })

  test('puts each revision in exactly one place, and none that was not sent in any', () => {
    const all = [1, 2, 3, 4].map((number) => exampleRevision(number))
    const arbitraryAck: fc.Arbitrary<Ack> = fc.record({
      id: fc.constantFrom(null, ...all.map(({ id }) => id)),
      status: fc.constantFrom('stored', 'duplicate', 'quarantined', 'erased'),
      seq: fc.constantFrom(null, 1, 2),
      sha256: fc.constantFrom(null, ...all.map(({ sha256 }) => sha256)),
      reason: fc.constantFrom(null, 'wrong-digest', 'id-taken'),
    })
    fc.assert(
      fc.property(fc.subarray(all), fc.array(arbitraryAck), (sent, acks) => {
        const { arrived, erased, keptAside, unacknowledged } = matchAcks(sent, acks)
        const placed = [...[...arrived, ...keptAside].map(({ id }) => id), ...erased, ...unacknowledged]
        expect(placed.sort()).toEqual(sent.map(({ id }) => id).sort())
        for (const { id } of arrived) {
          const sha256 = all.find((each) => each.id === id)?.sha256
          expect(acks.some((each) => each.id === id && each.sha256 === sha256)).toBe(true)
        }
      }),
    )
  })
})
