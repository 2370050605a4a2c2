import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { chartSvg } from '../../src/export/chart-svg.ts'
import { tablesDocx } from '../../src/export/table-docx.ts'
import type { Figure, Table } from '../../src/tabulation/table.ts'

const table: Table<Figure> = {
  title: 'Was it <good> & useful?',
  survey: 'Views',
  versions: ['version 1'],
  base: { name: 'all returned', count: 21, population: 25 },
  columns: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
  rows: [
    {
      item: 'one',
      label: 'First',
      openEnded: true,
      cells: { yes: 'c', no: 12 },
      nonResponse: 'c',
      refused: 'c',
      dontKnow: 'c',
      notAsked: 0,
      notInVersion: 0,
      base: 21,
    },
  ],
  notes: ['* Open-ended'],
}

test('a Word document holds each table with a head that repeats, its response line and its notes', async () => {
  const files = unzipSync(new Uint8Array(await tablesDocx([table, table])))
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const told = [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(([, text]) => text)
  const one = ['Item', 'Yes', 'No', 'Non-response', 'Base', 'First *', '[c]', '12', '[c]', '21']
  const below = ['Base: all returned. 21 of 25 returned (84%). Counted: version 1.', '* Open-ended']
  expect(told).toEqual([
    'Views',
    'Table 1: Was it &lt;good&gt; &amp; useful?',
    ...one,
    ...below,
    'Table 2: Was it &lt;good&gt; &amp; useful?',
    ...one,
    ...below,
  ])
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(4)
})

test('a chart tells its base and only what the table tells, and its text is text', () => {
  for (const scale of ['share', 'count'] as const) {
    const { svg } = chartSvg(table, scale)
    expect(svg).toContain('Was it &lt;good&gt; &amp; useful?')
    expect(svg).toContain(scale === 'share' ? 'Share of returns, base 21' : 'Number of returns, base 21')
    expect(svg).toContain('First *')
    const figures = [...svg.matchAll(/<text[^>]*text-anchor="middle"[^>]*>(.*?)<\/text>/g)].map(([, text]) => text)
    expect(figures).toEqual(['12', '[c]'])
  }
})

test('bars of counts are as long as their base, bars of shares all alike', () => {
  const first = table.rows[0] as (typeof table.rows)[number]
  const cells = { yes: 3, no: 4 }
  const plain = { ...first, cells, nonResponse: 0, refused: 0, dontKnow: 0, base: 7 } as const
  const two = { ...table, rows: [{ ...plain, cells: { yes: 10, no: 4 }, base: 14 }, plain] }
  const lengths = (scale: 'share' | 'count') =>
    [...chartSvg(two, scale).svg.matchAll(/width="([\d.]+)" height="26" fill="none"/g)].map(([, wide]) => Number(wide))
  expect(new Set(lengths('share')).size).toBe(1)
  const [long = 0, short = 0] = lengths('count')
  expect(short / long).toBeCloseTo(0.5)
})
