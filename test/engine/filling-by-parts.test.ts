import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFilling, openFillingByParts } from '../../src/engine/filling.ts'
import type { Answers } from '../../src/response/answers.ts'
import { waitingFilling } from '../../src/response/waiting-filling.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { Json } from '../../src/survey/json.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { answerFor, arbitraryDefinition } from '../support/arbitrary-definition.ts'

const clicks = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 11 })), { maxLength: 12 })

/** Answers in any order, whether asked or not. */
const answers = (definition: Definition, picks: readonly (readonly [number, number])[]) =>
  picks.flatMap(([where, what]) => {
    const questions = questionsOf(definition)
    const question = questions[where % questions.length]
    return question === undefined ? [] : [[question.name, answerFor(question, what) as Json | undefined] as const]
  })

const inParts = (definition: Definition, before: Answers) => {
  const opening = openFillingByParts(definition, before)
  let part = opening.next()
  while (part.done !== true) part = opening.next()
  return part.value
}

test('a form that is opened in parts is the form that is opened at once', () => {
  fc.assert(
    fc.property(arbitraryDefinition, clicks, clicks, (definition, first, then) => {
      const earlier = openFilling(definition, {})
      for (const [name, value] of answers(definition, first)) earlier.answer(name, value)
      const whole = openFilling(definition, earlier.typed())
      const parts = inParts(definition, earlier.typed())
      expect(parts.model.toJSON()).toEqual(whole.model.toJSON())
      expect(parts.asked()).toEqual(whole.asked())
      for (const [name, value] of answers(definition, then)) {
        whole.answer(name, value)
        parts.answer(name, value)
        expect(parts.asked()).toEqual(whole.asked())
        expect(parts.model.data).toEqual(whole.model.data)
      }
    }),
    { numRuns: 60 },
  )
})

test('what is typed while it is opened is heard when it stands', () => {
  fc.assert(
    fc.property(arbitraryDefinition, clicks, clicks, (definition, first, meanwhile) => {
      const waiting = waitingFilling(definition, { answers: {} })
      for (const [name, value] of answers(definition, first)) waiting.answer(name, value)
      const opened = inParts(definition, waiting.typed())
      for (const [name, value] of answers(definition, meanwhile)) waiting.answer(name, value)
      const typed = waiting.typed()
      waiting.routeBy(opened)
      expect(waiting.typed()).toEqual(typed)
      expect(waiting.asked()).toEqual(openFilling(definition, typed).asked())
    }),
    { numRuns: 60 },
  )
})
