import { expect, test } from 'vitest'
import { isAnswered, marksFor } from '../../src/response/marks.ts'
import { problemOf } from '../../src/response/problem.ts'
import type { Question } from '../../src/survey/definition.ts'

const grid: Question = {
  type: 'matrix',
  name: 'help',
  title: 'Help',
  columns: ['yes', 'no'],
  rows: ['home', { value: 'cash' }],
  eachRowRequired: true,
}
const age: Question = { type: 'text', name: 'age', title: 'Age', inputType: 'number', isRequired: true }

test('a question is answered when nothing of it is left open', () => {
  expect(isAnswered(age, undefined)).toBe(false)
  expect(isAnswered(age, ' ')).toBe(false)
  expect(isAnswered(age, 0)).toBe(true)
  expect(isAnswered(grid, { home: 'yes', cash: '' })).toBe(false)
  expect(isAnswered(grid, { home: 'yes', cash: 'no' })).toBe(true)
})

test('a mark answers for what is required, and for nothing else', () => {
  expect(problemOf(age, undefined, true)).toBe(null)
  expect(problemOf(grid, { home: 'yes' }, true)).toBe(null)
  expect(problemOf(grid, undefined, true)).toBe(null)
  expect(problemOf(age, 'many', true)).toEqual({ kind: 'not-a-number' })
  expect(problemOf(age, undefined)).toEqual({ kind: 'required' })
})

test('a mark is offered where no choice says the same', () => {
  const glad: Question = {
    type: 'radiogroup',
    name: 'glad',
    title: 'Glad?',
    choices: ['yes', { value: 'no_say', role: 'refused' }],
  }
  expect(marksFor(age, undefined)).toEqual(['refused', 'dont-know', 'not-asked'])
  expect(marksFor(glad, undefined)).toEqual(['dont-know', 'not-asked'])
  expect(marksFor(glad, 'refused')).toEqual(['refused', 'dont-know', 'not-asked'])
})
