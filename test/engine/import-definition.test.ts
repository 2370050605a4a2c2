import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importDefinition, importDefinitionText } from '../../src/engine/import-definition.ts'
import { openDefinition } from '../../src/engine/open-definition.ts'
import type { Json } from '../../src/survey/json.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { arbitraryDefinition } from '../support/arbitrary-definition.ts'

const folder = new URL('../../surveys/', import.meta.url)
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

const imported = (...elements: readonly unknown[]) => {
  const result = importDefinition({ title: 'Test', pages: [{ name: 'page1', elements }] })
  if (!result.ok) throw new Error(result.reason)
  return {
    ...result,
    questions: questionsOf(result.definition),
    told: result.notes.map(({ what, why }) => `${what}: ${why}`).join('\n'),
  }
}

const age = { type: 'text', name: 'age', title: 'How old are you?' }

describe('what Proforma exported', () => {
  test.each(shipped)('comes back as it was, with nothing to tell', (text) => {
    const result = importDefinitionText(text)
    expect(result).toEqual({ ok: true, definition: JSON.parse(text), notes: [] })
  })

  test('comes back as it was, whatever the survey', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        expect(importDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({ ok: true, definition, notes: [] })
      }),
      { numRuns: 50 },
    )
  })
})

describe('names', () => {
  test('that expressions cannot hold are made anew, in rules and wordings too', () => {
    const { questions, told } = imported(
      { type: 'text', name: 'full name', title: 'What are you called?' },
      { type: 'radiogroup', name: 'likes-tea', title: 'Does {full name} like tea?', choices: ['yes', 'no'] },
      { type: 'comment', name: 'why', visibleIf: "{likes-tea} = 'yes' and {full name} <> '{full name}'" },
    )
    expect(questions.map(({ name }) => name)).toEqual(['full_name', 'likes_tea', 'why'])
    expect(questions[1]?.title).toBe('Does {full_name} like tea?')
    expect(questions[2]?.visibleIf).toBe("{likes_tea} = 'yes' and {full_name} <> '{full name}'")
    expect(told).toContain('the name likes-tea: It is called likes_tea now, in rules too.')
  })

  test('that stand twice become two, and rules mean the first', () => {
    const { questions } = imported(
      age,
      { ...age, name: 'AGE' },
      { type: 'comment', name: 'more', visibleIf: '{Age} > 17' },
    )
    expect(questions.map(({ name }) => name)).toEqual(['age', 'age_2', 'more'])
    expect(questions[2]?.visibleIf).toBe('{age} > 17')
  })

  test('that would pollute prototypes are made anew', () => {
    const { questions } = imported(
      { type: 'matrix', name: 'g', columns: ['a'], rows: ['__proto__', 'fine'] },
      { ...age, name: 'constructor' },
    )
    expect(JSON.stringify(questions)).not.toMatch(/"(?:value|name)":"(?:__proto__|constructor)"/)
  })
})

