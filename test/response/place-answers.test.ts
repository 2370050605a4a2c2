import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answers } from '../../src/response/answers.ts'
import { offersAnswer } from '../../src/response/check-revision.ts'
import { placeAnswers } from '../../src/response/place-answers.ts'
import { isJsonObject, type Json } from '../../src/survey/json.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { answerFor, arbitraryDefinition } from '../support/arbitrary-definition.ts'
import { exampleReturn, definition } from '../server/example-return.ts'

const [page] = definition.pages
if (page === undefined) throw new Error('The example has no page')

test('an answer stays where its question offers it, row by row and box by box, and the rest is kept aside', () => {
  const next = {
    ...definition,
    pages: [
      {
        ...page,
        elements: [
          { type: 'matrix' as const, name: 'help', title: 'What helped?', columns: ['yes', 'no'], rows: ['money'] },
          { type: 'checkbox' as const, name: 'who', title: 'Who came?', choices: ['nurse'] },
        ],
      },
    ],
  }
  const answers = { role: 'Aunt', help: { housing: 'yes', money: 'no' }, who: ['nurse', 'teacher'] }
  expect(placeAnswers(answers, next)).toEqual({
    kept: { help: { money: 'no' }, who: ['nurse'] },
    aside: { role: 'Aunt', help: { housing: 'yes' }, who: ['teacher'] },
  })
})

test('moved to its own version, all stays', () => {
  const { answers } = exampleReturn(1)
  expect(placeAnswers(answers, definition)).toEqual({ kept: answers, aside: {} })
})

/** Rows and boxes put together again; anything else is on one side only. */
const together = (one: Json | undefined, other: Json | undefined): Json | undefined => {
  if (one === undefined || other === undefined) return one ?? other
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  return isJsonObject(one) && isJsonObject(other) ? { ...one, ...other } : 'lost'
}

const sorted = (answer: Json | undefined) => (Array.isArray(answer) ? new Set(answer) : answer)

test('whatever the two versions are, what stays is offered, and nothing is lost', () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, fc.array(fc.nat({ max: 11 })), (before, after, picks) => {
      const answers: Answers = Object.fromEntries<Json>(
        questionsOf(before).flatMap((question, index) => {
          const answer = answerFor(question, picks[index] ?? 0) as Json | undefined
          return answer === undefined ? [] : [[question.name, answer] as const]
        }),
      )
      const { kept, aside } = placeAnswers(answers, after)
      const questions = new Map(questionsOf(after).map((question) => [question.name, question]))
      for (const [name, answer] of Object.entries(kept)) {
        const question = questions.get(name)
        expect(question !== undefined && offersAnswer(question, answer)).toBe(true)
      }
      for (const name of Object.keys(answers))
        expect(sorted(together(kept[name], aside[name]))).toEqual(sorted(answers[name]))
    }),
  )
})
