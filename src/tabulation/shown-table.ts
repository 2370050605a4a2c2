import { arrange, type Arrangement } from './arrange.ts'
import type { Columns } from './columns.ts'
import { leavesOutTooFew } from './disclosure/left-out.ts'
import type { Policy } from './disclosure/policy.ts'
import { protect } from './disclosure/protect.ts'
import { leastForPercent } from './shows.ts'
import type { Figure, Shows, Table } from './table.ts'
import { tabulate, type TabulateWith } from './tabulate.ts'

/** How a table is shown. `percent` null: as many returned as a share needs. */
export interface ShownAs {
  readonly shows: Omit<Shows, 'percent'> & { readonly percent: boolean | null }
  readonly policy: Policy
  readonly arrangement?: Arrangement
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
  return safe.ok ? { ok: true, table: arrange(safe.table, as.arrangement ?? {}) } : safe
}
