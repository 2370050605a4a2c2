import type { ReactNode } from 'react'
import { keepLayout, readLayouts } from '../../device/kept-layouts.ts'
import type { BarScale } from '../../export/segments.ts'
import type { SurveyId } from '../../survey/ids.ts'
import { useDevice } from '../app/device-context.ts'
import { useQuery } from '../app/use-readable.ts'
import button from '../styles/button.module.css'
import type { Choices } from './choices.ts'
import { ExcelButton } from './excel-button.tsx'
import { LayoutEditor } from './layout-editor.tsx'
import type { MadeTables, Shown } from './make-tables.ts'
import css from './results.module.css'
import { TableFigure } from './table-figure.tsx'
import { WordButton } from './word-button.tsx'

interface EachTableProps {
  readonly made: MadeTables
  readonly survey: SurveyId
  /** Without an ending. */
  readonly fileName: string
  readonly choices: Choices
  readonly change: (changed: Partial<Choices>) => void
}

/** Where no table can be shown, and for one reason, it is said once. */
export const EachTable = ({ made, survey, fileName, choices, change }: EachTableProps) => {
  const { database } = useDevice()
  const layouts = useQuery(readLayouts, survey)
  const reasons = new Set(made.shown.map((one) => (one.made.ok ? '' : one.made.reason)))
  const [reason] = reasons
  if (reasons.size === 1 && reason !== undefined && reason !== '') return <p className={css.refused}>{reason}</p>
  const tables = made.shown.flatMap((one) => (one.made.ok ? [one.made.table] : []))
  return (
    <>
      <div className={`${button.row} ${css.all}`}>
        <ExcelButton tables={tables} fileName={fileName} words="Download all tables as Excel" about={null} />
        <WordButton tables={tables} fileName={fileName} words="Download all tables as Word" about={null} />
      </div>
      {made.shown.map((one) => {
        const layout = layouts?.[one.question] ?? {}
        return (
          <OneTable
            key={one.question}
            shown={one}
            fileName={`${fileName}-${one.question}`}
            isRounded={made.policy === 'round5'}
            bars={choices.bars}
            tools={
              one.made.ok && layouts !== null ? (
                <LayoutEditor
                  key={choices.by}
                  table={one.made.table}
                  layout={layout}
                  keep={(next) => keepLayout(database, survey, one.question, next)}
                  orderByHand={() => change({ order: 'hand' })}
                />
              ) : null
            }
          />
        )
      })}
    </>
  )
}

interface OneTableProps {
  readonly shown: Shown
  readonly fileName: string
  readonly isRounded: boolean
  readonly bars: BarScale
  readonly tools: ReactNode
}

const OneTable = ({ shown: { title, made }, fileName, isRounded, bars, tools }: OneTableProps) =>
  made.ok ? (
    <TableFigure table={made.table} fileName={fileName} isRounded={isRounded} bars={bars} tools={tools} />
  ) : (
    <section className={css.figure}>
      <h2>{title}</h2>
      <p>{made.reason}</p>
    </section>
  )
