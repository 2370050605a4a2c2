import * as fc from 'fast-check'
import type { Model, QuestionPanelDynamicModel } from 'survey-core'
import { expect, test } from 'vitest'
import { isAsked } from '../../src/engine/asked.ts'
import { openFilling } from '../../src/engine/filling.ts'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { marksOf, settle } from '../../src/engine/statuses.ts'
import { answerTo, isEmptyAnswer, type Answers } from '../../src/response/answers.ts'
import { entryQuestions, itemsGiven } from '../../src/response/entries.ts'
import { checkRevision } from '../../src/response/check-revision.ts'
import { marks as everyMark } from '../../src/response/marks.ts'
import { addConsent } from '../../src/survey/edit/consent.ts'
import { itemsOf } from '../../src/survey/codebook.ts'
import type { Definition, Page } from '../../src/survey/definition.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import type { Json } from '../../src/survey/json.ts'
import { answerFor, arbitraryDefinition } from '../support/arbitrary-definition.ts'

const clicks = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 11 })), { maxLength: 25 })

type Clicks = readonly (readonly [number, number])[]

/** Clicks through the form as a person would: only what is on the screen can be answered. */
const clickThrough = (
  definition: Definition,
  picks: Clicks,
  onto: Model,
  answer: (name: string, value: Json | undefined) => void,
): void => {
  for (const [where, what] of picks) {
    const shown = questionsOf(definition).filter(({ name }) => {
      const question = onto.getQuestionByName(name)
      return question !== null && isAsked(question)
    })
    const question = shown[where % shown.length]
    if (question !== undefined) answer(question.name, answerFor(question, what) as Json | undefined)
  }
}

/** What the screen says of each item, by sight: shown or not, something in it or not. */
const seen = (definition: Definition, model: Model): Readonly<Record<string, string>> =>
  Object.fromEntries(
    itemsGiven(definition, model.data as Answers).map((item) => {
      const [name = '', entry, inner] = item.split('.')
      const question = model.getQuestionByName(name)
      if (question === null || !isAsked(question)) return [item, 'not-asked']
      if (inner !== undefined) {
        const shown = (question as QuestionPanelDynamicModel).panels[Number(entry) - 1]?.getQuestionByName(inner)
        if (shown?.isVisible !== true) return [item, 'not-asked']
      }
      const value = answerTo(model.data as Answers, item)
      if (isEmptyAnswer(value)) return [item, 'blank']
      return [item, [value].flat().includes('rather_not') ? 'refused' : 'answered']
    }),
  )

test('statuses are what the live form shows, item for item, whatever was clicked', () => {
  fc.assert(
    fc.property(arbitraryDefinition, clicks, (definition, picks) => {
      const filling = openFilling(definition, {})
      clickThrough(definition, picks, filling.model, filling.answer)
      expect(settle(definition, filling.typed()).statuses).toEqual(seen(definition, filling.model))
    }),
    { numRuns: 60 },
  )
})

test('a form opened again stands as it stood', () => {
  fc.assert(
    fc.property(arbitraryDefinition, clicks, (definition, picks) => {
      const filling = openFilling(definition, {})
      clickThrough(definition, picks, filling.model, filling.answer)
      const again = openFilling(definition, filling.typed())
      expect(seen(definition, again.model)).toEqual(seen(definition, filling.model))
      expect(again.typed()).toEqual(filling.typed())
    }),
    { numRuns: 60 },
  )
})

/** A survey, anything that may have been typed into it, and marks on any of its questions. */
const markedForm = fc
  .record({
    definition: arbitraryDefinition,
    picks: fc.array(fc.nat({ max: 11 }), { minLength: 12, maxLength: 12 }),
    marked: fc.array(fc.option(fc.constantFrom(...everyMark), { freq: 4 }), { minLength: 12, maxLength: 12 }),
  })
  .map(({ definition, picks, marked }) => {
    const answers = questionsOf(definition).map((question, index) => [
      question.name,
      answerFor(question, picks[index] ?? 0),
    ])
    const typed = Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) as Answers
    const questions = marked.map((mark, index) => [`q${index}`, mark] as const)
    const entries = [...entryQuestions(definition, typed).keys()].map(
      (item, index) => [item, marked[(index * 5) % marked.length] ?? null] as const,
    )
    const marks = Object.fromEntries(
      [...questions, ...entries].flatMap(([item, mark]) => (mark === null ? [] : [[item, mark] as const])),
    )
    return { definition, typed, marks }
  })

test('a mark is the status of what was asked and left empty, and of nothing else', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(markedForm, ({ definition, typed, marks }) => {
      const unmarked = settle(definition, typed)
      const settled = settle(definition, typed, marks)
      const expected = Object.entries(unmarked.statuses).map(([item, status]) => {
        // A mark is on a whole question, or on one question of one entry.
        const [question = '', ...row] = item.split('.')
        const mark = status === 'blank' ? marks[row.length === 2 ? item : question] : undefined
        if (mark !== undefined) met.add(['question', 'row', 'entry'][row.length] ?? '')
        return [item, mark ?? status]
      })
      expect(settled).toEqual({ answers: unmarked.answers, statuses: Object.fromEntries(expected) })
      expect(Object.keys(settled.statuses).sort()).toEqual([...itemsGiven(definition, settled.answers)].sort())
      expect(checkRevision(settled, definition)).toBe(null)
    }),
    { numRuns: 60 },
  )
  expect([...met].sort()).toEqual(['entry', 'question', 'row'])
})

