import { columnsOfBytes } from './answer-columns.ts'
import { mostCodes } from './bytes.ts'
import type { Columns } from './columns.ts'
import { leftOut } from './count.ts'
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
const notStated = { id: '(not stated)', label: 'Not stated' } as const

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

/** Sorts responses by something that is not in the form: the month they came, the stratum of who was asked. */
export const groupByLabels = (label: string, labels: readonly (string | null)[]): Grouped => {
  const known = [...new Set(labels.filter((one) => one !== null))].toSorted()
  if (known.length > leftOut - 1) return { ok: false, reason: `${label} has more than ${leftOut - 1} groups.` }
  const groups = known.map((one) => ({ id: one, label: one }))
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
