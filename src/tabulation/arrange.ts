import type { Figure, Table, TableRow } from './table.ts'

/** What somebody set for one table by hand: its figures stay what they are. */
export interface Layout {
  /** The items in their order; others follow as asked. */
  readonly order?: readonly string[]
  /** Other words for items, by id. */
  readonly rows?: { readonly [item: string]: string }
  /** Other words for answers, by id. */
  readonly columns?: { readonly [answer: string]: string }
}

/** Of a survey, by question. */
export interface Layouts {
  readonly [question: string]: Layout
}

/** How a table is laid out for the page. */
export interface Arrangement {
  /** As asked; by the count of the first answer, the most first; or as the layout says. */
  readonly order?: 'asked' | 'count' | 'hand'
  readonly layout?: Layout
}

/** Lays a table out, and says so in its notes. */
export const arrange = <F extends Figure>(table: Table<F>, { order = 'asked', layout = {} }: Arrangement): Table<F> => {
  const rows = ordered(table, order === 'hand' ? (layout.order ?? 'asked') : order)
  const isMoved = rows.some((row, at) => row !== table.rows[at])
  const labelled = renamed({ ...table, rows }, layout)
  const notes = [...(isMoved ? [orderNote(table, order)] : []), ...labelled.notes]
  return notes.length === 0 ? labelled.table : { ...labelled.table, notes: [...table.notes, ...notes] }
}

const orderNote = <F extends Figure>({ columns }: Table<F>, order: Arrangement['order']): string =>
  order === 'count' ? `Rows in order of the count of “${columns[0]?.label ?? ''}”.` : 'Rows in an order set by hand.'

const renamed = <F extends Figure>(
  table: Table<F>,
  { rows = {}, columns = {} }: Layout,
): { readonly table: Table<F>; readonly notes: readonly string[] } => {
  const notes: string[] = []
  const words = (own: string | undefined, asked: string): string => {
    if (own === undefined || own.trim() === '' || own === asked) return asked
    notes.push(`“${own}” stands for “${asked}” as the survey has it.`)
    return own
  }
  const ofItem = (item: string): string | undefined => (Object.hasOwn(rows, item) ? rows[item] : undefined)
  const within = new Map<string, string>()
  const shown = table.rows.map((row) => {
    if (row.within !== undefined) {
      const named = within.get(row.within) ?? words(ofItem(row.ofItem ?? ''), row.within)
      within.set(row.within, named)
      return named === row.within ? row : { ...row, within: named, asked: row.within }
    }
    // The rows of a table by groups are groups, not items.
    return table.by === undefined ? relabelled(row, words(ofItem(row.item), row.label)) : row
  })
  const answers = table.columns.map((column) =>
    relabelled(column, words(Object.hasOwn(columns, column.id) ? columns[column.id] : undefined, column.label)),
  )
  const follow = <T extends { readonly within?: string }>(one: T): T =>
    one.within === undefined ? one : { ...one, within: within.get(one.within) ?? one.within }
  return {
    notes,
    table: {
      ...table,
      columns: answers,
      rows: shown,
      ...(table.summaries === undefined ? {} : { summaries: table.summaries.map(follow) }),
      ...(table.weighted === undefined
        ? {}
        : { weighted: { ...table.weighted, rows: table.weighted.rows.map(follow) } }),
    },
  }
}

const relabelled = <T extends { readonly label: string }>(one: T, label: string): T =>
  label === one.label ? one : { ...one, label, asked: one.label }

/** The row that all add up to stays where it is, last. */
const ordered = <F extends Figure>(
  { rows, columns }: Table<F>,
  order: 'asked' | 'count' | readonly string[],
): readonly TableRow<F>[] => {
  if (order === 'asked') return rows
  const first = columns[0]?.id ?? ''
  const count = ({ cells }: TableRow<F>): number => (typeof cells[first] === 'number' ? cells[first] : -1)
  const place = (item: string): number => {
    const at = typeof order === 'string' ? -1 : order.indexOf(item)
    return at < 0 ? rows.length : at
  }
  const blocks = [...Map.groupBy(rows, ({ within }) => within).values()]
  const inOrder =
    order === 'count' ? blocks : blocks.toSorted((a, b) => place(a[0]?.ofItem ?? '') - place(b[0]?.ofItem ?? ''))
  return inOrder.flatMap((block) => [
    ...block
      .filter(({ isTotal }) => !isTotal)
      .toSorted((a, b) => (order === 'count' ? count(b) - count(a) : place(a.item) - place(b.item))),
    ...block.filter(({ isTotal }) => isTotal),
  ])
}