describe('answers', () => {
  test('that are wordings become ids with their words, and rules follow', () => {
    const { questions } = imported(
      {
        type: 'radiogroup',
        name: 'how',
        choices: ['Very good', 'Not sure', { value: 'Poor!', text: { default: 'Poor', cy: 'Gwael' } }, 4],
      },
      { type: 'comment', name: 'why', visibleIf: "{how} = 'Very good' or 'Poor!' = {how} or {how} = 4" },
      { type: 'comment', name: 'more', visibleIf: '{how} anyof [\'Very good\', "Not sure"]' },
    )
    expect(questions[0]).toMatchObject({
      choices: [
        { value: 'very_good', text: 'Very good' },
        { value: 'not_sure', text: 'Not sure', role: 'not-sure' },
        { value: 'poor', text: { default: 'Poor', cy: 'Gwael' } },
        { value: 4 },
      ],
    })
    expect(questions[1]?.visibleIf).toBe("{how} = 'very_good' or 'poor' = {how} or {how} = 4")
    expect(questions[2]?.visibleIf).toBe("{how} anyof ['very_good', 'not_sure']")
  })

  test('that stand twice are taken once', () => {
    const { questions, told } = imported({ type: 'radiogroup', name: 'q', choices: ['a', 'b', 'a'] })
    expect(questions[0]).toMatchObject({ choices: [{ value: 'a' }, { value: 'b' }] })
    expect(told).toBe('an answer: a stands in the list already.')
  })

  test('of two questions are not mixed up in one rule', () => {
    const { questions } = imported(
      { type: 'radiogroup', name: 'one', choices: [{ value: 'Very good', text: 'Best' }] },
      { type: 'radiogroup', name: 'two', choices: [{ value: 'Very good', text: 'Good' }] },
      { type: 'comment', name: 'why', visibleIf: "{one} = 'Very good' and 'Very good' = {two}" },
    )
    expect(questions[2]?.visibleIf).toBe("{one} = 'best' and 'good' = {two}")
  })

  test('of yes and no become one choice, and rules follow', () => {
    const { questions, told } = imported(
      { type: 'boolean', name: 'ok', labelTrue: 'Aye' },
      { type: 'comment', name: 'why', visibleIf: '{ok} = false' },
    )
    expect(questions[0]).toMatchObject({
      type: 'radiogroup',
      choices: [
        { value: 'yes', text: 'Aye' },
        { value: 'no', text: 'No' },
      ],
    })
    expect(questions[1]?.visibleIf).toBe("{ok} = 'no'")
    expect(told).toContain('boolean: It is asked as one choice')
  })

  test('that SurveyJS adds by a switch are written out, and Other brings a question', () => {
    const { questions } = imported({
      type: 'tagbox',
      name: 'help',
      choices: ['a', 'b'],
      showOtherItem: true,
      hasNone: true,
    })
    expect(questions[0]).toMatchObject({
      type: 'checkbox',
      choices: [{ value: 'a' }, { value: 'b' }, { value: 'other', text: 'Other' }, { value: 'none', role: 'none' }],
    })
    expect(questions[1]).toMatchObject({ type: 'text', name: 'help_other', visibleIf: "{help} contains 'other'" })
  })

  test('of a renamed question: Other asks by the new name', () => {
    const { questions } = imported({ type: 'radiogroup', name: 'what helps', choices: ['a'], hasOther: true })
    expect(questions[1]?.visibleIf).toBe("{what_helps} = 'other'")
  })

  test('of a rating are written out, with what its ends mean', () => {
    const { questions } = imported(
      { type: 'rating', name: 'a', rateMax: 3, minRateDescription: 'Bad', maxRateDescription: 'Good' },
      { type: 'rating', name: 'b', rateType: 'smileys' },
      { type: 'rating', name: 'c', rateValues: ['Poor', 'Fair', 'Good'] },
    )
    expect(questions).toMatchObject([
      { rateValues: [{ value: 1, text: '1 – Bad' }, { value: 2 }, { value: 3, text: '3 – Good' }] },
      {
        rateValues: [{ value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }],
        proforma: { scale: 'smileys' },
      },
      {
        rateValues: [
          { value: 'poor', text: 'Poor' },
          { value: 'fair', text: 'Fair' },
          { value: 'good', text: 'Good' },
        ],
      },
    ])
  })

  test('of a grid keep their rows, and rules over a row follow', () => {
    const { questions } = imported(
      {
        type: 'matrix',
        name: 'need help',
        columns: ['Yes', 'No'],
        rows: ['Analysing data', { value: 'row2', text: 'Writing' }],
        isAllRowRequired: true,
      },
      { type: 'comment', name: 'why', visibleIf: "{need help.Analysing data} = 'Yes' and {need help.row2} notempty" },
    )
    expect(questions[0]).toMatchObject({
      columns: [{ value: 'yes' }, { value: 'no' }],
      rows: [{ value: 'analysing_data', text: 'Analysing data' }, { value: 'row2' }],
      eachRowRequired: true,
    })
    expect(questions[1]?.visibleIf).toBe("{need_help.analysing_data} = 'yes' and {need_help.row2} notempty")
  })

  test('of several lines become several questions', () => {
    const { questions } = imported(
      {
        type: 'multipletext',
        name: 'who',
        items: [
          { name: 'first', title: 'First name' },
          { name: 'years', inputType: 'number' },
        ],
      },
      { type: 'comment', name: 'why', visibleIf: '{who.years} > 5' },
    )
    expect(questions).toMatchObject([
      { name: 'who_first', title: 'First name' },
      { name: 'who_years', inputType: 'number' },
      { visibleIf: '{who_years} > 5' },
    ])
  })
})

