import { useId, useState } from 'react'
import { couldBe, ifRandomInWords } from '../../tabulation/could-be.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import grid from './figure-table.module.css'
import css from './results.module.css'
import form from './shown-form.module.css'

/** What the ones who did not return could change about an answer: nothing where everyone returned. */
export const OthersCouldChange = ({ table }: { readonly table: Table<Figure> }) => {
  const id = useId()
  const [answer, setAnswer] = useState(table.columns[0]?.id ?? '')
  const { population } = table.base
  const lines = couldBe(table, answer)
  const isAny = table.columns.some((column) => couldBe(table, column.id).length > 0)
  if (population === null || !isAny) return null
  return (
    <details className={css.could}>
      <summary>
        What the others could change<span className="visually-hidden"> about {table.title}</span>
      </summary>
      <p>
        {population - table.base.count} of the {population} did not return. Whatever they would have said, the count
        among all {population} stays within the first range (Manski 1995).
      </p>
      <label className={form.choice} htmlFor={`${id}-answer`}>
        Answer
        <select id={`${id}-answer`} value={answer} onChange={({ target }) => setAnswer(target.value)}>
          {table.columns.map((column) => (
            <option key={column.id} value={column.id}>
              {column.label}
            </option>
          ))}
        </select>
      </label>
      <section className={grid.scroll} tabIndex={0} aria-label={`What the others could change: ${table.title}`}>
        <table className={grid.table}>
          <caption>
            <span className={grid.caption}>
              How many of all {population}: {table.columns.find((column) => column.id === answer)?.label}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Whatever the others say</th>
              <th scope="col">If those who returned are a random selection</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, label, worst, ifRandom }) => (
              <tr key={item}>
                <th scope="row">{label}</th>
                <td>
                  {worst.low} to {worst.high}
                </td>
                <td>
                  {ifRandom.low} to {ifRandom.high}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{ifRandomInWords(population)}</p>
    </details>
  )
}
