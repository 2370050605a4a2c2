import type { Definition } from '../../survey/definition.ts'
import { versionId } from '../../survey/version.ts'
import { figureColumns } from '../../export/row-figures.ts'
import { encodeColumns } from '../../tabulation/columns.ts'
import { tabulable, tabulableGroups } from '../../tabulation/groups.ts'
import { tabulate } from '../../tabulation/tabulate.ts'
import css from './build.module.css'

/** The tables that this survey will give, before anybody has answered: the report is seen before the field work. */
export const EmptyTables = ({ definition }: { readonly definition: Definition }) => {
  const encoded = encodeColumns([{ id: versionId(definition), number: null, definition }], [])
  if (!encoded.ok) return <p>{encoded.reason}</p>
  const { columns } = encoded
  const groups = tabulableGroups(columns.codebook)
  const words = columns.codebook.groups.filter((group) => !tabulable(columns.codebook, group).ok)
  return (
    <>
      <p>
        Every row will sum to the number of forms that come back. Whoever leaves an item empty, or would rather not say,
        is counted as Non-response. Whoever was not asked stands in a column of their own.
      </p>
      {groups.length === 0 ? <p>Add a question with choices: its table will be here.</p> : null}
      {groups.map((group) => {
        const made = tabulate(columns, group.id)
        if (!made.ok) return null
        const figures = figureColumns(made.table)
        return (
          <section key={group.id} className={css.emptyTable} aria-label={captionOf(group.label)} tabIndex={0}>
            <table>
              <caption>{captionOf(group.label)}</caption>
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

const captionOf = (label: string): string => (label === '' ? 'Not worded yet' : label)
