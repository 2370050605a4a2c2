import { expect, test } from 'vitest'
import { tableCsv } from '../../src/export/table-csv.ts'
import { clubReturn, clubVersions } from '../support/club-survey.ts'
import { larcTable, publishedLarcRows } from '../support/larc-table.ts'
import { columnsOf, tableOf } from '../support/tabulated.ts'

test('the published table of 2010, line for line', () => {
  const lines = ['Item,Yes,No,Not sure,Non-response,Base', ...publishedLarcRows.map((row) => [...row, 21].join(','))]
  expect(tableCsv(larcTable())).toBe(lines.map((line) => `${line}\r\n`).join(''))
})

test('not asked and not in version have their columns before the base, where a row has any', () => {
  const columns = columnsOf(clubVersions, [clubReturn('a', 1, { member: 'no' }), clubReturn('b', 2, { member: 'yes' })])
  expect(tableCsv(tableOf(columns, 'likes'))).toBe(
    'Item,yes,Not sure,no,sometimes,Non-response,Not asked,Not in version,Base\r\n' +
      'Sport,0,0,0,0,1,1,0,2\r\nDance,0,0,0,0,1,0,1,2\r\nMusic,0,0,0,0,0,1,1,2\r\n',
  )
})

test('a label that a spreadsheet would work out stays words', () => {
  const table = larcTable()
  const [row] = table.rows
  if (row === undefined) throw new Error('The table is empty')
  const [, line] = tableCsv({ ...table, rows: [{ ...row, label: '=HYPERLINK("http://x","a")' }] }).split('\r\n')
  expect(line).toBe(`"'=HYPERLINK(""http://x"",""a"")",16,0,1,4,21`)
})
