import { expect, test } from 'vitest'
import { previewPart } from '../../../src/pages/build/preview-part.ts'
import { questionsOf } from '../../../src/survey/questions.ts'
import { longSurvey } from '../../bench/long-survey.ts'

const namesOf = (part: ReturnType<typeof previewPart>) => questionsOf(part.definition).map(({ name }) => name)

const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `q${from + index}`)

test('a survey of 60 questions is shown whole, the very same', () => {
  const survey = longSurvey(60)
  expect(previewPart(survey, 'q7')).toEqual({ definition: survey, isWhole: true })
  expect(previewPart(survey, 'q7').definition).toBe(survey)
})

test('of a longer one the section of what is chosen is shown, or the first', () => {
  const survey = longSurvey(61)
  expect(namesOf(previewPart(survey, 'q30'))).toEqual(numbered(21, 40))
  expect(namesOf(previewPart(survey, 'q40'))).toEqual(numbered(21, 40))
  expect(namesOf(previewPart(survey, 'group2'))).toEqual(numbered(21, 40))
  expect(namesOf(previewPart(survey, 'section3'))).toEqual(numbered(41, 60))
  expect(namesOf(previewPart(survey, null))).toEqual(numbered(1, 20))
  expect(previewPart(survey, null).isWhole).toBe(false)
})

test('of one long section 20 are shown, the chosen one among them', () => {
  const survey = longSurvey(100)
  const [first] = survey.pages
  if (first === undefined) throw new Error('There is no section')
  const pasted = { ...survey, pages: [{ ...first, elements: questionsOf(survey) }] }
  expect(namesOf(previewPart(pasted, 'q45'))).toEqual(numbered(41, 60))
  expect(namesOf(previewPart(pasted, 'q100'))).toEqual(numbered(81, 100))
  expect(namesOf(previewPart(pasted, null))).toEqual(numbered(1, 20))
})

test('a rule that looks at what is shown stays; one that looks elsewhere is left out', () => {
  const [first, second] = longSurvey(100).pages
  if (first === undefined || second === undefined) throw new Error('There are no sections')
  const gated = { ...second, visibleIf: "{q1} = 'yes'" }
  const survey = { ...longSurvey(100), pages: [first, gated, ...longSurvey(100).pages.slice(2)] }
  const rules = (chosen: string) =>
    Object.fromEntries(
      questionsOf(previewPart(survey, chosen).definition).flatMap(({ name, visibleIf }) =>
        visibleIf === undefined ? [] : [[name, visibleIf]],
      ),
    )
  expect(rules('q1')).toEqual({ q10: "{q8} = 'yes'", q20: "{q8} = 'yes'" })
  expect(rules('q21')).toEqual({ q30: "{q29} = 'yes'", q40: "{q29} = 'yes'" })
  expect(previewPart(survey, 'q21').definition.pages[0]).not.toHaveProperty('visibleIf')
})
