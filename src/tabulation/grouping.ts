import { columnsOfBytes } from './answer-columns.ts'
import { mostCodes } from './bytes.ts'
import type { Columns } from './columns.ts'
import { leftOut } from './count.ts'
import { msOfDay } from './day-number.ts'
import { tabulable } from './groups.ts'
import { unlistedColumn } from './row.ts'

/** A way to sort responses: each into exactly one group. */
export interface Grouping {
  /** What they are sorted by: "Region". */
  readonly label: string
  readonly groups: readonly { readonly id: string; readonly label: string }[]
  /** The group of each response, as an index. */
  readonly of: Uint8Array
}

export type Grouped =
  | { readonly ok: true; readonly grouping: Grouping }
  | { readonly ok: false; readonly reason: string }

/** Who gave no answer to what the table is sorted by: a group of their own, so that the groups add up to all. */
export const notStated = { id: '(not stated)', label: 'Not stated' } as const

/**
 * Sorts responses by a variable's answers, in the order of its codes. Groups that nobody is in stand too, but for Not
 * stated. Refused where the variable has no list of answers.
 */
export const groupBy = (columns: Columns, variable: string): Grouped => {
  const found = columns.codebook.variables.find(({ id }) => id === variable)
  const column = columns.bytes.get(variable)
  if (found === undefined || column === undefined)
    return { ok: false, reason: `This survey has no variable “${variable}”.` }
  const group = columns.codebook.groups.find(({ id }) => id === found.group)
  const able = group === undefined ? { ok: true as const } : tabulable(columns.codebook, group)
  const days = found.kind === 'date' ? columns.numbers.get(variable) : undefined
  if (days !== undefined) return groupByMonths(found.label, days)
  const ids = columnsOfBytes(found)
  if (!able.ok || found.codes.length === 0)
    return { ok: false, reason: `“${found.label}” has no list of answers to sort returns by.` }
  const codes = new Map(found.codes.map(({ value, label }) => [String(value), label]))
  const answers = ids.map((id) => ({
    id,
    label: found.kind === 'tick' ? (id === 'ticked' ? found.label : `Not: ${found.label}`) : (codes.get(id) ?? id),
  }))
  const unlisted = answers.length
  const others = answers.length + 1
  const place = (byte: number): number =>
    byte < answers.length ? byte : byte < mostCodes || byte === 255 ? unlisted : others
  const of = column.map(place)
  const all = [...answers, unlistedColumn, notStated]
  const isShown = (index: number): boolean => index < unlisted || of.includes(index)
  return { ok: true, grouping: withoutEmpty({ label: found.label, groups: all, of }, isShown) }
}

const withoutEmpty = ({ label, groups, of }: Grouping, isShown: (index: number) => boolean): Grouping => {
  const shown = groups.flatMap((_, index) => (isShown(index) ? [index] : []))
  const next = groups.map((_, index) => shown.indexOf(index))
  return {
    label,
    groups: shown.map((index) => groups[index] as Grouping['groups'][number]),
    of: of.map((index) => next[index] ?? leftOut),
  }
}

/** More months than these are sorted by years. */
const mostMonths = 24

/** By the month of a date, or by its year where there are many months: in the order of the calendar. */
export const groupByMonths = (label: string, days: ArrayLike<number>): Grouped => {
  const months = Array.from(days, (day) =>
    Number.isNaN(day) ? null : new Date(day * msOfDay).toISOString().slice(0, 7),
  )
  return new Set(months).size > mostMonths
    ? groupByLabels(
        label,
        months.map((month) => month?.slice(0, 4) ?? null),
      )
    : groupByLabels(label, months, (month) => monthInWords.format(new Date(`${month}-01T00:00:00Z`)))
}

const monthInWords = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * Sorts responses by something that is not in the form: the month they came, the stratum of who was asked. In the order
 * of the labels; `words` is how one is shown.
 */
export const groupByLabels = (
  label: string,
  labels: readonly (string | null)[],
  words: (one: string) => string = (one) => one,
): Grouped => {
  const known = [...new Set(labels.filter((one) => one !== null))].toSorted()
  if (known.length > leftOut - 1) return { ok: false, reason: `${label} has more than ${leftOut - 1} groups.` }
  const groups = known.map((one) => ({ id: one, label: words(one) }))
  const missing = labels.includes(null)
  const at = new Map(known.map((one, index) => [one, index]))
  return {
    ok: true,
    grouping: {
      label,
      groups: missing ? [...groups, notStated] : groups,
      of: Uint8Array.from(labels, (one) => (one === null ? known.length : (at.get(one) ?? leftOut))),
    },
  }
}

/** Sorts by two things at once, the second within the first. Pairs that nobody is in are left out. */
export const nest = (first: Grouping, second: Grouping): Grouped => {
  const pairs = first.groups.length * second.groups.length
  const label = `${first.label}, then ${second.label}`
  const pairOf = (place: number): number => {
    const [outer = leftOut, inner = leftOut] = [first.of[place], second.of[place]]
    return outer === leftOut || inner === leftOut ? -1 : outer * second.groups.length + inner
  }
  const seen = new Set(Array.from(first.of, (_, place) => pairOf(place)))
  const shown = Array.from({ length: pairs }, (_, pair) => pair).filter((pair) => seen.has(pair))
  if (shown.length > leftOut - 1) return { ok: false, reason: `${label}: these are more than ${leftOut - 1} groups.` }
  const at = new Map(shown.map((pair, index) => [pair, index]))
  return {
    ok: true,
    grouping: {
      label,
      groups: shown.flatMap((pair) => {
        const outer = first.groups[Math.floor(pair / second.groups.length)]
        const inner = second.groups[pair % second.groups.length]
        return outer === undefined || inner === undefined
          ? []
          : [{ id: `${outer.id} / ${inner.id}`, label: `${outer.label}: ${inner.label}` }]
      }),
      of: Uint8Array.from(first.of, (_, place) => at.get(pairOf(place)) ?? leftOut),
    },
  }
}

/** One of the groups against all others together. Who is in none stays apart. */
export const ownAgainstRest = ({ label, groups, of }: Grouping, own: string): Grouped => {
  const at = groups.findIndex(({ id }) => id === own)
  const mine = groups[at]
  if (mine === undefined) return { ok: false, reason: `${label} has no group “${own}”.` }
  const unknown = groups.findIndex(({ id }) => id === notStated.id)
  return {
    ok: true,
    grouping: {
      label,
      groups: [mine, { id: '(others)', label: 'All others' }, ...(unknown < 0 ? [] : [notStated])],
      of: of.map((group) => (group === leftOut ? leftOut : group === at ? 0 : group === unknown ? 2 : 1)),
    },
  }
}
