import { strToU8, zipSync } from 'fflate'
import { array, assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from '../../src/export/read-csv.ts'
import { readXlsx } from '../../src/export/read-xlsx.ts'
import { readList } from '../../src/population/read-list.ts'

const read = (text: string, same: 'name' | 'email' = 'name') => {
  const csv = readCsv(text)
  if (!csv.ok) throw new Error(csv.reason)
  return readList(csv.lines, same)
}

test('columns are known by their headings, and the others are groups', () => {
  const list = read(
    'Authority\tLead officer\tE-mail\tRegion\nKent County Council\tAnn Lee\tann@kent.example\tSouth East\n',
  )
  expect(list.columns.map(({ takenFor }) => takenFor)).toEqual(['name', 'contact', 'email', 'group'])
  expect(list.members).toEqual([
    {
      id: 'Kent County Council',
      name: 'Kent County Council',
      contact: 'Ann Lee',
      email: 'ann@kent.example',
      language: '',
      strata: { Region: 'South East' },
    },
  ])
})

test('a bare list of names is a list, and an address is found without a heading', () => {
  expect(read('Kent\nDevon\n').members.map(({ name }) => name)).toEqual(['Kent', 'Devon'])
  expect(read('Kent,ann@kent.example,South East').members[0]).toMatchObject({
    email: 'ann@kent.example',
    strata: { 'Column 3': 'South East' },
  })
})

test('what is not taken says why', () => {
  const list = read(
    'Name,Email\nKent,a@k.example\nkent,b@k.example\n,c@k.example\nDevon,not an address\nLuton,"x@y.example\r\nBcc: z@z.example"\n',
  )
  expect(list.members.map(({ name }) => name)).toEqual(['Kent'])
  expect(list.refused.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    '3: The same as line 2.',
    '4: There is no name.',
    '5: “not an address” is not an e-mail address.',
    '6: “x@y.example Bcc: z@z.example” is not an e-mail address.',
  ])
})

test('two names with one address are the same unit only where the address is what counts', () => {
  const text = 'Name,Email\nKent,a@k.example\nKent schools,A@k.example\n'
  expect(read(text).members).toHaveLength(2)
  expect(read(text, 'email').members).toHaveLength(1)
})

test('no name holds a control character, whatever is pasted', () => {
  assert(
    property(array(array(string({ unit: 'binary' }), { maxLength: 4 }), { maxLength: 8 }), (cells) => {
      const list = readList(
        cells.map((line, at) => ({ line: at + 1, cells: line })),
        'name',
      )
      for (const { id, name, contact, email } of list.members)
        expect([id, name, contact, email].join('')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    }),
  )
})

test('10,000 lines are read in well under a second', () => {
  const text = Array.from({ length: 10_000 }, (_, at) => `School ${at},s${at}@schools.example,Region ${at % 9}`).join(
    '\n',
  )
  const begun = performance.now()
  expect(read(`Name,Email,Region\n${text}`).members).toHaveLength(10_000)
  expect(performance.now() - begun).toBeLessThan(1500)
})

test('a workbook gives the same lines, shared texts, gaps and entities included', () => {
  const sheet =
    '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Region</t></is></c></row>' +
    '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>7</v></c><c r="C3" t="str"><f>1+1</f><v>South East</v></c></row></sheetData></worksheet>'
  const strings = '<sst><si><t>Name</t></si><si><r><t>Bath &amp; </t></r><r><t>NE&#32;Somerset</t></r></si></sst>'
  const file = zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet), 'xl/sharedStrings.xml': strToU8(strings) })
  expect(readXlsx(file)).toEqual({
    ok: true,
    lines: [
      { line: 1, cells: ['Name', '', 'Region'] },
      { line: 3, cells: ['Bath & NE Somerset', '7', 'South East'] },
    ],
  })
  expect(readXlsx(strToU8('PK not really')).ok).toBe(false)
})
