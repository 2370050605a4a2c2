import { useId, useState } from 'react'
import type { Layout } from '../../tabulation/arrange.ts'
import type { Figure, Table } from '../../tabulation/table.ts'
import button from '../styles/button.module.css'
import css from './layout-editor.module.css'
import { longestLabel } from './layouts-text.ts'
import results from './results.module.css'

interface LayoutEditorProps {
  readonly table: Table<Figure>
  readonly layout: Layout
  /** Says why not, where it could not be kept. */
  readonly keep: (layout: Layout | null) => Promise<string | null>
  readonly orderByHand: () => void
}

interface Labelled {
  readonly id: string
  readonly asked: string
}

/** The items of a table: its rows, or in a table by groups what heads their rows. */
const itemsOf = ({ rows, by }: Table<Figure>): readonly Labelled[] => {
  if (by === undefined) return rows.map(({ item, label, asked }) => ({ id: item, asked: asked ?? label }))
  const items = new Map(
    rows.flatMap(({ ofItem, within, asked }) =>
      ofItem === undefined || within === undefined ? [] : [[ofItem, asked ?? within] as const],
    ),
  )
  return [...items].map(([id, asked]) => ({ id, asked }))
}

/** Other words and another order for one table. The answers and the survey stay as they are. */
export const LayoutEditor = ({ table, layout, keep, orderByHand }: LayoutEditorProps) => {
  const items = itemsOf(table)
  const [rows, setRows] = useState(layout.rows ?? {})
  const [columns, setColumns] = useState(layout.columns ?? {})
  const [moved, setMoved] = useState<readonly string[] | null>(null)
  const [told, setTold] = useState('')
  const order = inOrder(items, moved ?? [])
  const isOwn = layout.order !== undefined || layout.rows !== undefined || layout.columns !== undefined

  const save = async (): Promise<void> => {
    const kept = {
      ...((moved ?? layout.order) === undefined ? {} : { order: moved ?? layout.order ?? [] }),
      ...someOf('rows', rows),
      ...someOf('columns', columns),
    }
    const problem = await keep(Object.keys(kept).length === 0 ? null : kept)
    if (problem !== null) return setTold(problem)
    if (moved !== null) orderByHand()
    setTold('Kept on this device. The table says so in its notes.')
  }

  const back = async (): Promise<void> => {
    const problem = await keep(null)
    if (problem !== null) return setTold(problem)
    setRows({})
    setColumns({})
    setMoved(null)
    setTold('As in the survey again.')
  }

  const move = (id: string, by: -1 | 1): void => {
    const ids = order.map((one) => one.id)
    const from = ids.indexOf(id)
    const to = from + by
    if (to < 0 || to >= ids.length) return
    const next = ids.with(from, ids[to] ?? id).with(to, id)
    setMoved(next)
    setTold(`“${items.find((one) => one.id === id)?.asked ?? ''}” moved to row ${to + 1} of ${ids.length}.`)
  }

  return (
    <details className={`${results.could} screen-only`}>
      <summary>
        Own words and order<span className="visually-hidden"> of {table.title}</span>
      </summary>
      <p>For this table and the files made of it. The answers and the survey stay as they are.</p>
      {order.length === 0 ? null : (
        <ol className={css.list}>
          {order.map(({ id, asked }, at) => (
            <li key={id} className={css.row}>
              <OwnLabel asked={asked} own={rows[id] ?? ''} change={(own) => setRows({ ...rows, [id]: own })} />
              {order.length === 1 ? null : (
                <div className={css.moves}>
                  <button type="button" className={button.quiet} aria-disabled={at === 0} onClick={() => move(id, -1)}>
                    Up<span className="visually-hidden">: {asked}</span>
                  </button>
                  <button
                    type="button"
                    className={button.quiet}
                    aria-disabled={at === order.length - 1}
                    onClick={() => move(id, 1)}
                  >
                    Down<span className="visually-hidden">: {asked}</span>
                  </button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      <ul className={css.list} aria-label="Answers">
        {table.columns.map(({ id, label, asked }) => (
          <li key={id} className={css.row}>
            <OwnLabel
              asked={asked ?? label}
              own={columns[id] ?? ''}
              change={(own) => setColumns({ ...columns, [id]: own })}
            />
          </li>
        ))}
      </ul>
      <div className={button.row}>
        <button type="button" className={button.secondary} onClick={() => void save()}>
          Use these words and this order
        </button>
        {isOwn ? (
          <button type="button" className={button.quiet} onClick={() => void back()}>
            Back to the survey’s own
          </button>
        ) : null}
      </div>
      <output>{told}</output>
    </details>
  )
}

const inOrder = (items: readonly Labelled[], order: readonly string[]): readonly Labelled[] => {
  const place = ({ id }: Labelled): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return items.toSorted((a, b) => place(a) - place(b))
}

/** Only the labels that say something else. */
const someOf = (name: 'rows' | 'columns', labels: { readonly [id: string]: string }): Layout => {
  const own = Object.entries(labels).filter(([, label]) => label.trim() !== '')
  return own.length === 0 ? {} : { [name]: Object.fromEntries(own) }
}

interface OwnLabelProps {
  readonly asked: string
  readonly own: string
  readonly change: (own: string) => void
}

const OwnLabel = ({ asked, own, change }: OwnLabelProps) => {
  const id = useId()
  return (
    <label className={css.label} htmlFor={id}>
      {asked}
      <input
        id={id}
        value={own}
        maxLength={longestLabel}
        placeholder="As in the survey"
        autoComplete="off"
        onChange={({ target }) => change(target.value)}
      />
    </label>
  )
}
