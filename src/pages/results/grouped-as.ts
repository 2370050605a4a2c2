import type { Columns } from '../../tabulation/columns.ts'
import { type Grouped, groupBy, groupByLabels, groupByMonths, nest, ownAgainstRest } from '../../tabulation/grouping.ts'
import { type Weighed, type WeighBy, weigh } from '../../tabulation/weigh.ts'
import { type Selected, where } from '../../tabulation/where.ts'
import { type Choices, filterText, targetNumber, type Weighing } from './choices.ts'
import { choosable } from './choosable.ts'
import { listGroupId, listLabel } from './list-groups.ts'
import type { Loaded } from './load-returns.ts'
import { returnedId, returnedLabel } from './returned-days.ts'

type Of = Pick<Loaded, 'sets' | 'groups' | 'days'>

/** Sorts forms by a variable, or by a column of the list. */
const groupingBy = ({ sets: [forms], groups, days }: Of, id: string): Grouped => {
  if (id === returnedId)
    return groupByMonths(returnedLabel, days ?? new Float64Array(forms.responses.length).fill(Number.NaN))
  const ofList = groups.find(({ heading }) => listGroupId(heading) === id)
  if (ofList === undefined) return groupBy(forms, id)
  const group = new Map<string, string>(ofList.of)
  return groupByLabels(
    listLabel(ofList.heading),
    forms.responses.map((response) => group.get(response) ?? null),
  )
}

/** What the tables are sorted by, as it was chosen; null where all stand together. */
export const sortedAs = (of: Of, { by, andBy, own }: Choices): Grouped | null => {
  if (own !== null && own.scope === 'rest') {
    const grouped = groupingBy(of, own.by)
    return grouped.ok ? ownAgainstRest(grouped.grouping, own.is) : grouped
  }
  if (by === null) return null
  const outer = groupingBy(of, by)
  if (andBy === null || !outer.ok) return outer
  const inner = groupingBy(of, andBy)
  return inner.ok ? nest(outer.grouping, inner.grouping) : inner
}

/** Which forms are counted, as it was chosen; null where all are. */
export const chosenAs = (of: Of, choices: Choices): Selected | null => {
  const only = onlyOf(of.sets[0], choices)
  const mine = mineOf(of, choices)
  if (only === null || mine === null) return only ?? mine
  if (!only.ok) return only
  if (!mine.ok) return mine
  return {
    ok: true,
    chosen: only.chosen.map((one, place) => one & (mine.chosen[place] ?? 0)),
    words: `${mine.words} and ${only.words}`,
  }
}

const onlyOf = (forms: Columns, { only }: Choices): Selected | null => {
  const { toChooseBy } = choosable(forms)
  const ticked = new Set(toChooseBy.filter(({ isTicked }) => isTicked).map(({ id }) => id))
  const filter = filterText(only, (variable) => ticked.has(variable))
  return filter === null ? null : where(forms, filter)
}

const mineOf = (of: Of, { own }: Choices): Selected | null => {
  if (own === null || own.scope !== 'mine') return null
  const grouped = groupingBy(of, own.by)
  if (!grouped.ok) return grouped
  const { groups, of: group, label } = grouped.grouping
  const at = groups.findIndex(({ id }) => id === own.is)
  const mine = groups[at]
  if (mine === undefined) return { ok: false, reason: `${label} has no group “${own.is}”.` }
  return { ok: true, chosen: group.map((one) => Number(one === at)), words: `${label} is ‘${mine.label}’` }
}

/** How the forms that are counted are weighted, as it was chosen; null where each counts once. */
export const weighedAs = (of: Of, choices: Choices, chosen: Uint8Array | null): Weighed | null => {
  const margins: WeighBy[] = []
  for (const one of choices.weigh) {
    const margin = marginOf(of, one)
    if (!margin.ok) return margin
    margins.push(margin.margin)
  }
  if (choices.own?.once === true) {
    const grouped = groupingBy(of, choices.own.by)
    if (!grouped.ok) return grouped
    margins.push({ grouping: grouped.grouping, targets: 'equal' })
  }
  const [first, ...more] = margins
  return first === undefined ? null : weigh([first, ...more], chosen)
}

type Margin = { readonly ok: true; readonly margin: WeighBy } | { readonly ok: false; readonly reason: string }

const marginOf = (of: Of, { by, targets }: Weighing): Margin => {
  const grouped = groupingBy(of, by)
  if (!grouped.ok) return grouped
  const { grouping } = grouped
  const ofList = of.groups.find(({ heading }) => listGroupId(heading) === by)
  if (ofList !== undefined) return { ok: true, margin: { grouping, targets: new Map(ofList.asked) } }
  const wanted = new Map<string, number>()
  for (const [group, typed] of targets ?? []) {
    const target = typed.trim() === '' ? 0 : targetNumber(typed)
    const label = grouping.groups.find(({ id }) => id === group)?.label ?? group
    if (target === null) return { ok: false, reason: `“${label}”: write a number, like 25 or 12.5.` }
    wanted.set(group, target)
  }
  if ([...wanted.values()].every((target) => target === 0))
    return { ok: false, reason: `Write what each group of “${grouping.label}” should come to.` }
  return { ok: true, margin: { grouping, targets: wanted } }
}
