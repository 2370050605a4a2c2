import type { Code, Variable, VariableGroup, VariableKind } from '../survey/codebook.ts'
import { reserved, tickBytes } from './bytes.ts'
import type { Columns } from './columns.ts'
import { mergeCodes } from './merge-versions.ts'
import { type Counted, unlistedColumn } from './row.ts'
import type { TableColumn } from './table.ts'

/** What the answers of a question are, as the columns of its table. */
export const answerColumns = (variables: readonly Variable[], group: VariableGroup): readonly TableColumn[] => {
  const given = givenLabels[group.kind]
  if (given !== null) return [{ id: givenColumn, label: given }]
  if (group.kind === 'tick') return [tickColumns.ticked, tickColumns.notTicked]
  return mergeCodes(variables.map(({ codes }) => codes))
    .filter(isShown)
    .map((code) => ({ id: String(code.value), label: code.label }))
}

/** The id of the column that each answer byte of a variable stands for. */
export const columnsOfBytes = (variable: Variable): readonly string[] => {
  if (givenLabels[variable.kind] !== null) return [givenColumn]
  if (variable.kind !== 'tick') return variable.codes.map(({ value }) => String(value))
  const ids: string[] = []
  ids[tickBytes.ticked] = tickColumns.ticked.id
  ids[tickBytes.notTicked] = tickColumns.notTicked.id
  return ids
}

/** What has no list of answers is counted by whether it was answered at all. */
const givenColumn = '(given)'

/** How that is told; null for what has a list of answers. */
const givenLabels: { readonly [K in VariableKind]: string | null } = {
  choice: null,
  tick: null,
  scale: null,
  number: 'Gave a number',
  date: 'Gave a date',
  text: 'Wrote something',
  photo: 'Gave a photo',
  signature: 'Gave a name',
}

/** Adds a place for answers that are on no list, where any were counted. */
export const withUnlisted = (columns: readonly TableColumn[], counted: readonly Counted[]): readonly TableColumn[] =>
  counted.some(({ counts }) => (counts[reserved.unlisted] ?? 0) > 0) ? [...columns, unlistedColumn] : columns

/** The variables of a group that are rows: a tick-all's "prefer not to say" is a status of the others, not a row. */
export const rowVariables = ({ codebook }: Columns, group: VariableGroup): readonly Variable[] => {
  const byId = new Map(codebook.variables.map((variable) => [variable.id, variable]))
  return group.variables.flatMap((id) => {
    const variable = byId.get(id)
    return variable === undefined || (group.kind === 'tick' && !variable.codes.every(isShown)) ? [] : [variable]
  })
}

/** Refused and don't know are told apart from answers: they are part of non-response. */
const isShown = ({ role }: Code): boolean => role !== 'refused' && role !== 'dont-know'

const tickColumns = {
  ticked: { id: 'ticked', label: 'Ticked' },
  notTicked: { id: 'not_ticked', label: 'Not ticked' },
} as const satisfies { readonly [K in keyof typeof tickBytes]: TableColumn }
