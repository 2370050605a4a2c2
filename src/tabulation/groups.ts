import type { VariableGroup } from '../survey/codebook.ts'
import type { MergedCodebook } from './merge-versions.ts'

export type Tabulable = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Whether a question makes a table, and if not, why, in words for a page. */
export const tabulable = (codebook: MergedCodebook, group: VariableGroup): Tabulable => {
  const otherKind = codebook.versions.some(({ variables }) =>
    group.variables.some((id) => variables.has(id) && variables.get(id)?.kind !== group.kind),
  )
  return otherKind
    ? { ok: false, reason: `“${group.label}” makes no table: it was asked in different ways in different versions.` }
    : { ok: true }
}

/** A grid has rows of its own; any other question is its own one variable. */
export const isGrid = (group: VariableGroup): boolean =>
  group.kind === 'choice' && group.variables.some((variable) => variable !== group.id)

/** The questions that make a table, in the order asked. Open-ended items, words and answer, are rows, not tables. */
export const tabulableGroups = (codebook: MergedCodebook): readonly VariableGroup[] => {
  const openEnded = new Set(
    codebook.variables.flatMap(({ id, openEnded: item }) => (item === null ? [] : [id, item.words])),
  )
  return codebook.groups.filter((group) => !openEnded.has(group.id) && tabulable(codebook, group).ok)
}
