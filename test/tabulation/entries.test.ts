import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { settle } from '../../src/engine/statuses.ts'
import { tableText } from '../../src/export/table-text.ts'
import type { Answers } from '../../src/response/answers.ts'
import { checkRevision } from '../../src/response/check-revision.ts'
import type { Returned } from '../../src/response/current.ts'
import { entriesOf } from '../../src/response/entries.ts'
import type { ResponseId, RevisionId } from '../../src/response/revision.ts'
import { codebook } from '../../src/survey/codebook.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { groupsOf } from '../../src/survey/inner-elements.ts'
import { formQuestionsOf } from '../../src/survey/questions.ts'
import { versionId } from '../../src/survey/version.ts'
import { encodeSets } from '../../src/tabulation/entry-columns.ts'
import { tabulableGroups } from '../../src/tabulation/groups.ts'
import type { Table } from '../../src/tabulation/table.ts'
import { tabulate } from '../../src/tabulation/tabulate.ts'
import { answerFor, arbitraryDefinition } from '../support/arbitrary-definition.ts'
import { childrenSurvey } from '../support/children-survey.ts'

const returnOf = (definition: Definition, typed: Answers, index: number): Returned => ({
  id: `revision ${index}` as RevisionId,
  response: `response ${index}` as ResponseId,
  replaces: null,
  version: versionId(definition),
  ...settle(definition, typed),
})

const tablesOf = (definition: Definition, returns: readonly Returned[]): readonly (readonly Table[])[] => {
  const encoded = encodeSets([{ id: versionId(definition), number: null, definition }], returns)
  if (!encoded.ok) throw new Error(encoded.reason)
  return encoded.sets.map((columns) =>
    tabulableGroups(columns.codebook).map(({ id }) => {
      const made = tabulate(columns, id)
      if (!made.ok) throw new Error(made.reason)
      return made.table
    }),
  )
}

const forms = fc.array(fc.array(fc.option(fc.nat({ max: 11 })), { minLength: 12, maxLength: 12 }), { maxLength: 3 })

test('rows about each entry sum to the entries, and rows about forms to the forms, whatever was answered', () => {
  let entriesSeen = 0
  fc.assert(
    fc.property(arbitraryDefinition, forms, (definition, picks) => {
      const returns = picks.map((form, index) => {
        const typed = formQuestionsOf(definition).flatMap((question, at) => {
          const pick = form[at] ?? null
          const answer = pick === null ? undefined : answerFor(question, pick)
          return answer === undefined ? [] : [[question.name, answer] as const]
        })
        return returnOf(definition, Object.fromEntries(typed) as Answers, index)
      })
      for (const returned of returns) expect(checkRevision(returned, definition)).toBeNull()
      const [aboutForms, ...aboutEntries] = tablesOf(definition, returns)
      for (const { rows } of aboutForms ?? []) for (const row of rows) expect(row.base).toBe(returns.length)
      for (const [index, { name }] of groupsOf(definition).entries()) {
        const entries = returns.reduce((sum, { answers }) => sum + entriesOf(answers[name]).length, 0)
        entriesSeen += entries
        for (const table of aboutEntries[index] ?? []) {
          expect(table.base).toMatchObject({
            name: 'entries',
            count: entries,
            of: { each: 'Child', forms: returns.length },
          })
          for (const row of table.rows) {
            expect(row.base).toBe(entries)
            const cells = Object.values(row.cells).reduce((sum, count) => sum + count, 0)
            expect(cells + row.nonResponse + row.notAsked + row.notInVersion).toBe(entries)
          }
        }
      }
    }),
    { numRuns: 25 },
  )
  expect(entriesSeen).toBeGreaterThan(3)
})

const children = [
  [
    { child_name: 'Ann', age: 7, school: 'yes' },
    { child_name: 'Bo', age: 2 },
  ],
  [{ child_name: 'Cai', age: 9, school: 'no' }],
  [{ child_name: 'Dee', age: 11 }],
]

test('a table about each child says how many there are, in how many forms', () => {
  const definition = childrenSurvey()
  const returns = [...children.map((given) => ({ children: given })), {}].map((typed, index) =>
    returnOf(definition, typed as Answers, index),
  )
  const [aboutForms, aboutChildren] = tablesOf(definition, returns)
  const school = aboutChildren?.find(({ title }) => title.includes('school'))
  if (school === undefined) throw new Error('There is no table about school')
  expect(school.rows[0]).toMatchObject({ cells: { yes: 1, no: 1 }, nonResponse: 1, notAsked: 1, base: 4 })
  expect(tableText(school)).toContain('Base: 4 entries (Child) in 4 returned forms.')
  const howMany = aboutForms?.find(({ title }) => title.startsWith('How many'))
  expect(howMany?.summaries?.[0]).toMatchObject({ of: 'numbers', mean: 4 / 3 })
})

test('the codebook has the group as a number, and what is in it under a level of its own', () => {
  const book = codebook(childrenSurvey())
  expect(book.variables.map(({ id, kind }) => [id, kind])).toEqual([
    ['children', 'number'],
    ['together', 'choice'],
  ])
  expect(book.levels).toMatchObject([{ id: 'children', each: 'Child', base: 'Child in the returned forms' }])
  expect(book.levels[0]?.variables.map(({ id }) => id)).toEqual(['child_name', 'age', 'school'])
})
