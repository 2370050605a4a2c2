import * as fc from 'fast-check'
import type { Definition, Element, Page, Question } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'

const answers = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not_sure', text: 'Not sure', role: 'not-sure' as const },
  { value: 'rather_not', text: 'Prefer not to say', role: 'refused' as const },
]

/** A photo as an answer names it. */
export const exampleReference = { sha256: 'ab'.repeat(32), type: 'image/jpeg', bytes: 3, width: 4, height: 3 }

const kinds = [
  'radiogroup',
  'checkbox',
  'matrix',
  'comment',
  'text',
  'rating',
  'file',
  'signaturepad',
  'paneldynamic',
] as const

/** A question of some kind; `q3` is the third asked. */
const questionOf = (kind: (typeof kinds)[number], index: number): Question => {
  const asked = { name: `q${index}`, title: `Question ${index}` }
  switch (kind) {
    case 'radiogroup':
    case 'checkbox':
      return { type: kind, ...asked, choices: answers }
    case 'matrix':
      return { type: kind, ...asked, columns: answers.slice(0, 3), rows: ['r0', 'r1'] }
    case 'rating':
      return { type: kind, ...asked, rateValues: [1, 2, 3] }
    case 'comment':
    case 'file':
    case 'signaturepad':
      return { type: kind, ...asked }
    case 'text':
      return { type: kind, ...asked, inputType: 'text' }
    case 'paneldynamic':
      return { type: kind, ...asked, templateElements: entryQuestions(asked.name), proforma: { each: 'Child' } }
    default:
      return kind satisfies never
  }
}

/** The questions of a group: each hangs on the one before it in the same entry. */
const entryQuestions = (group: string): readonly Question[] => [
  { type: 'text', name: `${group}_name`, title: 'Name' },
  {
    type: 'radiogroup',
    name: `${group}_school`,
    title: 'Does {panel.' + group + '_name} go to school?',
    choices: answers,
    visibleIf: `{panel.${group}_name} <> 'b'`,
  },
  {
    type: 'checkbox',
    name: `${group}_help`,
    title: 'Help',
    choices: answers,
    visibleIf: `{panel.${group}_school} = 'yes'`,
  },
  { type: 'comment', name: `${group}_why`, title: 'Why?', visibleIf: `{panel.${group}_help} empty` },
]

/** A rule over an earlier question, of the forms that people write. */
const ruleOver = (question: Question, form: number): string => {
  const name = `{${question.name}}`
  switch (question.type) {
    case 'checkbox':
      return [`${name} contains 'yes'`, `${name} notempty`, `${name} empty`][form % 3] ?? ''
    case 'matrix':
      return [`{${question.name}.r0} = 'yes'`, `${name} empty`, `{${question.name}.r1} notempty`][form % 3] ?? ''
    case 'rating':
      return [`${name} >= 2`, `${name} empty`, `${name} = 1`][form % 3] ?? ''
    case 'radiogroup':
      return [`${name} = 'yes'`, `${name} <> 'yes'`, `${name} empty`][form % 3] ?? ''
    case 'file':
    case 'signaturepad':
      return [`${name} notempty`, `${name} empty`][form % 2] ?? ''
    case 'text':
    case 'comment':
      return [`${name} notempty`, `${name} empty`, `${name} = 'a'`][form % 3] ?? ''
    case 'paneldynamic':
      return [`${name} notempty`, `${name} empty`, `{${question.name}.length} >= 2`][form % 3] ?? ''
    default:
      return question satisfies never
  }
}

interface Step {
  readonly kind: (typeof kinds)[number]
  readonly ruleOn: number | null
  readonly form: number
  readonly opens: 'nothing' | 'panel' | 'page'
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  ruleOn: fc.option(fc.nat(), { freq: 4 }),
  form: fc.nat({ max: 2 }),
  opens: fc.constantFrom('nothing', 'nothing', 'panel', 'page'),
})

/** A group whose second question hangs on what was asked before the group. */
const within = (question: Question, earlier: Question | undefined, form: number): Question =>
  question.type !== 'paneldynamic' || earlier === undefined
    ? question
    : {
        ...question,
        templateElements: question.templateElements.map((inner, index) =>
          index === 1 ? { ...inner, visibleIf: ruleOver(earlier, form + 1) } : inner,
        ),
      }

/** Surveys whose questions, panels and pages hang on earlier answers, in chains. */
export const arbitraryDefinition: fc.Arbitrary<Definition> = fc
  .array(step, { minLength: 2, maxLength: 12 })
  .map((steps) => {
    const asked: Question[] = []
    const pages: (Omit<Page, 'elements'> & { elements: Element[] })[] = [{ name: 'start', elements: [] }]
    steps.forEach(({ kind, ruleOn, form, opens }, index) => {
      const question = questionOf(kind, index)
      const earlier = ruleOn === null || asked.length === 0 ? undefined : asked[ruleOn % asked.length]
      const rule = earlier === undefined ? {} : { visibleIf: ruleOver(earlier, form) }
      if (opens === 'page') pages.push({ name: `page${index}`, ...rule, elements: [question] })
      else if (opens === 'panel')
        pages.at(-1)?.elements.push({ type: 'panel', name: `panel${index}`, ...rule, elements: [question] })
      else pages.at(-1)?.elements.push({ ...within(question, earlier, form), ...rule })
      asked.push(question)
    })
    return {
      proforma: { id: 'random' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
      title: 'Random',
      pages,
    }
  })

/** One to three entries with all that could be typed in them, hidden by now or not. Each has a name. */
const entriesFor = ({ name: group }: Question, pick: number): readonly object[] =>
  Array.from({ length: (pick % 3) + 1 }, (_, index) => ({
    [`${group}_name`]: ['a', 'b'][(pick + index) % 2],
    ...((pick + index) % 5 === 0 ? {} : { [`${group}_school`]: answers[(pick + index) % 4]?.value }),
    ...(pick % 2 === 0 ? { [`${group}_help`]: [['yes'], ['rather_not'], []][(pick + index) % 3] } : {}),
    ...(index % 2 === 0 ? { [`${group}_why`]: ['w', ' '][pick % 2] } : {}),
  }))

/** Something a respondent may answer to a question; `undefined` takes an answer back. */
export const answerFor = (question: Question, pick: number): string | number | string[] | object | undefined => {
  if (pick % 6 === 5) return undefined
  switch (question.type) {
    case 'radiogroup':
      return answers[pick % 4]?.value
    case 'checkbox':
      return [['yes'], ['yes', 'no'], ['no'], ['rather_not']][pick % 4]
    case 'matrix':
      return [{ r0: 'yes' }, { r1: 'no' }, { r0: 'no', r1: 'not_sure' }, {}][pick % 4]
    case 'rating':
      return (pick % 3) + 1
    case 'text':
    case 'comment':
      return ['a', 'b', ' ', 'yes'][pick % 4]
    case 'paneldynamic':
      return entriesFor(question, pick)
    case 'file':
      return [[exampleReference], [], [exampleReference], [exampleReference]][pick % 4]
    case 'signaturepad':
      return [{ name: 'Ann' }, { name: ' ' }, { name: 'Ann', drawn: exampleReference }, { name: '' }][pick % 4]
    default:
      return question satisfies never
  }
}
