import { expect, test } from 'vitest'
import { ledgerCsv, mergeCsv } from '../../src/export/ledger-csv.ts'
import { readCsv } from '../../src/export/read-csv.ts'
import type { Recipient, RecipientId } from '../../src/population/ledger.ts'

const at = '2026-11-23T15:00:00.000Z'
const recipient = (name: string, more: Partial<Recipient> = {}): Recipient => ({
  recipient: name as RecipientId,
  id: name,
  name,
  contact: '',
  email: '',
  language: '',
  strata: {},
  asked: true,
  open: false,
  mostReturns: 1,
  events: [],
  returns: [],
  ...more,
})

const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const read = readCsv(csv)
  if (!read.ok) throw new Error(read.reason)
  return read.lines.map(({ cells }) => cells)
}

test('the ledger says of each how they stand, which response counts, and why not', () => {
  const events = [
    { kind: 'sent', at, detail: 'by e-mail' },
    { kind: 'declined', at, detail: 'No time' },
  ] as const
  const returns = [
    { response: 'one', way: 'link', at, late: false },
    { response: 'two', way: 'paper', at, late: false },
  ] as const
  const [head = [], kent = [], devon = []] = cellsOf(
    ledgerCsv({
      recipients: [
        recipient('Kent', { strata: { Region: 'South East' }, events }),
        recipient('Devon', { returns, events: [{ kind: 'picked', at, detail: 'two' }] }),
      ],
    }),
  )
  const of = (line: readonly string[], column: string) => line[head.indexOf(column)]
  expect([of(kent, 'Region'), of(kent, 'state'), of(kent, 'sent'), of(kent, 'reason')]).toEqual([
    'South East',
    'declined',
    at,
    'No time',
  ])
  expect([of(devon, 'state'), of(devon, 'way'), of(devon, 'counted')]).toEqual(['returned', 'link paper', 'two'])
})

test('no name in either file is a formula when it is opened', () => {
  const hostile = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-1', '@SUM(A1)', '\tx'].map((name) =>
    recipient(name, { contact: name }),
  )
  const cells = [...cellsOf(ledgerCsv({ recipients: hostile })), ...cellsOf(mergeCsv(hostile, () => 'https://a/r#b'))]
  expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
})

test('a mail merge holds who has a link, and the name where nobody is named', () => {
  const list = [recipient('Kent', { email: 'lead@kent.example' }), recipient('Devon')]
  expect(cellsOf(mergeCsv(list, ({ name }) => (name === 'Kent' ? 'https://a/r#b' : null)))).toEqual([
    ['name', 'contact', 'email', 'link'],
    ['Kent', 'Kent', 'lead@kent.example', 'https://a/r#b'],
  ])
})
