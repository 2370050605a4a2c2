import { strFromU8, unzipSync } from 'fflate'
import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { codebookCsv } from '../../src/export/codebook-csv.ts'
import { type DataSetLine, dataSetCsv } from '../../src/export/data-set-csv.ts'
import { dataSetZip } from '../../src/export/data-set-zip.ts'
import { readCsv } from '../../src/export/read-csv.ts'
import { currentReturns, type Returned } from '../../src/response/current.ts'
import { codebookLevels } from '../../src/tabulation/codebook-levels.ts'
import { tabulableGroups } from '../../src/tabulation/groups.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { columnsOf, tableOf } from '../support/tabulated.ts'

const linesOf = (returns: readonly Returned[]): readonly DataSetLine[] =>
  currentReturns(returns).map((each) => ({
    ...each,
    returnedAt: '2026-11-23T10:00:00Z',
    way: 'interviewer',
    language: 'en',
  }))

const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const read = readCsv(csv)
  if (!read.ok) throw new Error(read.reason)
  return read.lines.map(({ cells }) => cells)
}

test('no cell is empty, and what is no answer is in the data set as often as in the table', () => {
  assert(
    property(clubHistory, ({ counting }) => {
      const columns = columnsOf(clubVersions, counting)
      const [{ book }] = codebookLevels(clubVersions)
      const [head = [], ...rows] = cellsOf(dataSetCsv(book, linesOf(counting), { safety: 'raw', ownWords: true }))
      expect(rows).toHaveLength(columns.responses.length)
      expect(rows.flat()).not.toContain('')
      const often = (variable: string, ...marks: readonly string[]): number =>
        rows.filter((row) => marks.includes(row[head.indexOf(variable)] ?? '')).length
      for (const { id } of tabulableGroups(columns.codebook))
        for (const row of tableOf(columns, id).rows) {
          expect(often(row.item, '[blank]', '[refused]', '[don’t know]')).toBe(row.nonResponse)
          expect(often(row.item, '[not asked]')).toBe(row.notAsked)
          expect(often(row.item, '[not in version]')).toBe(row.notInVersion)
          expect(often(row.item, '1')).toBe(row.cells['ticked'] ?? often(row.item, '1'))
        }
    }),
    { numRuns: 40 },
  )
})

test('words are left out unless somebody asks, and are safe from formulas but for R', () => {
  const [{ book }] = codebookLevels(clubVersions)
  const lines = linesOf([clubReturn('a', 1, { member: 'yes', own1: '=1+1' })])
  const cell = (safety: 'safe' | 'raw', ownWords: boolean): string => {
    const [head = [], row = []] = cellsOf(dataSetCsv(book, lines, { safety, ownWords }))
    return row[head.indexOf('own1')] ?? ''
  }
  expect(cell('safe', false)).toBe('[given]')
  expect(cell('safe', true)).toBe("'=1+1")
  expect(cell('raw', true)).toBe('=1+1')
})

test('the codebook has each answer of each variable, with the versions that offered it', () => {
  const rows = cellsOf(codebookCsv(codebookLevels(clubVersions)))
  const of = (variable: string, code: string) => rows.find((row) => row[3] === variable && row[7] === code)
  expect(of('member', 'lapsed')?.slice(8)).toEqual(['lapsed', 'Answer', 'version 2', ''])
  expect(of('member', 'rather_not')?.[9]).toBe('Refused: counted in Non-response')
  expect(of('likes.sport', 'not_sure')?.[11]).toBe('version 1: Sports')
})

test('the ZIP has the forms, the codebook and what the marks mean', () => {
  const zip = unzipSync(
    dataSetZip(
      { survey: 'clubs', versions: clubVersions, lines: linesOf([clubReturn('a', 1, { member: 'yes' })]), notes: [] },
      { safety: 'safe', ownWords: false },
    ),
  )
  expect(Object.keys(zip)).toEqual(['clubs.csv', 'clubs-codebook.csv', 'read-me.txt'])
  expect(Array.from((zip['clubs.csv'] ?? new Uint8Array()).subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  expect(strFromU8(zip['read-me.txt'] ?? new Uint8Array())).toContain('[not asked]')
})
