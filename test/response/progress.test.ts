import { expect, test } from 'vitest'
import { progressOf } from '../../src/response/progress.ts'
import { definition } from '../server/example-return.ts'

const [page] = definition.pages
if (page === undefined) throw new Error('The example has no page')
const elements = page.elements.map((element) => (element.name === 'role' ? { ...element, isRequired: true } : element))
const survey = { ...definition, pages: [{ ...page, elements }] }
const asked = [{ questions: ['role', 'help'] }, { questions: ['who'] }]

test('how far a form got, of what is asked as things stand', () => {
  expect(progressOf({ answers: {}, asked }, survey)).toEqual({ answered: 0, of: 3, toAnswer: 1 })
  expect(progressOf({ answers: { role: 'Aunt', who: [] }, asked }, survey)).toEqual({ answered: 1, of: 3, toAnswer: 0 })
  expect(progressOf({ answers: { who: ['nurse'] }, asked: [{ questions: ['role'] }] }, survey)).toEqual({
    answered: 0,
    of: 1,
    toAnswer: 1,
  })
})

test('a mark stands for an answer that is missing, and a draft that does not say what was asked says nothing', () => {
  expect(progressOf({ answers: {}, marks: { role: 'refused' }, asked }, survey)).toMatchObject({ toAnswer: 0 })
  expect(progressOf({ answers: {} }, survey)).toBeNull()
})
