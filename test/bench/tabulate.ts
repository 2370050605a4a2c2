import { reserved } from '../../src/tabulation/bytes.ts'
import { encodeColumns, type Columns } from '../../src/tabulation/columns.ts'
import type { Returned } from '../../src/response/current.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { itemId, type SurveyId } from '../../src/survey/ids.ts'
import { versionId } from '../../src/survey/version.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'
import { type Measure, median } from './report.ts'

const responses = 1_000_000
const grids = Array.from({ length: 10 }, (_, index) => `grid${index + 1}`)
const rows = ['a', 'b', 'c', 'd', 'e']
const answers = ['yes', 'no', 'not_sure']
const rounds = 9

const definition: Definition = {
  proforma: {
    id: 'bench' as SurveyId,
    units: 'people',
    audience: 'Nobody',
    minutes: 10,
    privacy: 'All of it is made up.',
  },
  title: 'Ten grids of five',
  pages: [
    { name: 'all', elements: grids.map((name) => ({ type: 'matrix', name, title: name, columns: answers, rows })) },
  ],
}

/** Numbers from 0 to 1, the same in every run. */
const seeded = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

const random = seeded(21)
const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value

/** One return; every fifth item of it is blank. */
const madeUp = (place: number): Returned => {
  const said = grids.map(
    (grid) => [grid, rows.flatMap((row) => (random() < 0.2 ? [] : [[row, oneOf(answers)]]))] as const,
  )
  return {
    id: `${place}` as RevisionId,
    response: `${place}` as ResponseId,
    replaces: null,
    version: versionId(definition),
    answers: Object.fromEntries(said.map(([grid, given]) => [grid, Object.fromEntries(given)])),
    statuses: Object.fromEntries(
      said.flatMap(([grid, given]) => {
        const answered = new Set(given.map(([row]) => row))
        return rows.map((row) => [itemId(grid, row), answered.has(row) ? 'answered' : 'blank'])
      }),
    ),
  }
}

/** A million responses, each one of 4,096 that were encoded as any other: so many returns would fill the memory. */
const millionColumns = (): Columns => {
  const encoded = encodeColumns(
    [{ id: versionId(definition), number: 1, definition }],
    Array.from({ length: 4096 }, (_, place) => madeUp(place)),
  )
  if (!encoded.ok) throw new Error(encoded.reason)
  const { columns } = encoded
  const drawn = Uint16Array.from({ length: responses }, () => random() * 4096)
  return {
    ...columns,
    responses: Array.from(drawn, (_, place) => `${place}` as ResponseId),
    bytes: new Map(
      [...columns.bytes].map(([id, few]) => [id, Uint8Array.from(drawn, (place) => few[place] as number)]),
    ),
  }
}

/** What anyone would write first: the bar that the table is held to. */
const countPlainly = (column: Uint8Array): Uint32Array => {
  const counts = new Uint32Array(256)
  for (let place = 0; place < column.length; place += 1) {
    const byte = column[place] as number
    counts[byte] = (counts[byte] as number) + 1
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

const takeTurns = <Plain, Table>(plainFirst: boolean, plainly: () => Plain, tables: () => Table) => {
  const before = plainFirst ? timed(plainly) : null
  const table = timed(tables)
  return { plain: before ?? timed(plainly), table }
}

/**
 * 1,000,000 responses by 50 items: all ten tables, against a plain loop over the same arrays. They take turns, so that
 * what else the machine does falls on both; the first turn only warms up.
 *
 * @throws Error where the two do not count the same
 */
export const measureTabulate = (): readonly Measure[] => {
  const columns = millionColumns()
  const plainly = () => [...columns.bytes.values()].map(countPlainly)
  const tables = () => grids.map((grid) => tabulate(columns, grid))
  const turns = Array.from({ length: rounds + 1 }, (_, round) => takeTurns(round % 2 === 0, plainly, tables)).slice(1)
  for (const { plain, table } of turns) {
    const rowsOf = table.value.flatMap((made) => (made.ok ? made.table.rows : []))
    const tabled = rowsOf.map(({ cells, nonResponse }) => [...answers.map((answer) => cells[answer]), nonResponse])
    const counted = plain.value.map((counts) => [counts[0], counts[1], counts[2], counts[reserved.blank]])
    if (JSON.stringify(tabled) !== JSON.stringify(counted)) throw new Error('The tables and the loop count differently')
  }
  const loop = median(turns.map(({ plain }) => plain.milliseconds))
  const table = median(turns.map(({ table }) => table.milliseconds))
  return [
    { name: '1,000,000 x 50 tabulated, against a plain loop', value: table / loop, unit: 'times', bar: 1.3 },
    { name: '  the tables', value: table, unit: 'ms', bar: null },
    { name: '  the plain loop', value: loop, unit: 'ms', bar: null },
  ]
}