test('photos and a signature come in, without what sends them elsewhere', () => {
  const result = imported(
    { type: 'file', name: 'home', allowMultiple: true, maxFiles: 3, storeDataAsText: false },
    { type: 'file', name: 'door', proforma: { most: 2 } },
    { type: 'file', name: 'all', allowMultiple: true },
    { type: 'signaturepad', name: 'sign', penColor: 'red' },
  )
  expect(result.questions).toEqual([
    { type: 'file', name: 'home', title: 'home', proforma: { most: 3 } },
    { type: 'file', name: 'door', title: 'door', proforma: { most: 2 } },
    { type: 'file', name: 'all', title: 'all', proforma: { most: 5 } },
    { type: 'signaturepad', name: 'sign', title: 'sign' },
  ])
  expect(result.notes.map(({ what }) => what)).toEqual(['storeDataAsText', 'penColor'])
})

describe('left out, and told', () => {
  test.each([
    ['html', { type: 'html', name: 'x', html: '<script>' }, 'html: It can run code'],
    ['a ranking', { type: 'ranking', name: 'x', choices: ['a'] }, 'ranking: Putting things in order'],
    ['pictures', { type: 'imagepicker', name: 'x', choices: [] }, 'imagepicker: Its answers are pictures'],
    ['a grid of questions', { type: 'matrixdropdown', name: 'x' }, 'matrixdropdown: Its cells'],
    ['a repeated group of nothing', { type: 'paneldynamic', name: 'x' }, 'a repeated group: Nothing in it'],
    ['a kind nobody knows', { type: 'toString', name: 'x' }, 'toString: Proforma has no kind'],
    ['nothing', null, 'a question: It is empty.'],
    ['a hidden question', { ...age, name: 'x', visible: false }, 'text: It is hidden'],
    ['no answers', { type: 'dropdown', name: 'x' }, 'dropdown: No answers'],
  ])('%s', (_, element, told) => {
    const result = imported(age, element)
    expect(result.questions).toHaveLength(1)
    expect(result.told).toContain(told)
  })

  test.each([
    ['a default', { defaultValue: '3' }, 'defaultValue: It would look like an answer'],
    ['choices from elsewhere', { choicesByUrl: { url: 'https://example.org' } }, 'choicesByUrl: It sends to'],
    ['a rule that sets a value', { setValueIf: '{age} > 1' }, 'setValueIf: It works something out'],
    ['a rule over nothing', { visibleIf: "{gone} = 'a'" }, 'It looks at {gone}'],
    ['a rule with a function', { visibleIf: 'age({birth}) > 3' }, 'It works with “age”'],
    ['a rule that cannot be read', { visibleIf: '{age} = = ~' }, 'It cannot be read'],
    ['a rule over itself', { visibleIf: '{q} notempty' }, 'A rule can only look back'],
  ])('%s, but the question stays', (_, members, told) => {
    const result = imported(age, { type: 'dropdown', name: 'q', choices: ['a', 'b'], ...members })
    expect(result.questions.map(({ name }) => name)).toEqual(['age', 'q'])
    expect(result.told).toContain(told)
    expect(JSON.stringify(result.definition)).not.toContain(Object.keys(members)[0])
  })

  test('more than fits', () => {
    const many = imported({ type: 'dropdown', name: 'q', choices: Array.from({ length: 230 }, (_, n) => n) })
    expect(many.questions[0]).toMatchObject({ choices: { length: 200 } })
    const items = imported(...Array.from({ length: 510 }, (_, n) => ({ ...age, name: `q${n}` })))
    expect(items.questions).toHaveLength(500)
    expect(items.notes.filter(({ why }) => why.includes('up to 500'))).toHaveLength(10)
  })
})

test('keeps the wordings of all languages, and finds the one it was written in', () => {
  const result = importDefinition({
    locale: 'cy',
    title: { cy: 'Arolwg', en: 'Survey', 'no language': 'x' },
    elements: [age],
  })
  expect(result).toMatchObject({
    ok: true,
    definition: { title: { default: 'Arolwg', cy: 'Arolwg', en: 'Survey' }, proforma: { id: 'arolwg', privacy: '' } },
  })
  expect(result.ok && result.notes.map(({ where }) => where)).toEqual(['title.no language'])
})

const nested = (depth: number): unknown =>
  depth === 0 ? age : { type: 'panel', name: `p${depth}`, elements: [nested(depth - 1)] }
const circle: { self?: unknown } = {}
circle.self = circle

test.each([
  ['nothing', null, 'not a survey'],
  ['a list', [], 'not a survey'],
  ['no questions', { title: 'x' }, 'not a survey'],
  [
    'nothing that can be taken',
    { elements: [{ type: 'html', name: 'x' }] },
    'No question in it could be taken. elements[0]: It can run code',
  ],
  ['too large', { title: 'x'.repeat(1024 * 1024) }, 'over 1024 KiB'],
  ['500 panels in each other', { elements: [nested(500)] }, 'more than 60 deep'],
  ['a circle', circle, 'deep'],
  ['a prototype', JSON.parse('{"elements":[{"type":"text","__proto__":{"x":1}}]}'), 'a part called __proto__'],
  ['a function', { elements: [() => 1] }, 'not JSON'],
])('refuses %s whole', (_, json, reason) => {
  const result = importDefinition(json)
  expect(result.ok ? '' : result.reason).toContain(reason)
})

