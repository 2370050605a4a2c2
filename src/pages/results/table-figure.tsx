import { useId } from 'react'
import { figureColumns, rowName } from '../../export/row-figures.ts'
import { tableCsv } from '../../export/table-csv.ts'
import { baseInWords } from '../../export/returned-line.ts'
import { responseLine } from '../../population/response-line.ts'
import type { Table } from '../../tabulation/table.ts'
import button from '../styles/button.module.css'
import { BarChart } from './bar-chart.tsx'
import { download } from '../frame/download.ts'
import css from './results.module.css'

interface TableFigureProps {
  readonly table: Table
  /** Without an ending. */
  readonly fileName: string
}

/** A table with its base and notes, the same figures as bars beside it, and a way to take it away. */
export const TableFigure = ({ table, fileName }: TableFigureProps) => {
  const id = useId()
  const figures = figureColumns(table)
  const rate = responseLine(table.base.count, table.base.population)
  return (
    <section className={css.figure} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{table.title}</h2>
      <div className={css.beside}>
        <div>
          {/* Only this box scrolls sideways on a narrow screen, and so the keyboard must be able to reach it. */}
          <section className={css.scroll} tabIndex={0} aria-label={`Table: ${table.title}`}>
            <table className={css.table}>
              <caption>
                <span className={css.caption}>
                  Number of {table.base.name === 'entries' ? 'entries' : 'returns'} giving each answer. Base:{' '}
                  {baseInWords(table.base)}
                </span>
              </caption>
              <thead>
                <tr>
                  <th scope="col">Item</th>
                  {figures.map(({ label }) => (
                    <th key={label} scope="col" className={css.number}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row) => (
                  <tr key={row.item}>
                    <th scope="row">{rowName(row)}</th>
                    {figures.map(({ label, of }) => (
                      <td key={label} className={css.number}>
                        {of(row)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
        <BarChart table={table} />
      </div>
      <ul className={css.notes}>
        <li>
          {table.base.name === 'entries' ? `Base: ${baseInWords(table.base)}` : rate.ok ? rate.text : rate.reason}.{' '}
          {table.survey}, {table.versions.join(', ')}.
        </li>
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <button
        type="button"
        className={button.secondary}
        // Excel reads a file as UTF-8 only when it begins with this mark.
        onClick={() => download(`${fileName}.csv`, 'text/csv', `\uFEFF${tableCsv(table)}`)}
      >
        Download CSV<span className="visually-hidden"> of {table.title}</span>
      </button>
    </section>
  )
}
