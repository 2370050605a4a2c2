import type { LedgerGroups } from '../../population/ledger.ts'
import type { Columns } from '../../tabulation/columns.ts'
import { tabulable } from '../../tabulation/groups.ts'
import { listGroupId, listLabel } from './list-groups.ts'
import { returnedId, returnedLabel } from './returned-days.ts'

/** What returns can be sorted or chosen by: something with a list of answers. */
export interface Choosable {
  readonly id: string
  readonly label: string
  /** The question it is a part of, in its own words; null where it is the whole question. */
  readonly question: string | null
  readonly answers: readonly { readonly value: string; readonly label: string }[]
  readonly isTicked: boolean
}

interface Both {
  /** A date sorts by months and has no answers to choose by. */
  readonly toSortBy: readonly Choosable[]
  readonly toChooseBy: readonly Choosable[]
}

/** Each row of a grid and each box of a tick-all sorts; a tick-all is chosen by as one question, its boxes as answers. */
export const choosable = ({ codebook }: Columns, groups: readonly LedgerGroups[] = [], isDated = false): Both => {
  const byId = new Map(codebook.variables.map((variable) => [variable.id, variable]))
  const able = codebook.groups
    .filter((group) => tabulable(codebook, group).ok)
    .map((group) => ({
      group,
      variables: group.variables.flatMap((id) => byId.get(id) ?? []).filter(({ codes }) => codes.length > 0),
    }))
  const each = able.flatMap(({ group, variables }) =>
    variables.map((variable): Choosable => ({
      id: variable.id,
      label: variable.label,
      question: variable.id === group.id ? null : group.label,
      answers: variable.codes.map(({ value, label }) => ({ value: String(value), label })),
      isTicked: variable.kind === 'tick',
    })),
  )
  const ticked = able
    .filter(({ group, variables }) => group.kind === 'tick' && variables.length > 0)
    .map(({ group, variables }): Choosable => ({
      id: group.id,
      label: group.label,
      question: null,
      answers: variables.flatMap(({ codes }) => codes.map(({ value, label }) => ({ value: String(value), label }))),
      isTicked: true,
    }))
  const dates = codebook.variables
    .filter(({ kind }) => kind === 'date')
    .map(({ id, label }): Choosable => ({ id, label, question: null, answers: [], isTicked: false }))
  const ofList = groups.map(({ heading, asked }): Choosable => ({
    id: listGroupId(heading),
    label: listLabel(heading),
    question: 'On the list',
    answers: asked.map(([group]) => ({ value: group, label: group })),
    isTicked: false,
  }))
  const returned: readonly Choosable[] = isDated
    ? [{ id: returnedId, label: returnedLabel, question: null, answers: [], isTicked: false }]
    : []
  return {
    toSortBy: [...ofList, ...each, ...dates, ...returned],
    toChooseBy: [...each.filter(({ isTicked }) => !isTicked), ...ticked],
  }
}
