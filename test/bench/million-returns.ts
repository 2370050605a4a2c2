import { encodeColumns, type Columns } from '../../src/tabulation/columns.ts'
import type { Returned } from '../../src/response/current.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { itemId, type SurveyId } from '../../src/survey/ids.ts'
import { versionId } from '../../src/survey/version.ts'

const responses = 1_000_000
export const grids: readonly string[] = Array.from({ length: 10 }, (_, index) => `grid${index + 1}`)
const rows = ['a', 'b', 'c', 'd', 'e']
export const answers: readonly string[] = ['yes', 'no', 'not_sure']
const regions = Array.from({ length: 9 }, (_, index) => `region${index + 1}`)

export const definition: Definition = {
  proforma: {
    id: 'bench' as SurveyId,
    units: 'people',
    audience: 'Nobody',
    minutes: 10,
    privacy: 'All of it is made up.',
  },
  title: 'Ten grids of five',
  pages: [
    {
      name: 'all',
      elements: [
        ...grids.map((name) => ({ type: 'matrix', name, title: name, columns: answers, rows }) as const),
        { type: 'radiogroup', name: 'region', title: 'Region', choices: regions },
      ],
    },
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
export const madeUp = (place: number): Returned => {
  const said = grids.map(
    (grid) => [grid, rows.flatMap((row) => (random() < 0.2 ? [] : [[row, oneOf(answers)]]))] as const,
  )
  return {
    id: `${place}` as RevisionId,
    response: `${place}` as ResponseId,
    replaces: null,
    version: versionId(definition),
    answers: {
      ...Object.fromEntries(said.map(([grid, given]) => [grid, Object.fromEntries(given)])),
      region: oneOf(regions),
    },
    statuses: Object.fromEntries([
      ...said.flatMap(([grid, given]) => {
        const answered = new Set(given.map(([row]) => row))
        return rows.map((row) => [itemId(grid, row), answered.has(row) ? 'answered' : 'blank'])
      }),
      ['region', 'answered'],
    ]),
  }
}

/**
 * A million responses to 50 items and a region, each one of 4,096 that were encoded as any other: so many returns would
 * fill the memory.
 */
export const millionColumns = (): Columns => {
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
    answered: new Uint16Array(responses),
    revisions: Array.from(drawn, (_, place) => `${place}` as RevisionId),
    bytes: new Map(
      [...columns.bytes].map(([id, few]) => [id, Uint8Array.from(drawn, (place) => few[place] as number)]),
    ),
  }
}
