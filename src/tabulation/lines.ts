import type { Coding, Theme } from '../coding/theme.ts'
import type { Variable, VariableGroup } from '../survey/codebook.ts'
import { answerColumns, columnsOfBytes, rowVariables } from './answer-columns.ts'
import { type CodedColumn, codedColumns } from './coded-rows.ts'
import type { Columns } from './columns.ts'
import { isGrid } from './groups.ts'
import type { RowHead } from './row.ts'
import type { TableColumn } from './table.ts'

/** An item of a table before it is counted: what every response says of it. */
export interface Line {
  readonly head: RowHead
  readonly column: Uint8Array
  /** The id of the table column that each answer byte stands for. */
  readonly answers: readonly string[]
  /** Null for a theme. */
  readonly variable: Variable | null
}

export interface Lines {
  readonly lines: readonly Line[]
  readonly columns: readonly TableColumn[]
  readonly variables: readonly Variable[]
  readonly coded: readonly CodedColumn[]
}

/** The items of a question, and after those of a grid the themes of its open-ended answers. */
export const linesOf = (
  columns: Columns,
  group: VariableGroup,
  themes: readonly Theme[],
  codings: readonly Coding[],
): Lines => {
  const variables = rowVariables(columns, group)
  const answers = answerColumns(variables, group)
  const coded = isGrid(group) ? codedColumns(columns, group.id, answers, themes, codings) : []
  const themeAnswers = answers.map(({ id }) => id)
  return {
    columns: answers,
    variables,
    coded,
    lines: [
      ...variables.map((variable) => ({
        head: { item: variable.id, label: variable.label, openEnded: false },
        column: columnOf(columns, variable.id),
        answers: columnsOfBytes(variable),
        variable,
      })),
      ...coded.map(({ theme, column }) => ({
        head: { item: theme.id, label: theme.label, openEnded: true },
        column,
        answers: themeAnswers,
        variable: null,
      })),
    ],
  }
}

const columnOf = ({ bytes }: Columns, variable: string): Uint8Array => {
  const column = bytes.get(variable)
  if (column === undefined) throw new Error(`The variable ${variable} was not encoded`)
  return column
}
