import { reserved } from '../../src/tabulation/bytes.ts'
import type { Columns } from '../../src/tabulation/columns.ts'
import { groupBy } from '../../src/tabulation/grouping.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'
import { inDuckDb } from './duckdb.ts'
import { answers, grids, millionColumns } from './million-returns.ts'
import { type Measure, median } from './report.ts'

const rounds = 9

/** DuckDB takes half a second each time. */
const duckRounds = 3

/** What anyone would write first: the bar that the table is held to. */
const countPlainly = (column: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(256)
  for (let place = 0; place < column.length; place += 1) {
    const byte = column[place] as number
    counts[byte] = (counts[byte] as number) + 1
  }
  return counts
}

/** The same by groups. */
const countPlainlyBy = (column: Uint8Array, groups: Uint8Array, many: number): readonly Uint32Array[] => {
  const counts = Array.from({ length: many }, () => new Uint32Array(256))
  for (let place = 0; place < column.length; place += 1) {
    const group = counts[groups[place] as number] as Uint32Array
    const byte = column[place] as number
    group[byte] = (group[byte] as number) + 1
  }
  return counts
}

interface Timed<Value> {
  readonly milliseconds: number
  readonly value: Value
}

const timed = <Value>(work: () => Value): Timed<Value> => {
  const started = performance.now()
  const value = work()
  return { milliseconds: performance.now() - started, value }
}

const takeTurns = <Plain, Table>(plainly: () => Plain, tables: () => Table) =>
  Array.from({ length: rounds + 1 }, (_, round) => {
    const before = round % 2 === 0 ? timed(plainly) : null
    const table = timed(tables)
    return { plain: before ?? timed(plainly), table }
  }).slice(1)

const middle = (
  turns: readonly { readonly [which in 'plain' | 'table']: Timed<unknown> }[],
  which: 'plain' | 'table',
) => median(turns.map((turn) => turn[which].milliseconds))

const medianOf = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let round = 0; round < duckRounds; round += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}

/**
 * 1,000,000 responses by 50 items: all ten tables, and all ten by nine regions, against a plain loop over the same arrays
 * and against DuckDB. Loop and tables take turns, so that what else the machine does falls on both; the first turn only
 * warms up.
 *
 * @throws Error where they do not count the same
 */
export const measureTabulate = async (): Promise<readonly Measure[]> => {
  const columns = millionColumns()
  const items = [...columns.bytes].filter(([id]) => id !== 'region').map(([, column]) => column)
  const oneWay = takeTurns(
    () => items.map(countPlainly),
    () => grids.map((grid) => tabulate(columns, grid)),
  )
  for (const { plain, table } of oneWay) {
    const rowsOf = table.value.flatMap((made) => (made.ok ? made.table.rows : []))
    const tabled = rowsOf.map(({ cells, nonResponse }) => [...answers.map((answer) => cells[answer]), nonResponse])
    const counted = plain.value.map((counts) => [counts[0], counts[1], counts[2], counts[reserved.blank]])
    if (JSON.stringify(tabled) !== JSON.stringify(counted)) throw new Error('The tables and the loop count differently')
  }
  const grouped = groupBy(columns, 'region')
  if (!grouped.ok) throw new Error(grouped.reason)
  const { grouping } = grouped
  const byRegion = takeTurns(
    () => items.map((column) => countPlainlyBy(column, grouping.of, grouping.groups.length)),
    () => grids.map((grid) => tabulate(columns, grid, { by: grouping })),
  )

  const inWords = await measureDuckDb(columns, 'words')
  const inBytes = await measureDuckDb(columns, 'bytes')
  const tables = middle(oneWay, 'table')
  const tablesBy = middle(byRegion, 'table')
  return [
    ratio('1,000,000 x 50 tabulated, against a plain loop', tables / middle(oneWay, 'plain'), 1.3),
    ratio('  against DuckDB’s 50 GROUP BYs over the answers', tables / inWords.oneWay, 0.2),
    ratio('  the same, encoded to bytes for DuckDB too', tables / inBytes.oneWay, null),
    ms('  the tables', tables),
    ms('  DuckDB', inWords.oneWay),
    ratio('  by nine regions, against a plain loop', tablesBy / middle(byRegion, 'plain'), 1.3),
    ratio('  by nine regions, against DuckDB', tablesBy / inWords.byRegion, 0.2),
    ratio('  by nine regions, encoded to bytes for DuckDB too', tablesBy / inBytes.byRegion, null),
    ms('  by nine regions, the tables', tablesBy),
    ms('  by nine regions, DuckDB', inWords.byRegion),
  ]
}

const measureDuckDb = async (columns: Columns, as: 'words' | 'bytes') => {
  const duck = await inDuckDb(columns, as, (byte) => answers[byte] ?? `${byte}`)
  try {
    const items = columns.bytes.size - 1
    if ((await duck.oneWay()) !== items * 4 || (await duck.byRegion()) !== items * 4 * 9)
      throw new Error('DuckDB and the tables count differently')
    return { oneWay: await medianOf(duck.oneWay), byRegion: await medianOf(duck.byRegion) }
  } finally {
    duck.close()
  }
}

const ratio = (name: string, value: number, bar: number | null): Measure => ({ name, value, unit: 'times', bar })

const ms = (name: string, value: number): Measure => ({ name, value, unit: 'ms', bar: null })
