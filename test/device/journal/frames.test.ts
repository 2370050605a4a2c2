import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFrames, encodeFrame } from '../../../src/device/journal/worker/frames.ts'
import type { Json } from '../../../src/survey/json.ts'

// JSON has no -0.
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json)

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('frames of the journal', () => {
  test('what was written is read, wherever the writing was cut off', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 6 }), fc.nat(), (values, at) => {
        const frames = values.map(encodeFrame)
        const whole = joined(frames)
        const cut = whole.subarray(0, at % (whole.length + 1))
        const read = decodeFrames(cut)
        const ends = frames.map((_, index) => joined(frames.slice(0, index + 1)).length)
        const standing = ends.filter((end) => end <= cut.length).length
        expect(read).toEqual({ values: values.slice(0, standing), sound: ends[standing - 1] ?? 0 })
      }),
    )
  })

  test('a tail that was made longer but never filled, and a byte that turned, end the reading there', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (values, of, byte) => {
        const frames = values.map(encodeFrame)
        const padded = joined([...frames, new Uint8Array(200)])
        expect(decodeFrames(padded).values).toEqual(values)
        const turned = of % frames.length
        const frame = frames[turned]
        if (frame === undefined) throw new Error('no frame')
        const place = byte % frame.length
        frame[place] = (frame[place] ?? 0) ^ 0x10
        expect(decodeFrames(joined(frames)).values).toEqual(values.slice(0, turned))
      }),
    )
  })
})
