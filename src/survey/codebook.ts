import type { AnswerRole, Choice, Definition, OpenEnded, Question } from './definition.ts'
import { type ItemId, itemId } from './ids.ts'
import { eachOf } from './entry-definition.ts'
import { formQuestionsOf, questionsOf } from './questions.ts'
import { asChoice, choiceLabel, textIn } from './text.ts'
import { withGaps } from './text-parts.ts'

/** What the variables of a survey are, what they are called and what their codes mean. */
export interface Codebook {
  readonly title: string
  readonly groups: readonly VariableGroup[]
  readonly variables: readonly Variable[]
  /** What is answered again for each entry of a repeated group, in the order asked: variables with another base. */
  readonly levels: readonly Level[]
}

/** The variables of the entries of one repeated group: one row a child, where a form may have several. */
export interface Level {
  /** The group's name. */
  readonly id: string
  readonly label: string
  /** What an entry is, in the singular: "Child". */
  readonly each: string
  /** "Child in the returned forms": who is counted. */
  readonly base: string
  readonly groups: readonly VariableGroup[]
  /** Named as in the definition: the item of `age` in the second entry of `children` is `children.2.age`. */
  readonly variables: readonly Variable[]
}

/** Variables that share an answer set and so make one table: the rows of a grid, the boxes of a tick-all. */
export interface VariableGroup {
  readonly id: string
  readonly label: string
  readonly kind: VariableKind
  readonly variables: readonly string[]
}

export type VariableKind = 'choice' | 'tick' | 'scale' | 'number' | 'date' | 'text' | 'photo' | 'signature'

export interface Variable {
  /** `role`, `support.analysing`, or for the box of a tick-all `help.housing`. Stable: a new label is not a new column. */
  readonly id: string
  /** Whose status says why this variable is empty: the question, or the row of a grid. */
  readonly item: ItemId
  readonly question: string
  readonly label: string
  readonly group: string
  readonly kind: VariableKind
  /** Empty for what is not answered from a list: numbers, dates, text, photos, signatures. */
  readonly codes: readonly Code[]
  readonly unit: string | null
  readonly openEnded: OpenEnded | null
}

export interface Code {
  readonly value: string | number
  readonly label: string
  readonly role: AnswerRole | 'answer'
}

/** The codebook of a definition, in the order its questions are asked. */
export const codebook = (definition: Definition): Codebook => {
  const questions = formQuestionsOf(definition)
  return { title: textIn(definition.title), ...variablesOfAll(questions), levels: questions.flatMap(levelOf) }
}

const levelOf = (question: Question): readonly Level[] => {
  if (question.type !== 'paneldynamic') return []
  const each = textIn(eachOf(question))
  const label = withGaps(textIn(question.title))
  return [
    {
      id: question.name,
      label,
      each,
      base: `${each} in the returned forms`,
      ...variablesOfAll(question.templateElements),
    },
  ]
}

const variablesOfAll = (questions: readonly Question[]): Pick<Codebook, 'groups' | 'variables'> => {
  const parts = questions.map((question) => ({ question, variables: variablesOf(question) }))
  return {
    groups: parts.map(({ question, variables }) => ({
      id: question.name,
      label: labelOf(question),
      kind: kindOf(question),
      variables: variables.map((variable) => variable.id),
    })),
    variables: parts.flatMap((part) => part.variables),
  }
}

/** A repeated group is, in each form, a number of entries. */
const labelOf = (question: Question): string => {
  const title = withGaps(textIn(question.title))
  return question.type === 'paneldynamic' ? `How many: ${title}` : title
}

/**
 * Every item of a definition, in the order it is asked: what has exactly one status in each response. The entries of a
 * repeated group have more, as many as were given: see `entryItems` in `response/entries.ts`.
 */
export const itemsOf = (definition: Definition): readonly ItemId[] =>
  formQuestionsOf(definition).flatMap(itemsOfQuestion)

/** The items of one question: itself, or each row of a grid. */
export const itemsOfQuestion = (question: Question): readonly ItemId[] =>
  question.type === 'matrix'
    ? question.rows.map((row) => itemId(question.name, String(asChoice(row).value)))
    : [itemId(question.name)]

/** How many questions and rows a definition asks, those of a repeated group once: what is held to the limit. */
export const countItems = (definition: Definition): number =>
  questionsOf(definition).reduce((sum, question) => sum + itemsOfQuestion(question).length, 0)

const variablesOf = (question: Question): readonly Variable[] => {
  const base = {
    question: question.name,
    item: itemId(question.name),
    label: labelOf(question),
    group: question.name,
    kind: kindOf(question),
    codes: codesOf(question),
    unit: question.proforma?.unit === undefined ? null : textIn(question.proforma.unit),
    openEnded: question.proforma?.openEnded ?? null,
  }
  switch (question.type) {
    case 'matrix':
      return question.rows.map(asChoice).map((row) => {
        const item = itemId(question.name, String(row.value))
        return { ...base, id: item, item, label: choiceLabel(row) }
      })
    case 'checkbox':
      return base.codes.map((box) => ({
        ...base,
        id: tickVariable(question.name, box.value),
        label: box.label,
        codes: [box],
      }))
    case 'radiogroup':
    case 'rating':
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return [{ ...base, id: question.name }]
    default:
      return question satisfies never
  }
}

/** The variable that one box of a tick-all is. */
const tickVariable = (question: string, box: string | number): string => `${question}.${box}`

const kindOf = (question: Question): VariableKind => {
  switch (question.type) {
    case 'radiogroup':
    case 'matrix':
      return 'choice'
    case 'checkbox':
      return 'tick'
    case 'rating':
      return 'scale'
    case 'comment':
      return 'text'
    case 'paneldynamic':
      return 'number'
    case 'text':
      return question.inputType ?? 'text'
    case 'file':
      return 'photo'
    case 'signaturepad':
      return 'signature'
    default:
      return question satisfies never
  }
}

const code = (choice: Choice): Code => ({
  value: choice.value,
  label: choiceLabel(choice),
  role: choice.role ?? 'answer',
})

const codesOf = (question: Question): readonly Code[] => {
  switch (question.type) {
    case 'radiogroup':
    case 'checkbox':
      return question.choices.map(asChoice).map(code)
    case 'matrix':
      return question.columns.map(asChoice).map(code)
    case 'rating':
      return question.rateValues.map(asChoice).map(code)
    case 'text':
    case 'comment':
    case 'paneldynamic':
    case 'file':
    case 'signaturepad':
      return []
    default:
      return question satisfies never
  }
}
