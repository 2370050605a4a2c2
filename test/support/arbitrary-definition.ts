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

const kinds = ['radiogroup', 'checkbox', 'matrix', 'comment', 'text', 'rating', 'file', 'signaturepad'] as const

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
    default:
      return kind satisfies never
  }
}

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
    case 'paneldynamic':
      return [`${name} notempty`, `${name} empty`, `${name} = 'a'`][form % 3] ?? ''
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
      else pages.at(-1)?.elements.push({ ...question, ...rule })
      asked.push(question)
    })
    return {
      proforma: { id: 'random' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'Private' },
      title: 'Random',
      pages,
    }
  })

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
      return []
    case 'file':
      return [[exampleReference], [], [exampleReference], [exampleReference]][pick % 4]
    case 'signaturepad':
      return [{ name: 'Ann' }, { name: ' ' }, { name: 'Ann', drawn: exampleReference }, { name: '' }][pick % 4]
    default:
      return question satisfies never
  }
}
