import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settle } from '../../../src/engine/statuses.ts'
import { tablesOfOne } from '../../../src/pages/build/tables-of-one.ts'
import type { Answers } from '../../../src/response/answers.ts'
import type { Definition } from '../../../src/survey/definition.ts'
import { asChildOf } from '../../support/child-survey.ts'

const larc = JSON.parse(readFileSync('surveys/larc-support-needs.json', 'utf8')) as Definition

const made = (definition: Definition, answers: Answers) => tablesOfOne(definition, settle(definition, answers))

test('the proforma tried by one gives its table with that one answer in it, and the rest as non-response', () => {
  const result = made(larc, { support: { analysing: 'yes' } })
  const table = result.ok ? result.tables.find(({ question }) => question === 'support')?.table : undefined
  expect(table?.base.count).toBe(1)
  const cells = table?.rows.map(({ item, cells, nonResponse }) => [item, Object.values(cells), nonResponse])
  expect(cells).toContainEqual(['support.analysing', [1, 0, 0], 0])
  expect(cells?.filter(([item]) => item !== 'support.analysing').every(([, , blank]) => blank === 1)).toBe(true)
})

test('what is answered in words is counted by whether it was', () => {
  const result = made(asChildOf(), { child_name: 'Amir', school: 'no' })
  const table = (name: string) =>
    result.ok ? result.tables.find(({ question }) => question === name)?.table : undefined
  expect(table('child_name')?.columns).toEqual([{ id: '(given)', label: 'Wrote something' }])
  expect(table('child_name')?.rows[0]?.cells).toEqual({ '(given)': 1 })
  expect(table('school')?.title).toBe('Does …, …, born …, go to school?')
})
