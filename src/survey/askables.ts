import type { Choice, Definition, Question } from './definition.ts'
import { itemId } from './ids.ts'
import { entryReference } from './entry-reference.ts'
import { groupsOf } from './inner-elements.ts'
import { offeredChoices } from './offered-choices.ts'
import { elementsByName, questionsIn, questionsOf } from './questions.ts'
import { asChoice, choiceLabel, textIn } from './text.ts'
import { withGaps } from './text-parts.ts'

/** What a rule can look at: a question, or one row of a grid. */
export interface Askable {
  readonly item: string
  readonly question: Question
  /** As people count: the first question is 1. */
  readonly number: number
  /** The row, where it is one. A whole grid is an askable too, which can be answered or not. */
  readonly row: Choice | null
  /** The repeated group that the question stands in: only rules of the same entry can look at it. */
  readonly group: string | null
}

/** Everything that a rule can look at, by item, in the order it is asked. */
export const askables = (definition: Definition): ReadonlyMap<string, Askable> =>
  new Map(
    numbered(definition)
      .flatMap(({ question, number, group }) => askablesOf(question, number, group))
      .map((one) => [one.item, one]),
  )

const numbered = (definition: Definition) => {
  const groups = new Map(
    groupsOf(definition).flatMap(({ name, templateElements }) => templateElements.map((inner) => [inner.name, name])),
  )
  return questionsOf(definition).map((question, index) => ({
    question,
    number: index + 1,
    group: groups.get(question.name) ?? null,
  }))
}

/**
 * What stands before a page, panel or question, and so can be looked at by its rules and wordings. Of a repeated group
 * only what stands in the very same one.
 */
export const askablesBefore = (definition: Definition, part: string): readonly Askable[] => {
  const all = [...askables(definition).values()]
  const own = firstQuestionOf(definition, part)
  const first = all.find(({ question }) => question.name === own)
  return all.filter(
    ({ number, group }) => (first === undefined || number < first.number) && (group === null || group === first?.group),
  )
}

const firstQuestionOf = (definition: Definition, part: string): string | undefined => {
  const page = definition.pages.find(({ name }) => name === part)
  const element = page ?? elementsByName(definition).get(part)
  return element !== undefined && 'elements' in element ? questionsIn(element)[0]?.name : element?.name
}

/**
 * What a rule can look at in one question: itself, each row of a grid, and how many entries a repeated group has. In
 * the repeated group `group` it is looked at as of the same entry.
 */
export const askablesOf = (question: Question, number: number, group: string | null = null): readonly Askable[] => {
  const item = group === null ? question.name : entryReference(question.name)
  const whole: Askable = { item, question, number, row: null, group }
  if (question.type === 'paneldynamic')
    return [whole, { ...whole, item: itemId(question.name, 'length'), row: howMany }]
  if (question.type !== 'matrix') return [whole]
  const rows = question.rows.map(asChoice).map((row): Askable => {
    return { item: itemId(question.name, String(row.value)), question, number, row, group }
  })
  return [whole, ...rows]
}

/** How many entries a repeated group has, as SurveyJS's expressions name it. */
const howMany: Choice = { value: 'length', text: 'how many' }

/** The answers that can be picked for it; none where something is written. */
export const answersTo = ({ question, row }: Askable): readonly Choice[] =>
  question.type === 'matrix' && row === null ? [] : offeredChoices(question)

/** How it is spoken of: "question 3", or "question 3, ‘Analysing data’". */
export const spokenOf = ({ question, number, row }: Askable): string => {
  if (row === null) return `question ${number}`
  return question.type === 'paneldynamic'
    ? `the number of entries in question ${number}`
    : `question ${number}, ‘${choiceLabel(row)}’`
}

/** What it is called in a list to pick from: "3. How old are you?" */
export const listedAs = (askable: Askable): string => {
  const { question, number, row } = askable
  const title = withGaps(textIn(question.title))
  return row === null ? `${number}. ${title}` : `${number}. ${title}: ${choiceLabel(row)}`
}
