import { responseLine } from '../../population/response-line.ts'
import type { Columns } from '../../tabulation/columns.ts'
import { usualPolicy } from '../../tabulation/disclosure/policy.ts'
import { entriesChosen, entriesGrouped } from '../../tabulation/entries-of-forms.ts'
import { type CountedForm, countedForms } from '../../tabulation/frozen.ts'
import { groupBy } from '../../tabulation/grouping.ts'
import { tabulableGroups } from '../../tabulation/groups.ts'
import { type ShownTable, shownTable } from '../../tabulation/shown-table.ts'
import type { TabulateWith } from '../../tabulation/tabulate.ts'
import { type Selected, where } from '../../tabulation/where.ts'
import { askedNumber, type Choices, filterText, type NamedPolicy } from './choices.ts'
import { choosable } from './choosable.ts'
import type { Loaded } from './load-returns.ts'

/** The table of a question as it is shown, or why it is not. */
export interface Shown {
  readonly question: string
  readonly title: string
  readonly made: ShownTable
}

export interface MadeTables {
  readonly shown: readonly Shown[]
  readonly policy: NamedPolicy
  /** Which returns alone are counted, in words; null where all are. */
  readonly where: string | null
  /** What is wrong with how many were asked. */
  readonly askedProblem: string | null
  /** What is wrong with the address: a variable that the survey does not have. It is then as if it were not there. */
  readonly refusals: readonly string[]
}

/** Counts every table of a survey as it was chosen. Pure, and the same on every device with the same returns. */
export const makeTables = (loaded: Loaded, choices: Choices): MadeTables => {
  const { sets, given, units } = loaded
  const [forms] = sets
  const policy = choices.protect ?? policyOf(units)
  const by = choices.by === null ? null : groupBy(forms, choices.by)
  const only = onlyOf(forms, choices)
  // What somebody types here speaks over the list.
  const population = choices.asked.trim() === '' ? loaded.population : askedNumber(choices.asked)
  const rate = responseLine(forms.responses.length, population)
  const askedProblem = askedProblemOf(choices.asked, population, rate.ok ? null : rate.reason)

  const withChosen = (columns: Columns): TabulateWith => {
    const isForms = columns === forms
    return {
      ...given,
      population: askedProblem === null ? population : null,
      by: by?.ok ? (isForms ? by.grouping : entriesGrouped(columns, forms, by.grouping)) : null,
      where: only?.ok
        ? { words: only.words, chosen: isForms ? only.chosen : entriesChosen(columns, forms, only.chosen) }
        : null,
    }
  }
  return {
    policy,
    where: only?.ok ? only.words : null,
    askedProblem,
    refusals: [by, only].flatMap((one) => (one !== null && !one.ok ? [one.reason] : [])),
    shown: sets.flatMap((columns) =>
      tabulableGroups(columns.codebook).map(({ id, label }) => ({
        question: id,
        title: label,
        made: shownTable(columns, id, withChosen(columns), {
          shows: { base: choices.base, percent: choices.percent, apart: choices.apart },
          policy,
          arrangement: { order: choices.order },
        }),
      })),
    ),
  }
}

/** Which forms are counted as it was chosen, and in which revision. */
export const countedAs = ({ sets: [forms] }: Pick<Loaded, 'sets'>, choices: Choices): readonly CountedForm[] => {
  const only = onlyOf(forms, choices)
  return countedForms(forms, only?.ok ? only.chosen : null)
}

const onlyOf = (forms: Columns, { only }: Choices): Selected | null => {
  const { toChooseBy } = choosable(forms)
  const ticked = new Set(toChooseBy.filter(({ isTicked }) => isTicked).map(({ id }) => id))
  const filter = filterText(only, (variable) => ticked.has(variable))
  return filter === null ? null : where(forms, filter)
}

/** The usual policy of a survey, by its name. */
const policyOf = (units: Loaded['units']): NamedPolicy => {
  const usual = usualPolicy(units)
  return typeof usual === 'string' ? usual : 'under10'
}

const askedProblemOf = (typed: string, population: number | null, refused: string | null): string | null => {
  if (typed.trim() === '') return null
  return population === null ? 'How many were asked: write a whole number, like 25.' : refused
}
