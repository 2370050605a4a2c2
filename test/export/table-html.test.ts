import { expect, test } from 'vitest'
import { tablesHtml } from '../../src/export/table-html.ts'
import { larcTable } from '../support/larc-table.ts'

test('a document of its own: language, title, caption, heads with their scope, every figure', () => {
  const html = tablesHtml([larcTable()])
  expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
  expect(html).toContain('<caption>Where do you anticipate')
  expect(html.match(/<th scope="col">/g)).toHaveLength(6)
  expect(html.match(/<th scope="row">/g)).toHaveLength(7)
  expect(html).toContain('<th scope="row">Analysing data</th><td>4</td><td>4</td><td>5</td><td>8</td><td>21</td>')
  expect(html).toContain('21 of 25 returned (84%)')
  expect(html).not.toMatch(/<script|https?:/)
})

test('words of others never become markup', () => {
  const table = larcTable()
  const evil = '<img src=x onerror=alert(1)>"&\''
  const rows = table.rows.map((row) => ({ ...row, label: evil }))
  const columns = table.columns.map((column) => ({ ...column, label: evil }))
  const html = tablesHtml([{ ...table, title: evil, survey: evil, rows, columns, notes: [evil], versions: [evil] }])
  expect(html).not.toContain('<img')
  expect(html).toContain('aria-label="&lt;img src=x onerror=alert(1)&gt;&quot;&amp;&#39;"')
})
