import { type ReactNode, useId } from 'react'
import type { BarScale } from '../../export/segments.ts'
import { baseInWords } from '../../export/returned-line.ts'
import { responseLine } from '../../population/response-line.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import { BarChart } from './bar-chart.tsx'
import { FigureTable } from './figure-table.tsx'
import { HiddenBounds } from './hidden-bounds.tsx'
import { OthersCouldChange } from './others-could-change.tsx'
import css from './results.module.css'
import { TakeAway } from './take-away.tsx'

interface TableFigureProps {
  readonly table: Table<Figure>
  /** Without an ending. */
  readonly fileName: string
  /** Whether what is shown is rounded: the figures are then too coarse for what others could change. */
  readonly isRounded: boolean
  readonly bars?: BarScale
  /** What changes the table, under it. */
  readonly tools?: ReactNode
}

/** A table with its base and notes, the same figures as bars beside it, and ways to take it away. */
export const TableFigure = ({ table, fileName, isRounded, bars = 'share', tools }: TableFigureProps) => {
  const id = useId()
  const rate = responseLine(table.base.count, table.base.population)
  return (
    <section className={css.figure} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{table.title}</h2>
      <div className={css.beside}>
        <div>
          <FigureTable table={table} />
        </div>
        <BarChart table={table} scale={bars} />
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
      {table.tests === undefined ? null : (
        <details className={css.could} open>
          <summary>
            Tests of differences<span className="visually-hidden"> in {table.title}</span>
          </summary>
          <ul className={css.notes}>
            {table.tests.map((test) => (
              <li key={test}>{test}</li>
            ))}
          </ul>
        </details>
      )}
      {isRounded ? null : <OthersCouldChange table={table} />}
      <HiddenBounds table={table} />
      <TakeAway table={table} fileName={fileName} />
      {tools}
    </section>
  )
}
