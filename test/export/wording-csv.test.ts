import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { readCsv } from '../../src/export/read-csv.ts'
import { readWordingCsv } from '../../src/export/read-wording-csv.ts'
import { wordingCsv } from '../../src/export/wording-csv.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { textIn } from '../../src/survey/text.ts'
import { wordings } from '../../src/survey/wordings.ts'

const survey: Definition = {
  proforma: { id: 'test' as SurveyId, units: 'people', audience: 'Anyone', minutes: 1, privacy: 'We ask.' },
  title: 'Children',
  pages: [
    {
      name: 'page',
      elements: [
        { type: 'text', name: 'child', title: { default: 'Name, or "nickname"', cy: 'Enw' } },
        {
          type: 'radiogroup',
          name: 'likes',
          title: 'Does {child} like tea?',
          choices: [{ value: 'yes', text: '=Yes' }, 'no'],
        },
      ],
    },
  ],
}

const header = 'Id,Where,Original,Translation'

const read = (...lines: readonly string[]) => {
  const result = readWordingCsv([header, ...lines].join('\r\n'), survey, 'cy')
  if (!result.ok) throw new Error(result.reason)
  return result
}

test('writes a line for each wording, where it stands, and what is translated', () => {
  expect(wordingCsv(survey, 'cy')).toBe(
    [
      `\uFEFF${header}`,
      '\'@title,"This survey, title",Children,',
      '\'@privacy,"This survey, privacy text",We ask.,',
      'child.title,Question 1,"Name, or ""nickname""",Enw',
      'likes.title,Question 2,Does {child} like tea?,',
      'likes.choices.yes,"Question 2, answer 1",\'=Yes,',
      '',
    ].join('\r\n'),
  )
})

describe('reading it back', () => {
  test('takes what was translated, and the survey knows its language', () => {
    const result = read(
      "'@title,x,Children,Plant",
      'likes.title,x,Does {child} like tea?,Ydy {child} yn hoffi te?',
      'child.title,x,"Name, or ""nickname""",Enw',
    )
    expect(result).toMatchObject({
      taken: 2,
      refused: [],
      definition: { title: { default: 'Children', cy: 'Plant' }, proforma: { languages: ['cy'] } },
    })
    expect(openDefinition(result.definition).ok).toBe(true)
  })

  test('takes what a spreadsheet made of it: semicolons, another order, other line ends', () => {
    const result = readWordingCsv('translation;original;id;where\rPlant;Children ;@title;\r\r', survey, 'cy')
    expect(result).toMatchObject({ ok: true, taken: 1, refused: [] })
  })

  test.each([
    ['an id that is not there', 'gone.title,x,Gone,Wedi mynd', 'this survey has no such wording'],
    ['no id', ',x,Children,Plant', 'it has no id'],
    [
      'an original that changed',
      "'@title,x,Kids,Plant",
      'the original has changed since this file was made; translate it anew',
    ],
    [
      'an answer that is lost',
      'likes.title,x,Does {child} like tea?,Te?',
      'the translation leaves out {child}, where an answer is put in',
    ],
    [
      'an answer from elsewhere',
      "'@title,x,Children,Plant {secret}",
      'the translation puts in {secret}, which the original does not',
    ],
    ['too much', `'@title,x,Children,${'x'.repeat(4001)}`, 'the translation is over 4000 characters'],
  ])('refuses %s and takes the rest', (_, line, reason) => {
    const result = read(line, "'@privacy,x,We ask.,Rydym yn gofyn.")
    expect(result.refused).toEqual([{ line: 2, id: expect.any(String), reason }])
    expect(result.taken).toBe(1)
  })

  test('refuses the second of two lines with one id', () => {
    expect(read("'@title,x,Children,Plant", "'@title,x,Children,Pobl").refused).toEqual([
      { line: 3, id: '@title', reason: 'it stands on line 2 already' },
    ])
  })

  test.each([
    ['', 'the file is empty'],
    ['a,b\r\n', 'the first line must name the columns'],
    [`${header}\r\n"open`, 'line 2: a quotation mark opens here and never closes'],
    [`${header}\r\n"a"b,c`, 'line 2: something stands behind a closing quotation mark'],
  ])('refuses %j whole', (text, reason) => {
    const result = readWordingCsv(text, survey, 'cy')
    expect(result.ok ? '' : result.reason).toContain(reason)
  })

  test('refuses what is no language', () => {
    expect(readWordingCsv(header, survey, 'default{}')).toMatchObject({ ok: false })
  })
})

test.each(['family-views', 'larc-support-needs', 'practitioner-interview'])(
  '%s goes out and comes back translated',
  (name) => {
    const definition = JSON.parse(
      readFileSync(new URL(`../../surveys/${name}.json`, import.meta.url), 'utf8'),
    ) as Definition
    const csv = readCsv(wordingCsv(definition, 'cy'))
    if (!csv.ok) throw new Error(csv.reason)
    const filled = csv.lines.map(({ cells }, index) => [
      ...cells.slice(0, 3),
      index === 0 ? cells[3] : `${cells[2]} (cy)`,
    ])
    const text = filled.map((cells) => cells.map((cell) => `"${cell?.replaceAll('"', '""')}"`).join(',')).join('\n')
    const back = readWordingCsv(text, definition, 'cy')
    expect(back).toMatchObject({ ok: true, taken: csv.lines.length - 1, refused: [] })
    expect(back.ok && wordings(back.definition).map((wording) => textIn(wording.text, 'cy'))).toEqual(
      wordings(definition).map(({ text: words }) => `${textIn(words)} (cy)`),
    )
  },
)

test('any wording and any translation come back as they were, and no cell is a formula', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => text.trim() !== '' && !text.includes('{') && text.isWellFormed())
  const begun = fc
    .tuple(fc.constantFrom('', '=', "'=", "''+", '\t', '@', '-'), words)
    .map(([start, text]) => `${start}${text}`)
  fc.assert(
    fc.property(begun, begun, (original, translation) => {
      const there: Definition = { ...survey, title: { default: original, cy: translation } }
      const csv = readCsv(wordingCsv(there, 'cy'))
      expect(csv.ok && csv.lines.flatMap(({ cells }) => cells).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      const back = readWordingCsv(wordingCsv(there, 'cy'), { ...there, title: original }, 'cy')
      expect(back.ok && back.definition.title).toEqual(there.title)
    }),
  )
})
