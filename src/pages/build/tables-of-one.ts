import type { Answers } from '../../response/answers.ts'
import type { ResponseId, RevisionId } from '../../response/revision.ts'
import type { Statuses } from '../../response/status.ts'
import type { Definition } from '../../survey/definition.ts'
import { versionId } from '../../survey/version.ts'
import { encodeSets } from '../../tabulation/entry-columns.ts'
import { tabulable, tabulableGroups } from '../../tabulation/groups.ts'
import type { Table } from '../../tabulation/table.ts'
import { tabulate } from '../../tabulation/tabulate.ts'

export type TablesOfOne =
  | {
      readonly ok: true
      readonly tables: readonly { readonly question: string; readonly table: Table }[]
      /** Questions that make no table, each with why. */
      readonly untabled: readonly string[]
    }
  | { readonly ok: false; readonly reason: string }

/** The tables of a survey when this is the one form that came back: encoded and counted like any other. */
export const tablesOfOne = (
  definition: Definition,
  { answers, statuses }: { readonly answers: Answers; readonly statuses: Statuses },
): TablesOfOne => {
  const version = versionId(definition)
  const returned = {
    id: 'tried' as RevisionId,
    response: 'tried' as ResponseId,
    replaces: null,
    version,
    answers,
    statuses,
  }
  const encoded = encodeSets([{ id: version, number: 'draft', definition }], [returned])
  if (!encoded.ok) return encoded
  return {
    ok: true,
    tables: encoded.sets.flatMap((columns) =>
      tabulableGroups(columns.codebook).flatMap(({ id }) => {
        const made = tabulate(columns, id)
        return made.ok ? [{ question: id, table: made.table }] : []
      }),
    ),
    untabled: encoded.sets.flatMap(({ codebook }) =>
      codebook.groups.flatMap((group) => {
        const able = tabulable(codebook, group)
        return able.ok ? [] : [able.reason]
      }),
    ),
  }
}
