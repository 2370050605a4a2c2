import { tabulableGroups } from '../../src/tabulation/groups.ts'
import type { Sets } from '../../src/tabulation/join-columns.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'

/** Every table of the forms and of each repeated group, as text: what two ways to encode the same returns agree on. */
export const tablesTold = (sets: Sets): string =>
  JSON.stringify(
    sets.map((columns) => tabulableGroups(columns.codebook).map(({ id }) => tabulate(columns, id))),
    null,
    1,
  )
