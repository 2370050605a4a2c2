import type { VariableGroup, VariableKind } from '../survey/codebook.ts'
import type { MergedCodebook } from './merge-versions.ts'

export type Tabulable = { readonly ok: true } | { readonly ok: false; readonly reason: string }

const countable: { readonly [K in VariableKind]: string | null } = {
  choice: null,
  tick: null,
  scale: null,
  number: 'it is answered with a number, not with one of a list of answers',
  date: 'it is answered with a date, not with one of a list of answers',
  text: 'it is answered in words, not with one of a list of answers',
  photo: 'it is answered with photos, not with one of a list of answers',
  signature: 'it is answered with a name, not with one of a list of answers',
}

/** Whether a question makes a table of items by answers, and if not, why, in words for a page. */
export const tabulable = (codebook: MergedCodebook, group: VariableGroup): Tabulable => {
  const reason = countable[group.kind]
  if (reason !== null) return { ok: false, reason: `“${group.label}” makes no table: ${reason}.` }
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

/** The questions that make a table, in the order asked; one that answers for an open-ended item is a row, not a table. */
export const tabulableGroups = (codebook: MergedCodebook): readonly VariableGroup[] => {
  const openEnded = new Set(codebook.variables.filter((variable) => variable.openEnded !== null).map(({ id }) => id))
  return codebook.groups.filter((group) => !openEnded.has(group.id) && tabulable(codebook, group).ok)
}