test('refuses text that is not JSON, with its line', () => {
  expect(importDefinitionText('{\n"title": x}')).toMatchObject({ ok: false, reason: expect.stringContaining('line 2') })
})

// A survey with some of its values exchanged for something else, as files from elsewhere come.

const odd: readonly Json[] = [
  null,
  0,
  -1,
  1e300,
  '',
  'x',
  '__proto__',
  '{a} = 1',
  "'",
  true,
  [],
  {},
  [null],
  { type: 'panel' },
  { default: 'x' },
  'matrix',
  'html',
  'boolean',
  'rating',
]

const mutated = (json: Json, picks: readonly number[]): Json => {
  let at = 0
  const walk = (value: Json): Json => {
    const pick = picks[at % picks.length] ?? 0
    at += 1
    if (pick % 23 === 0) return odd[pick % odd.length] ?? null
    if (Array.isArray(value)) return (pick % 29 === 0 ? [...value, ...value] : value).map(walk)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, member]) => [
          pick % 31 === 0 ? `${key} x` : key,
          key === 'type' && pick % 7 === 0 ? (odd[pick % odd.length] ?? '') : walk(member),
        ]),
      )
    return value
  }
  return walk(json)
}

test('never throws, and gives what opens, whatever was done to a survey', () => {
  let taken = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...shipped),
      fc.array(fc.nat({ max: 100_000 }), { minLength: 5, maxLength: 200 }),
      (text, picks) => {
        const result = importDefinition(mutated(JSON.parse(text), picks))
        if (!result.ok) return result.reason !== ''
        taken += 1
        return openDefinition(JSON.parse(JSON.stringify(result.definition))).ok
      },
    ),
    { numRuns: 300 },
  )
  expect(taken).toBeGreaterThan(100)
})

test('never throws on any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(
        importDefinition({
          elements: [json, { type: 'radiogroup', name: json, choices: json, title: json, visibleIf: json }],
        }),
      ).toHaveProperty('ok')
    }),
  )
})

test('a repeated group comes in with its rules, and what can’t be asked for each entry is told', () => {
  const imported = importDefinition({
    title: 'Kids',
    elements: [
      { type: 'text', name: 'first one' },
      {
        type: 'paneldynamic',
        name: 'kids list',
        title: 'Kids',
        maxPanelCount: 50,
        templateElements: [
          { type: 'text', name: 'kid name', title: 'Name' },
          { type: 'text', name: 'age', inputType: 'number', title: 'How old is {panel.kid name}?' },
          {
            type: 'dropdown',
            name: 'school',
            choices: ['a'],
            showOtherItem: true,
            visibleIf: '{panel.age} > 4 and {first one} notempty',
          },
          { type: 'matrix', name: 'm', columns: ['a'], rows: ['b'] },
        ],
      },
      { type: 'comment', name: 'why', visibleIf: '{kids list.length} >= 2' },
      { type: 'comment', name: 'outside', visibleIf: '{panel.age} > 2' },
    ],
  })
  if (!imported.ok) throw new Error(imported.reason)
  const [, kids, why, outside] = imported.definition.pages[0]?.elements ?? []
  expect(kids).toMatchObject({
    type: 'paneldynamic',
    name: 'kids_list',
    templateElements: [
      { name: 'kid_name' },
      { name: 'age', title: 'How old is {panel.kid_name}?' },
      { name: 'school', visibleIf: '{panel.age} > 4 and {first_one} notempty' },
      { name: 'school_other', visibleIf: "{panel.school} = 'other'" },
    ],
  })
  expect(kids).not.toHaveProperty('maxPanelCount')
  expect(why).toMatchObject({ visibleIf: '{kids_list.length} >= 2' })
  expect(outside).not.toHaveProperty('visibleIf')
  const told = imported.notes.map(({ what, why: reason }) => `${what}: ${reason}`)
  expect(told).toContain('the name kids list: It is called kids_list now, in rules too.')
  expect(told).toContain('m: It can’t be asked for each entry of a repeated group.')
  expect(told).toContain('maxPanelCount: A group has up to 20 entries.')
})
