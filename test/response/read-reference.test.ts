import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReference } from '../../src/response/read-reference.ts'
import { referenceOf, type ResponseId } from '../../src/response/revision.ts'

const mistypings: { readonly [letter: string]: readonly string[] } = { '0': ['0', 'o', 'O'], '1': ['1', 'i', 'L', 'l'] }

test('a reference is read however it is typed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (response, picks) => {
      const reference = referenceOf(response as ResponseId)
      const typed = reference.split('').map((letter, index) => {
        const pick = picks[index] ?? 0
        if (letter === '-') return ['-', '', ' ', ' – ', '—'][pick % 5]
        const ways = mistypings[letter] ?? [letter, letter.toLowerCase()]
        return `${ways[pick % ways.length]}${pick % 7 === 0 ? ' ' : ''}`
      })
      expect(readReference(` ${typed.join('')} `)).toBe(reference)
    }),
  )
})

test.each(['', 'K7TQ', 'K7TQ-3MX', 'K7TQ-3MXPP', 'K7TQ-3MXU', 'K7TQ/3MXP', 'Ann Smythe'])('%j is none', (typed) => {
  expect(readReference(typed)).toBeNull()
})