test('an amendment finds the marks that its return was made with', () => {
  fc.assert(
    fc.property(markedForm, ({ definition, typed, marks }) => {
      const returned = settle(definition, typed, marks)
      const found = marksOf(definition, returned)
      expect(settle(definition, returned.answers, found)).toEqual(returned)
      for (const [question, mark] of Object.entries(found)) expect(marks[question]).toBe(mark)
    }),
    { numRuns: 25 },
  )
})

test('the same check catches the wrong routing of survey-core’s default', () => {
  const check = fc.property(arbitraryDefinition, clicks, (definition, picks) => {
    const { model } = openFilling(definition, {})
    model.clearInvisibleValues = 'onComplete'
    clickThrough(definition, picks, model, (name, value) => {
      const question = model.getQuestionByName(name)
      if (value === undefined) question?.clearValue()
      else if (question !== null) question.value = value
    })
    expect(settle(definition, model.data as Answers).statuses).toEqual(seen(definition, model))
  })
  expect(fc.check(check, { numRuns: 500, seed: 1, endOnFailure: true }).failed).toBe(true)
})

const underConsent: fc.Arbitrary<Definition> = arbitraryDefinition.map((definition) => {
  const added = addConsent(definition)
  if (!added.ok) throw new Error(added.reason)
  return added.definition
})

const ungated = ({ name, elements }: Page): Page => ({ name, elements })

test('after a no nothing else is kept, and every other item is refused, whatever was answered before', () => {
  fc.assert(
    fc.property(underConsent, clicks, fc.boolean(), (definition, picks, gated) => {
      // A consent that nothing hangs on is a consent all the same.
      const survey = gated ? definition : { ...definition, pages: definition.pages.map(ungated) }
      const filling = openFilling(survey, { consent: 'yes' })
      clickThrough(survey, picks, filling.model, filling.answer)
      const before = settle(survey, { ...filling.typed(), consent: 'yes' })
      const typed = { ...filling.typed(), consent: 'no' }
      const { answers, statuses } = settle(survey, typed)
      expect(answers).toEqual({ consent: 'no' })
      expect(statuses).toEqual(
        Object.fromEntries(itemsOf(survey).map((item) => [item, item === 'consent' ? 'answered' : 'refused'])),
      )
      expect(checkRevision({ answers, statuses }, survey)).toBeNull()
      expect(settle(survey, { ...typed, consent: 'yes' }), 'a changed mind brings all of it back').toEqual(before)
    }),
    { numRuns: 30 },
  )
})

test('random definitions open', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      expect(openDefinition(definition)).toEqual({ ok: true, definition })
    }),
  )
})

const household: Definition = {
  proforma: { id: 'household' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
  title: 'Household',
  pages: [
    {
      name: 'all',
      elements: [
        {
          type: 'paneldynamic',
          name: 'children',
          title: 'Children',
          templateElements: [
            { type: 'text', name: 'child_name', title: 'Name' },
            { type: 'text', name: 'age', title: 'How old is {panel.child_name}?', inputType: 'number' },
            { type: 'text', name: 'school', title: 'Which school?', visibleIf: '{panel.age} >= 5' },
          ],
        },
        { type: 'text', name: 'together', title: 'Do they play together?', visibleIf: '{children.length} >= 2' },
      ],
    },
  ],
}

test('each entry of a group has the status of each of its questions', () => {
  const children = [
    { child_name: 'Ann', age: 7, school: 'Elm Road' },
    { child_name: 'Bo', age: 3, school: 'Elm Road' },
  ]
  expect(settle(household, { children, together: 'yes' })).toEqual({
    answers: { children: [children[0], { child_name: 'Bo', age: 3 }], together: 'yes' },
    statuses: {
      children: 'answered',
      'children.1.child_name': 'answered',
      'children.1.age': 'answered',
      'children.1.school': 'answered',
      'children.2.child_name': 'answered',
      'children.2.age': 'answered',
      'children.2.school': 'not-asked',
      together: 'answered',
    },
  })
})

test('an entry that nothing was written in is none, and rules do not count it', () => {
  const settled = settle(household, { children: [{}, { child_name: 'Ann' }, { child_name: ' ' }], together: 'yes' })
  expect(settled.answers).toEqual({ children: [{ child_name: 'Ann' }] })
  expect(settled.statuses).toMatchObject({ children: 'answered', 'children.1.age': 'blank', together: 'not-asked' })
  expect(settled.statuses).not.toHaveProperty('children.2.age')
  expect(settle(household, { children: [{}] }).statuses).toEqual({ children: 'blank', together: 'not-asked' })
})
