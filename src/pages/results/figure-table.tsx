import { baseInWords } from '../../export/returned-line.ts'
import { figureColumns, rowName } from '../../export/row-figures.ts'
import type { Figure, Table, TableRow } from '../../tabulation/table.ts'
import css from './figure-table.module.css'

/** More columns than these are set smaller on paper; so many rows stay on one page. */
const mostOnPaper = 7
const mostInSmall = 11
const mostTogether = 12

/** A table with its caption. In a table by groups each item heads the rows of its groups. */
export const FigureTable = ({ table }: { readonly table: Table<Figure> }) => {
  const figures = figureColumns(table)
  const blocks = [...Map.groupBy(table.rows, ({ within }) => within)]
  return (
    // Only this box scrolls sideways on a narrow screen, and so the keyboard must be able to reach it.
    <section className={css.scroll} tabIndex={0} aria-label={`Table: ${table.title}`}>
      <table
        className={css.table}
        data-paper={figures.length > mostInSmall ? 'smallest' : figures.length > mostOnPaper ? 'small' : undefined}
        data-short={table.rows.length <= mostTogether}
      >
        <caption>
          <span className="visually-hidden">{table.title}. </span>
          <span className={css.caption}>{caption(table)}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{table.by ?? 'Item'}</th>
            {figures.map(({ label }) => (
              <th key={label} scope="col" className={css.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map(([within, rows]) => (
          <tbody key={within ?? ''}>
            {within === undefined ? null : (
              <tr>
                <th scope="rowgroup" colSpan={figures.length + 1} className={css.rowGroup}>
                  {rowName({ ...(rows[0] as TableRow<Figure>), label: within })}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.item}>
                <th scope="row" className={row.isTotal ? css.total : undefined}>
                  {within === undefined ? rowName(row) : row.label}
                </th>
                {figures.map(({ label, of }) => (
                  <td key={label} className={css.number}>
                    <FigureCell figure={of(row)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

/** What symbols stand for, as the notes of a table say it. */
const symbols: { readonly [symbol: string]: string } = {
  '[c]': 'hidden to protect people',
  '[z]': 'does not apply',
}

const FigureCell = ({ figure }: { readonly figure: number | string }) => {
  const meaning = symbols[figure]
  return meaning === undefined ? figure : <abbr title={meaning}>{figure}</abbr>
}

const caption = ({ base, by, where }: Table<Figure>): string => {
  const unit = base.name === 'entries' ? 'entries' : 'returns'
  return [
    `Number of ${unit} giving each answer${by === undefined ? '' : `, by “${by}”`}.`,
    ...(where === undefined ? [] : [`Only where ${where}.`]),
    `Base: ${baseInWords(base)}`,
  ].join(' ')
}
