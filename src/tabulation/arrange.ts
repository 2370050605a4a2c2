import type { Figure, Table, TableRow } from './table.ts'

/** How a table is laid out for the page: its figures stay what they are. */
export interface Arrangement {
  /** As asked; by the count of the first answer, the most first; or the items by hand, others after them as asked. */
  readonly order?: 'asked' | 'count' | readonly string[]
  /** Other words for items and answers, by id. */
  readonly labels?: ReadonlyMap<string, string>
}

export const arrange = <F extends Figure>(table: Table<F>, { order = 'asked', labels }: Arrangement): Table<F> => {
  const renamed = <T extends { readonly label: string }>(one: T, id: string): T =>
    labels?.has(id) ? { ...one, label: labels.get(id) ?? one.label } : one
  return {
    ...table,
    columns: table.columns.map((column) => renamed(column, column.id)),
    rows: ordered(table, order).map((row) => renamed(row, row.item)),
  }
}

/** The row that all add up to stays where it is, last. */
const ordered = <F extends Figure>(
  { rows, columns }: Table<F>,
  order: NonNullable<Arrangement['order']>,
): readonly TableRow<F>[] => {
  if (order === 'asked') return rows
  const first = columns[0]?.id ?? ''
  const count = ({ cells }: TableRow<F>): number => (typeof cells[first] === 'number' ? cells[first] : -1)
  const place = ({ item }: TableRow<F>): number => {
    const at = typeof order === 'string' ? -1 : order.indexOf(item)
    return at < 0 ? rows.length : at
  }
  return [...Map.groupBy(rows, ({ within }) => within).values()].flatMap((block) => [
    ...block
      .filter(({ isTotal }) => !isTotal)
      .toSorted((a, b) => (order === 'count' ? count(b) - count(a) : place(a) - place(b))),
    ...block.filter(({ isTotal }) => isTotal),
  ])
}
