import { expect, test } from 'vitest'
import { tableJson } from '../../src/export/table-json.ts'
import { larcTable } from '../support/larc-table.ts'

test('a table says its base, its population and, by answer id, its cells', () => {
  const read = JSON.parse(tableJson(larcTable()))
  expect(read).toMatchObject({ base: 21, population: 25, versions: ['version 1'] })
  expect(read.columns.map(({ id }: { id: string }) => id)).toEqual(['yes', 'no', 'not_sure'])
  expect(read.rows).toHaveLength(7)
  expect(read.rows[5]).toEqual({
    item: 'support.analysing',
    label: 'Analysing data',
    openEnded: false,
    cells: { yes: 4, no: 4, not_sure: 5 },
    nonResponse: 8,
    refused: 0,
    dontKnow: 0,
    notAsked: 0,
    notInVersion: 0,
    base: 21,
  })
  expect(read.rows[6]).toMatchObject({ item: 'context_and_hypothesis', openEnded: true, nonResponse: 14 })
})
