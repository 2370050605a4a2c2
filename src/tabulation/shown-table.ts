import { arrange, type Arrangement } from './arrange.ts'
import type { Columns } from './columns.ts'
import { leavesOutTooFew } from './disclosure/left-out.ts'
import { type Policy, thresholdOf } from './disclosure/policy.ts'
import { protect } from './disclosure/protect.ts'
import { figureOf, partsOf } from './figures.ts'
import { groupTests } from './group-tests.ts'
import { matchedTests } from './matched-tests.ts'
import { leastForPercent } from './shows.ts'
import type { Figure, Shows, Table } from './table.ts'
import { tabulate, type TabulateWith } from './tabulate.ts'
import type { Weights } from './weigh.ts'
import { weightNotes } from './weighted-rows.ts'

/** How a table is shown. `percent` null: as many returned as a share needs. */
export interface ShownAs {
  readonly shows: Omit<Shows, 'percent'> & { readonly percent: boolean | null }
  readonly policy: Policy
  readonly arrangement?: Arrangement
  /** Whether differences are tested; `by` is the variable that forms are sorted by, where it is one. */
  readonly tests?: { readonly by: string | null } | null
}

export type ShownTable =
  | { readonly ok: true; readonly table: Table<Figure> }
  | { readonly ok: false; readonly reason: string }

/** The table of a question as a page, a file or the command line may show it: counted, protected, laid out. */
export const shownTable = (columns: Columns, question: string, given: TabulateWith, as: ShownAs): ShownTable => {
  const made = tabulate(columns, question, given)
  if (!made.ok) return made
  const { count } = made.table.base
  const refused = leavesOutTooFew(columns.responses.length, count, as.policy)
  if (refused !== null) return { ok: false, reason: refused }
  const percent = as.shows.percent ?? count >= leastForPercent
  const safe = protect({ ...made.table, shows: { ...as.shows, percent } }, as.policy)
  if (!safe.ok) return safe
  const weighted = protectWeighted(safe.table, made.leastWeighted, given.weights ?? null, as.policy)
  const tests = testsOf(columns, question, weighted, given, as)
  const table = tests.length === 0 ? weighted : { ...weighted, tests }
  return { ok: true, table: arrange(table, as.arrangement ?? {}) }
}

/**
 * Weighted shares of a row tell how its answers fall over those that count the same: they are shown where that table
 * could be shown too.
 */
const protectWeighted = (
  table: Table<Figure>,
  least: readonly number[],
  weights: Weights | null,
  policy: Policy,
): Table<Figure> => {
  const { weighted, ...rest } = table
  if (weighted === undefined || weights === null) return rest
  if (policy === 'round5') return { ...rest, notes: [...table.notes, 'Not weighted: the counts are rounded.'] }
  const threshold = thresholdOf(policy)
  const isTold = (at: number): boolean => {
    const row = table.rows[at]
    return (
      threshold === 0 ||
      ((least[at] ?? 0) >= threshold && row !== undefined && partsOf(table).every((id) => figureOf(row, id) !== 'c'))
    )
  }
  return {
    ...table,
    notes: [...table.notes, ...weightNotes(weights, threshold)],
    weighted: { rows: weighted.rows.map((row, at) => (isTold(at) ? row : { ...row, figures: null })) },
  }
}

const testsOf = (
  columns: Columns,
  question: string,
  table: Table<Figure>,
  given: TabulateWith,
  { tests, policy }: ShownAs,
): readonly string[] => {
  if (tests === undefined || tests === null) return []
  if (policy === 'round5') return ['Not tested: the counts are rounded.']
  return table.by === undefined
    ? matchedTests(columns, question, given.where?.chosen ?? null, policy)
    : groupTests(table, tests.by)
}
