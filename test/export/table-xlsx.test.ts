import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { tablesXlsx } from '../../src/export/table-xlsx.ts'
import type { Figure, Table } from '../../src/tabulation/table.ts'

const table: Table<Figure> = {
  title: 'Was it <good> & useful?',
  survey: 'Views',
  versions: ['version 1'],
  base: { name: 'all returned', count: 21, population: 25 },
  columns: [
    { id: 'yes', label: 'Yes' },
    { id: 'again', label: 'yes' },
  ],
  rows: [
    {
      item: 'one',
      label: '=1+1',
      openEnded: false,
      cells: { yes: 'c', again: 12 },
      nonResponse: 'c',
      refused: 'c',
      dontKnow: 'c',
      notAsked: 0,
      notInVersion: 0,
      base: 21,
    },
  ],
  notes: ['A note'],
}

const files = () => {
  const unzipped = unzipSync(tablesXlsx([table, { ...table, title: 'Second' }]))
  return new Map(Object.entries(unzipped).map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const cells = (xml: string): readonly string[] =>
  [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/g)].map(
    ([, at, number, text]) => `${at} ${number ?? text}`,
  )

test('cover, contents and notes come first, then a table a sheet', () => {
  const names = [...(files().get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual(['Cover', 'Contents', 'Notes', 'Table_1', 'Table_2'])
})

test('a table stands below its title and base, text as text and figures as numbers, hidden ones as a symbol', () => {
  const xml = files().get('xl/worksheets/sheet4.xml') ?? ''
  expect(cells(xml)).toEqual([
    'A1 Table 1: Was it &lt;good&gt; &amp; useful?',
    'A2 This sheet has one table. Symbols and notes stand on the sheet Notes.',
    'A3 Base: all returned. 21 of 25 returned (84%). Counted: version 1.',
    'A4 Item',
    'B4 Yes',
    'C4 yes (2)',
    'D4 Non-response',
    'E4 Base',
    'A5 =1+1',
    'B5 [c]',
    'C5 12',
    'D5 [c]',
    'E5 21',
  ])
  expect(xml).not.toContain('mergeCell')
  expect(xml).not.toContain('<f>')
  expect(xml).toContain('ySplit="4"')
})

test('each table is marked as one, over its head and rows, and its columns are named as its head is', () => {
  const all = files()
  const marked = all.get('xl/tables/table3.xml') ?? ''
  expect(marked).toContain('ref="A4:E5"')
  expect([...marked.matchAll(/name="([^"]+)"\/>/g)].map(([, name]) => name)).toEqual([
    'Item',
    'Yes',
    'yes (2)',
    'Non-response',
    'Base',
  ])
  expect(all.get('xl/worksheets/_rels/sheet4.xml.rels')).toContain('../tables/table3.xml')
})

test('every part that is named is there', () => {
  const all = files()
  const named = [...(all.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part)
  expect(named.filter((part) => !all.has(part ?? ''))).toEqual([])
})
