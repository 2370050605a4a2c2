import { useId } from 'react'
import { baseInWords } from '../../export/returned-line.ts'
import { responseLine } from '../../population/response-line.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import { BarChart } from './bar-chart.tsx'
import { FigureTable } from './figure-table.tsx'
import { OthersCouldChange } from './others-could-change.tsx'
import css from './results.module.css'
import { TakeAway } from './take-away.tsx'

interface TableFigureProps {
  readonly table: Table<Figure>
  /** Without an ending. */
  readonly fileName: string
  /** Whether what is shown is rounded: the figures are then too coarse for what others could change. */
  readonly isRounded: boolean
}

/** A table with its base and notes, the same figures as bars beside it, and ways to take it away. */
export const TableFigure = ({ table, fileName, isRounded }: TableFigureProps) => {
  const id = useId()
  const rate = responseLine(table.base.count, table.base.population)
  return (
    <section className={css.figure} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{table.title}</h2>
      <div className={css.beside}>
        <div>
          <FigureTable table={table} />
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
      {isRounded ? null : <OthersCouldChange table={table} />}
      <TakeAway table={table} fileName={fileName} />
    </section>
  )
}
