import { useState } from 'react'
import { rowName } from '../../export/row-figures.ts'
import type { Audit } from '../../tabulation/disclosure/audit.ts'
import { besideAnswers, figureOf, partsOf } from '../../tabulation/figures.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import grid from './figure-table.module.css'
import css from './results.module.css'

/** Attacks a table as a reader could, and says between which bounds each hidden number must lie. */
export const HiddenBounds = ({ table }: { readonly table: Table<Figure> }) => {
  const [attacked, setAttacked] = useState<{ readonly of: Table<Figure>; readonly audit: Audit } | null>(null)
  const parts = [...partsOf(table), besideAnswers.base]
  const isAny = table.rows.some((row) => parts.some((part) => figureOf(row, part) === 'c'))
  if (!isAny) return null
  const attack = async (): Promise<void> => {
    const { audit } = await import('../../tabulation/disclosure/audit.ts')
    setAttacked({ of: table, audit: audit(table) })
  }
  return (
    <details
      className={`${css.could} screen-only`}
      onToggle={({ currentTarget }) => currentTarget.open && void attack()}
    >
      <summary>
        What a reader could work out<span className="visually-hidden"> of {table.title}</span>
      </summary>
      {attacked === null || attacked.of !== table ? null : attacked.audit.ok ? (
        <Bounds table={table} told={attacked.audit.told} />
      ) : (
        <p>{attacked.audit.reason}</p>
      )}
    </details>
  )
}

/** A count without an upper bound is told as larger than any table. */
const beyond = 1e9

const names: { readonly [id: string]: string } = {
  [besideAnswers.nonResponse]: 'Non-response',
  [besideAnswers.notAsked]: 'Not asked',
  [besideAnswers.notInVersion]: 'Not in version',
  [besideAnswers.base]: 'Base',
}

interface BoundsProps {
  readonly table: Table<Figure>
  readonly told: Extract<Audit, { ok: true }>['told']
}

const Bounds = ({ table, told }: BoundsProps) => {
  const labels = new Map(table.columns.map(({ id, label }) => [id, label]))
  const nameOf = (at: number): string => {
    const row = table.rows[at]
    if (row === undefined) return ''
    return row.within === undefined ? rowName(row) : `${row.within}: ${row.label}`
  }
  return (
    <>
      <p>From what the table shows, and from nothing else. Each hidden number could be anything between the two.</p>
      <section className={grid.scroll} tabIndex={0} aria-label={`What a reader could work out of ${table.title}`}>
        <table className={grid.table}>
          <caption>
            <span className={grid.caption}>Hidden numbers, and the least and the most that each could be</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Column</th>
              <th scope="col" className={grid.number}>
                Least
              </th>
              <th scope="col" className={grid.number}>
                Most
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ row, figure, low, high }) => (
              <tr key={`${row} ${figure}`}>
                <th scope="row">{nameOf(row)}</th>
                <td>{labels.get(figure) ?? names[figure] ?? figure}</td>
                <td className={grid.number}>{low}</td>
                <td className={grid.number}>{high < beyond ? high : 'any'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
