import type { Code, Variable, VariableGroup } from '../survey/codebook.ts'
import { entryLevel } from './entry-columns.ts'
import { type KnownVersion, type MergedCodebook, mergeCodes, mergeVersions } from './merge-versions.ts'

/** What has one row in a data set: a form, or an entry of a repeated group. */
export interface CodebookLevel {
  /** The repeated group and what one of its entries is called; null for the form itself. */
  readonly group: { readonly id: string; readonly each: string } | null
  readonly book: MergedCodebook
}

/** The codebooks of a survey over all its versions, oldest first: of its forms, then of the entries of each repeated group. */
export const codebookLevels = (versions: readonly KnownVersion[]): readonly [CodebookLevel, ...CodebookLevel[]] => {
  const book = mergeVersions(versions)
  const levels = book.levels.flatMap(({ id }): readonly CodebookLevel[] => {
    const level = entryLevel(versions, [], id)
    return level === null ? [] : [{ group: { id, each: level.each }, book: mergeVersions(level.versions) }]
  })
  return [{ group: null, book }, ...levels]
}

/** The variables of a question, in order. */
export const variablesIn = ({ variables }: MergedCodebook, { variables: ids }: VariableGroup): readonly Variable[] => {
  const byId = new Map(variables.map((variable) => [variable.id, variable]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The versions that asked a variable, as they are named beside a table. */
export const askedIn = ({ versions }: MergedCodebook, variable: string): readonly string[] =>
  versions.flatMap(({ label, variables }) => (variables.has(variable) ? [label] : []))

/** How else a variable was worded, and where. */
export const otherWordings = (
  { versions }: MergedCodebook,
  { id, label }: Variable,
): readonly { readonly version: string; readonly label: string }[] =>
  versions.flatMap(({ label: version, variables }) => {
    const then = variables.get(id)
    return then === undefined || then.label === label ? [] : [{ version, label: then.label }]
  })

/** An answer, and the versions that offered it. */
export interface OfferedCode extends Code {
  readonly offeredIn: readonly string[]
}

/** The answers that the variables of a question share. */
export const offeredCodes = ({ versions }: MergedCodebook, variables: readonly Variable[]): readonly OfferedCode[] =>
  mergeCodes(variables.map(({ codes }) => codes)).map((code) => ({
    ...code,
    offeredIn: versions.flatMap(({ label, variables: then }) =>
      variables.some(({ id }) => then.get(id)?.codes.some(({ value }) => String(value) === String(code.value)))
        ? [label]
        : [],
    ),
  }))
