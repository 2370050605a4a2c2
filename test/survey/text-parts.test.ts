import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { textOfParts, textParts } from '../../src/survey/text-parts.ts'

test('a wording is taken apart into words and answers put in', () => {
  expect(textParts('How old is {child_name}?')).toEqual([
    { text: 'How old is ' },
    { answerTo: 'child_name' },
    { text: '?' },
  ])
  expect(textParts('{a}{b}')).toEqual([{ answerTo: 'a' }, { answerTo: 'b' }])
  expect(textParts('Braces { } and {no name} are words')).toEqual([{ text: 'Braces { } and {no name} are words' }])
  expect(textParts('')).toEqual([])
})

test('any wording put together again is the wording', () => {
  const words = fc
    .array(fc.oneof(fc.string(), fc.constantFrom('{', '}', '{a}', '{a b}', '{child_1}')))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(words, (text) => {
      expect(textOfParts(textParts(text))).toBe(text)
    }),
  )
})
