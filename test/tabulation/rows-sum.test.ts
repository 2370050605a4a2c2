import { assert, property } from 'fast-check'
import { expect, test } from 'vitest'
import { answerTo } from '../../src/response/answers.ts'
import type { Returned } from '../../src/response/current.ts'
import { statusOf } from '../../src/response/status.ts'
import { codebook, type Variable } from '../../src/survey/codebook.ts'
import { tabulableGroups } from '../../src/tabulation/groups.ts'
import type { Table } from '../../src/tabulation/table.ts'
import { clubHistory } from '../support/club-history.ts'
import { clubVersions } from '../support/club-survey.ts'
import { columnsOf, tableOf } from '../support/tabulated.ts'

const themes = [{ id: 'water', label: 'Water', of: 'likes' }]

const codingsOf = (returns: readonly Returned[]) =>
  returns
    .filter(({ answers }) => answers['own1'] === 'swimming')
    .map(({ response }) => ({ response, question: 'own1', theme: 'water' }))

const tablesOf = (returns: readonly Returned[], counting = returns): readonly Table[] => {
  const columns = columnsOf(clubVersions, returns)
  return tabulableGroups(columns.codebook).map(({ id }) =>
    tableOf(columns, id, { themes, codings: codingsOf(counting) }),
  )
}

/** What one form says in one row, worked out the slow and obvious way: a column's id, or why it has none. */
const saysIn = (item: string, { version, answers, statuses }: Returned): string => {
  if (item === 'water') {
    if (answers['own1'] !== 'swimming') return 'nonResponse'
    return typeof answers['own1_like'] === 'string' ? answers['own1_like'] : 'nonResponse'
  }
  const definition = clubVersions.find(({ id }) => id === version)?.definition
  const variable: Variable | undefined =
    definition && codebook(definition).variables.find((variable) => variable.id === item)
  if (variable === undefined) return 'notInVersion'
  const status = statusOf(statuses, variable.item)
  if (status === 'not-asked') return 'notAsked'
  if (status !== 'answered') return 'nonResponse'
  const answer = answerTo(answers, variable.item)
  if (variable.codes.length === 0) return '(given)'
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer)
  return Array.isArray(answer) && answer.includes(item.slice('help.'.length)) ? 'ticked' : 'not_ticked'
}

test('every row sums to the returned forms, each form where its own version and answers put it', () => {
  const seen = new Set<string>()
  assert(
    property(clubHistory, ({ arrived, counting }) => {
      const tables = tablesOf(arrived, counting)
      expect(tables.map(({ rows }) => rows.length)).toEqual([1, 4, 3, 1, 1])
      for (const { rows, columns } of tables) {
        for (const row of rows) {
          expect(row.base).toBe(counting.length)
          const figures = {
            ...row.cells,
            nonResponse: row.nonResponse,
            notAsked: row.notAsked,
            notInVersion: row.notInVersion,
          }
          const expected: { [column: string]: number } = { nonResponse: 0, notAsked: 0, notInVersion: 0 }
          for (const { id } of columns) expected[id] = 0
          for (const form of counting) {
            const says = saysIn(row.item, form)
            seen.add(says)
            expected[says] = (expected[says] ?? 0) + 1
          }
          expect(figures).toEqual(expected)
          expect(Object.values(figures).reduce((sum, count) => sum + count, 0)).toBe(row.base)
        }
      }
    }),
    { numRuns: 60 },
  )
  // A property that never met a case proves nothing about it.
  expect(
    ['yes', 'lapsed', '3', 'ticked', 'not_ticked', 'nonResponse', 'notAsked', 'notInVersion'].filter(
      (each) => !seen.has(each),
    ),
  ).toEqual([])
})

test('the tables of two parts sum to the table of the whole', () => {
  assert(
    property(clubHistory, ({ counting }) => {
      const parts = [0, 1].map((part) =>
        tablesOf(
          counting.filter((_, index) => index % 2 === part),
          counting,
        ),
      )
      tablesOf(counting).forEach((table, at) => {
        table.rows.forEach((row, index) => {
          const [left, right] = parts.map((tables) => tables[at]?.rows[index])
          if (left === undefined || right === undefined) throw new Error('A part lacks a row of the whole')
          for (const { id } of table.columns) expect(row.cells[id]).toBe((left.cells[id] ?? 0) + (right.cells[id] ?? 0))
          for (const part of ['nonResponse', 'refused', 'dontKnow', 'notAsked', 'notInVersion', 'base'] as const) {
            expect(row[part]).toBe(left[part] + right[part])
          }
        })
      })
    }),
    { numRuns: 30 },
  )
})
