import type { AnswerRole, Choice, Definition, OpenEnded, Question } from './definition.ts'
import { type ItemId, itemId } from './ids.ts'
import { questionsOf } from './questions.ts'
import { asChoice, choiceLabel, textIn } from './text.ts'
import { withGaps } from './text-parts.ts'

/** What the variables of a survey are, what they are called and what their codes mean. */
export interface Codebook {
  readonly title: string
  readonly groups: readonly VariableGroup[]
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
  const parts = questionsOf(definition).map((question) => ({ question, variables: variablesOf(question) }))
  return {
    title: textIn(definition.title),
    groups: parts.map(({ question, variables }) => ({
      id: question.name,
      label: withGaps(textIn(question.title)),
      kind: kindOf(question),
      variables: variables.map((variable) => variable.id),
    })),
    variables: parts.flatMap((part) => part.variables),
  }
}

/** Every item of a definition, in the order it is asked: what has exactly one status in each response. */
export const itemsOf = (definition: Definition): readonly ItemId[] =>
  questionsOf(definition).flatMap((question) =>
    question.type === 'matrix'
      ? question.rows.map((row) => itemId(question.name, String(asChoice(row).value)))
      : [itemId(question.name)],
  )

const variablesOf = (question: Question): readonly Variable[] => {
  const base = {
    question: question.name,
    item: itemId(question.name),
    label: withGaps(textIn(question.title)),
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
