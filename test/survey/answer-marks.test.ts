import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markAt, markedText, textOfMarked, withMarks } from '../../src/survey/answer-marks.ts'
import { answersInText, plainText } from '../../src/survey/text-parts.ts'
import { textIn } from '../../src/survey/text.ts'
import { asChildOf } from '../support/child-survey.ts'

const numbers = new Map([
  ['child_name', 1],
  ['carer', 2],
])

describe('a wording as a person edits it', () => {
  test('shows an answer that is put in by its question, and is read back', () => {
    const marked = 'How old is ‹answer to question 1›?'
    expect(markedText('How old is {child_name}?', numbers)).toBe(marked)
    expect(textOfMarked(marked, numbers)).toBe('How old is {child_name}?')
  })

  test('keeps braces that were typed as words, and shows them as typed', () => {
    const kept = textOfMarked('Write {child_name} here', numbers)
    expect(answersInText(kept)).toEqual([])
    expect(markedText(kept, numbers)).toBe('Write {child_name} here')
  })

  test('leaves a mark that names no question as words', () => {
    expect(textOfMarked('‹answer to question 9› {carer}', numbers)).toBe(plainText('‹answer to question 9› {carer}'))
  })

  test('reads back whatever was typed, and no typing makes an answer', () => {
    const piece = fc.constantFrom('{', '}', 'child_name', '{carer}', '‹answer to question 1›', ' ', '‹', 'é', '{{')
    const typed = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(typed, (words) => {
        const text = textOfMarked(words, numbers)
        expect(markedText(text, numbers)).toBe(words)
        expect(answersInText(text).length).toBe(words.split('‹answer to question 1›').length - 1)
      }),
    )
  })

  test('is deleted a mark at a time', () => {
    expect(markAt('a ‹answer to question 1›', 2)).toEqual({ from: 2, to: 24 })
    expect(markAt('a ‹answer to question 1›', 23)).toEqual({ from: 2, to: 24 })
    expect(markAt('a ‹answer to question 1›', 1)).toBeNull()
  })
})

test('on paper a wording names the question whose answer it puts in, in every language', () => {
  const marked = withMarks(asChildOf())
  expect(textIn(marked.pages[0]?.elements[1]?.title)).toBe('How old is ‹answer to question 1›?')
  expect(textIn(marked.pages[0]?.elements[1]?.title, 'cy')).toBe('Faint yw oed ‹answer to question 1›?')
  const { pages, ...rest } = asChildOf()
  const plain = { ...rest, pages: pages.map((page) => ({ ...page, elements: page.elements.slice(0, 1) })) }
  expect(withMarks(plain)).toBe(plain)
})
