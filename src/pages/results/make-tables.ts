import { responseLine } from '../../population/response-line.ts'
import type { Arrangement } from '../../tabulation/arrange.ts'
import type { Columns } from '../../tabulation/columns.ts'
import { type Policy, usualPolicy } from '../../tabulation/disclosure/policy.ts'
import { entriesChosen, entriesGrouped, entriesWeighed } from '../../tabulation/entries-of-forms.ts'
import { type CountedForm, countedForms } from '../../tabulation/frozen.ts'
import { tabulableGroups } from '../../tabulation/groups.ts'
import { type ShownTable, shownTable } from '../../tabulation/shown-table.ts'
import type { TabulateWith } from '../../tabulation/tabulate.ts'
import { askedNumber, type Choices } from './choices.ts'
import { chosenAs, sortedAs, weighedAs } from './grouped-as.ts'
import type { Loaded } from './load-returns.ts'

/** The table of a question as it is shown, or why it is not. */
export interface Shown {
  readonly question: string
  readonly title: string
  readonly made: ShownTable
}

export interface MadeTables {
  readonly shown: readonly Shown[]
  readonly policy: Policy
  /** Which returns alone are counted, in words; null where all are. */
  readonly where: string | null
  /** What is wrong with how many were asked. */
  readonly askedProblem: string | null
  /** Why nothing is weighted, though it was asked for. */
  readonly weightProblem: string | null
  /** What is wrong with the address: a variable that the survey does not have. It is then as if it were not there. */
  readonly refusals: readonly string[]
}

/** Counts every table of a survey as it was chosen. Pure, and the same on every device with the same returns. */
export const makeTables = (loaded: Loaded, choices: Choices): MadeTables => {
  const { sets, given, units } = loaded
  const [forms] = sets
  const policy = choices.protect ?? usualPolicy(units)
  const by = sortedAs(loaded, choices)
  const only = chosenAs(loaded, choices)
  const weighed = weighedAs(loaded, choices, only?.ok ? only.chosen : null)
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
      weights: weighed?.ok ? (isForms ? weighed.weights : entriesWeighed(columns, forms, weighed.weights)) : null,
      where: only?.ok
        ? { words: only.words, chosen: isForms ? only.chosen : entriesChosen(columns, forms, only.chosen) }
        : null,
    }
  }
  return {
    policy,
    where: only?.ok ? only.words : null,
    askedProblem,
    weightProblem: weighed !== null && !weighed.ok ? weighed.reason : null,
    refusals: [by, only].flatMap((one) => (one !== null && !one.ok ? [one.reason] : [])),
    shown: sets.flatMap((columns) =>
      tabulableGroups(columns.codebook).map(({ id, label }) => ({
        question: id,
        title: label,
        made: shownTable(columns, id, withChosen(columns), {
          shows: { base: choices.base, percent: choices.percent, apart: choices.apart },
          policy,
          arrangement: arrangementOf(choices, id),
          tests: choices.tests ? { by: choices.by } : null,
        }),
      })),
    ),
  }
}

/** Which forms are counted as it was chosen, and in which revision. */
export const countedAs = (
  loaded: Pick<Loaded, 'sets' | 'groups' | 'days'>,
  choices: Choices,
): readonly CountedForm[] => {
  const only = chosenAs(loaded, choices)
  return countedForms(loaded.sets[0], only?.ok ? only.chosen : null)
}

const arrangementOf = ({ order, layouts }: Choices, question: string): Arrangement => {
  const layout = Object.hasOwn(layouts, question) ? layouts[question] : undefined
  return layout === undefined ? { order } : { order, layout }
}

const askedProblemOf = (typed: string, population: number | null, refused: string | null): string | null => {
  if (typed.trim() === '') return null
  return population === null ? 'How many were asked: write a whole number, like 25.' : refused
}
