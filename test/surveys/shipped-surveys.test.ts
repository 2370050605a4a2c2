import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDefinition } from '../../src/engine/open-definition.ts'
import { statusesOf } from '../../src/engine/statuses.ts'
import { codebook, itemsOf } from '../../src/survey/codebook.ts'
import { isSurveyId } from '../../src/survey/ids.ts'
import { questionsOf } from '../../src/survey/questions.ts'
import { textIn } from '../../src/survey/text.ts'

const folder = new URL('../../surveys/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

const openShipped = (file: string) => {
  const opened = openDefinition(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if (!opened.ok) throw new Error(JSON.stringify(opened.findings))
  return opened.definition
}

test('three surveys ship', () => {
  expect(files).toEqual(['family-views.json', 'larc-support-needs.json', 'practitioner-interview.json'])
})

describe.each(files)('%s', (file) => {
  const definition = openShipped(file)
  const book = codebook(definition)

  test('is named by its file and says who asks, why, how long and whom to turn to', () => {
    expect(`${definition.proforma.id}.json`).toBe(file)
    expect(isSurveyId(definition.proforma.id)).toBe(true)
    expect(textIn(definition.proforma.privacy)).toMatch(/delete/)
  })

  test('has a codebook whose variables stand once, with codes that stand once', () => {
    expect(book.variables.length).toBeGreaterThan(8)
    const ids = book.variables.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { codes } of book.variables) expect(new Set(codes.map(({ value }) => value)).size).toBe(codes.length)
    expect(book.groups.flatMap(({ variables }) => variables)).toEqual(ids)
  })

  test('gives every answer that says not sure or prefers not to say its role', () => {
    const codes = book.variables.flatMap((variable) => variable.codes)
    const rolesWhere = (wording: RegExp) => codes.filter(({ label }) => wording.test(label)).map(({ role }) => role)
    expect(new Set(rolesWhere(/not sure/i))).toEqual(new Set(['not-sure']))
    expect(rolesWhere(/prefer not to say|declined/i).filter((role) => role !== 'refused')).toEqual([])
  })

  test('asks an open-ended item with the answers of its grid', () => {
    const names = questionsOf(definition).map(({ name }) => name)
    for (const variable of book.variables) {
      if (variable.openEnded === null) continue
      const grid = book.variables.find(({ group }) => group === variable.openEnded?.of)
      expect(variable.codes).toEqual(grid?.codes)
      expect(names).toContain(variable.openEnded.words)
    }
  })

  test('says nothing for anyone: empty, no item is answered', () => {
    const statuses = statusesOf(definition, {})
    expect(Object.keys(statuses).sort()).toEqual([...itemsOf(definition)].sort())
    expect(Object.values(statuses).filter((status) => status !== 'blank' && status !== 'not-asked')).toEqual([])
  })
})

test.each(['family-views.json', 'practitioner-interview.json'])(
  '%s keeps nothing more without consent: it counts as refused',
  (file) => {
    const { consent, ...others } = statusesOf(openShipped(file), { consent: 'no' }) as { [item: string]: string }
    expect(consent).toBe('answered')
    expect(new Set(Object.values(others))).toEqual(new Set(['refused']))
  },
)

test('the families who chose no help are not asked how much it helped', () => {
  const family = openShipped('family-views.json')
  const usefulAfter = (help: readonly string[]) =>
    Object.entries(statusesOf(family, { consent: 'yes', help })).find(([item]) => item === 'help_useful')?.[1]
  expect(usefulAfter(['money'])).toBe('blank')
  expect(usefulAfter(['none'])).toBe('not-asked')
  expect(usefulAfter(['prefer_not_to_say'])).toBe('not-asked')
  expect(usefulAfter([])).toBe('not-asked')
})
