import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { advise, type NeverMet } from '../../../src/survey/advice/advise.ts'
import { estimatedMinutes } from '../../../src/survey/advice/minutes.ts'
import { readingAge, readingAgeOf } from '../../../src/survey/advice/reading-age.ts'
import type { Definition, Question } from '../../../src/survey/definition.ts'
import { gridOf, one, surveyOf } from './examples.ts'

const shipped = (name: string): Definition =>
  JSON.parse(readFileSync(new URL(`../../../surveys/${name}.json`, import.meta.url), 'utf8')) as Definition

const told = (definition: Definition) =>
  advise(definition, () => []).map(({ question, kind }) => `${question}: ${kind}`)

const many = (count: number, question: Omit<Question, 'name'> & object): readonly Question[] =>
  Array.from({ length: count }, (_, index) => ({ ...question, name: `q${index}` }) as Question)

describe('the surveys that ship', () => {
  test('raise no alarm', () => {
    expect(told(shipped('family-views'))).toEqual([])
    expect(told(shipped('larc-support-needs'))).toEqual([])
    expect(told(shipped('practitioner-interview'))).toEqual([])
  })

  test('are about as long as they say', () => {
    expect(estimatedMinutes(shipped('family-views'))).toBeCloseTo(4.1, 1)
    expect(estimatedMinutes(shipped('larc-support-needs'))).toBeCloseTo(3.6, 1)
  })

  test('are read at these ages', () => {
    expect(readingAgeOf(shipped('family-views'))).toBeLessThan(9)
    expect(readingAgeOf(shipped('larc-support-needs'))).toBeGreaterThan(9)
  })
})

const withoutWords = (question: Question) =>
  advise(surveyOf(question), () => [])
    .filter(({ kind }) => kind === 'not-worded')
    .map(({ reason }) => reason.split(' has ')[0])

describe('what has no words yet', () => {
  test('is told: a question, an item, an answer', () => {
    const grid = gridOf('')
    expect(withoutWords(one(' '))).toEqual(['This question'])
    expect(withoutWords(grid)).toEqual(['An item of this question'])
    expect(withoutWords(one('Do you have a garden?', ['Yes', '']))).toEqual(['An answer of this question'])
    expect(withoutWords(one('Do you have a garden?'))).toEqual([])
  })
})

describe('“fine as it is”', () => {
  const survey = surveyOf(one('Do you often feel worried?'))
  const [finding] = advise(survey, () => [])
  const fine = new Set([finding?.key ?? ''])

  test('is remembered', () => {
    expect(advise(survey, () => [], fine)).toEqual([])
  })

  test('holds while something else changes', () => {
    expect(advise({ ...survey, title: 'Another title' }, () => [], fine)).toEqual([])
  })

  test('is asked again when the question is reworded, and when another question says the same', () => {
    expect(advise(surveyOf(one('Do you often feel very worried?')), () => [], fine)).toHaveLength(1)
    expect(advise(surveyOf({ ...one('Do you often feel worried?'), name: 'other' }), () => [], fine)).toHaveLength(1)
  })
})

describe('what blocks', () => {
  const survey = surveyOf(one('Do you have a garden?'))
  const silent: Definition = { ...survey, proforma: { ...survey.proforma, privacy: ' ' } }
  const never: NeverMet = { element: 'q', rule: "{a} = 'x' and {a} = 'y'", reason: 'No answer is both.' }

  test('is a missing privacy text, fine or not', () => {
    const [finding] = advise(silent, () => [])
    expect(finding).toMatchObject({ kind: 'no-privacy', blocks: true, question: null })
    expect(advise(silent, () => [], new Set([finding?.key ?? '']))).toEqual([finding])
  })

  test('is a rule that can never be met', () => {
    expect(advise(survey, () => [never])).toMatchObject([
      { kind: 'never-met', question: 'q', reason: 'No answer is both.', blocks: true },
    ])
  })

  test('is nothing else', () => {
    const worst = surveyOf(one('Don’t you often oppose not having a CAF and a TAC?', ['Yes', 'No']))
    const findings = advise(worst, () => [])
    expect(findings.length).toBeGreaterThan(4)
    expect(findings.filter(({ blocks }) => blocks)).toEqual([])
  })
})

describe('the whole form', () => {
  test('over 12 minutes is too long, unless an interviewer leads through it', () => {
    const long = { type: 'comment', title: 'What happened?' } as const
    expect(told(surveyOf(...many(10, long)))).toEqual([])
    expect(told(surveyOf(...many(20, long)))).toEqual(['null: too-long'])
    expect(told(surveyOf(...many(20, { ...long, proforma: { prompts: 'And then?' } })))).toEqual([])
  })

  test('that is hard to read is told once, with its long words', () => {
    const hard =
      'Notwithstanding organisational prerequisites, has accessibility of administrative accommodation deteriorated considerably?'
    const findings = advise(surveyOf(...many(8, one(hard))), () => [])
    expect(findings.filter(({ kind }) => kind === 'reading-age')).toMatchObject([
      { question: null, betterWay: expect.stringContaining('organisational') },
    ])
  })

  test('is read at an age that grows with long words and long sentences', () => {
    const easy = readingAge(['The cat sat on the mat. It was warm.'])
    const longer = readingAge(['The cat sat on the mat and it was warm and it was good and it slept and did not wake.'])
    const harder = readingAge(['Administrative responsibilities necessitate considerable determination.'])
    expect(easy).toBeLessThan(longer)
    expect(longer).toBeLessThan(harder)
  })

  test('in two languages says what is missing, a question at a time', () => {
    const survey: Definition = {
      ...surveyOf({
        type: 'radiogroup',
        name: 'q',
        title: { default: 'Do you drive?', cy: 'Ydych chi’n gyrru?' },
        choices: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'n', text: 'Not sure', role: 'not-sure' },
        ],
      }),
      title: { default: 'Test', cy: 'Prawf' },
    }
    const findings = advise(survey, () => [])
    expect(findings).toMatchObject([
      {
        kind: 'missing-translation',
        question: null,
        reason: expect.stringContaining('This survey, privacy text is not translated into Welsh'),
      },
      {
        kind: 'missing-translation',
        question: 'q',
        reason: expect.stringContaining('3 wordings are not translated into Welsh'),
      },
    ])
  })

  test('for people of the field may use its words', () => {
    const survey = surveyOf(one('Was a referral made?'))
    expect(told(survey)).toEqual(['q: jargon'])
    expect(
      told({ ...survey, proforma: { ...survey.proforma, audience: 'Practitioners in children’s services' } }),
    ).toEqual([])
    expect(told({ ...survey, proforma: { ...survey.proforma, units: 'organisations' } })).toEqual([])
  })

  test('may write an abbreviation out once, anywhere', () => {
    const survey = surveyOf(one('Did you get a copy of your EHCP?'))
    expect(told(survey)).toEqual(['q: abbreviation'])
    expect(told({ ...survey, description: 'About the Education, Health and Care Plan (EHCP).' })).toEqual([])
  })
})
