import { expect, test } from 'vitest'
import { mentionsOf, slotsOf } from '../../src/coding/slots.ts'
import type { ResponseId } from '../../src/response/revision.ts'
import { codebook } from '../../src/survey/codebook.ts'
import { secondClubs } from '../support/club-survey.ts'

test('the slots of a grid stand in the order they are asked', () => {
  expect(slotsOf(codebook(secondClubs), 'likes')).toEqual([
    { words: 'own1', answer: 'own1_like' },
    { words: 'own2', answer: 'own2_like' },
  ])
  expect(slotsOf(codebook(secondClubs), 'help')).toEqual([])
})

test('a theme is mentioned by the slots put in it, and by no others', () => {
  const response = 'a' as ResponseId
  const mentions = mentionsOf(
    [
      { response, question: 'own1', theme: 'water' },
      { response, question: 'own2', theme: 'water' },
      { response: 'b' as ResponseId, question: 'own1', theme: 'games' },
    ],
    'water',
  )
  expect([...mentions]).toEqual([['a', new Set(['own1', 'own2'])]])
})
