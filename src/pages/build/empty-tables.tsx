import type { Definition } from '../../survey/definition.ts'
import { versionId } from '../../survey/version.ts'
import { figureColumns } from '../../export/row-figures.ts'
import type { VariableGroup } from '../../survey/codebook.ts'
import type { Columns } from '../../tabulation/columns.ts'
import { encodeSets } from '../../tabulation/entry-columns.ts'
import { tabulable, tabulableGroups } from '../../tabulation/groups.ts'
import { tabulate } from '../../tabulation/tabulate.ts'
import css from './empty-tables.module.css'

/** The tables that this survey will give, before anybody has answered: the report is seen before the field work. */
export const EmptyTables = ({ definition }: { readonly definition: Definition }) => {
  const encoded = encodeSets([{ id: versionId(definition), number: null, definition }], [])
  if (!encoded.ok) return <p>{encoded.reason}</p>
  const groups = encoded.sets.flatMap((columns) =>
    tabulableGroups(columns.codebook).map((group) => ({ columns, group })),
  )
  const words = encoded.sets.flatMap(({ codebook }) =>
    codebook.groups.filter((group) => !tabulable(codebook, group).ok),
  )
  return (
    <>
      <p>
        Every row will sum to the number of forms that come back. Whoever leaves an item empty, or would rather not say,
        is counted as Non-response. Whoever was not asked stands in a column of their own.
      </p>
      {groups.length === 0 ? <p>Add a question with choices: its table will be here.</p> : null}
      {groups.map(({ columns, group }) => {
        const made = tabulate(columns, group.id)
        if (!made.ok) return null
        const figures = figureColumns(made.table)
        return (
          <section key={group.id} className={css.emptyTable} aria-label={captionOf(group, columns)} tabIndex={0}>
            <table>
              <caption>{captionOf(group, columns)}</caption>
              <thead>
                <tr>
                  <th scope="col">Item</th>
                  {figures.map(({ label }) => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {made.table.rows.map((row) => (
                  <tr key={row.item}>
                    <th scope="row">{row.label === '' ? 'Not worded yet' : row.label}</th>
                    {figures.map(({ label }) => (
                      <td key={label}>–</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
      {words.length === 0 ? null : (
        <p>
          {words.length === 1 ? '1 question is' : `${words.length} questions are`} answered in words, numbers or dates
          and make no table of this kind.
        </p>
      )}
    </>
  )
}

/** A table of the entries of a repeated group has another base, and says so. */
const captionOf = ({ label }: VariableGroup, { entries }: Columns): string =>
  `${label === '' ? 'Not worded yet' : label}${entries === undefined ? '' : ` (for each: ${entries.each})`}`
