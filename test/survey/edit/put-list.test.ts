import { describe, expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import type { Definition, ListName, Question } from '../../../src/survey/definition.ts'
import { addQuestion } from '../../../src/survey/edit/add-question.ts'
import { setGladFirst, setScale } from '../../../src/survey/edit/answer-settings.ts'
import type { Edited } from '../../../src/survey/edit/edited.ts'
import { listOf } from '../../../src/survey/edit/lists.ts'
import { findQuestion } from '../../../src/survey/edit/locate.ts'
import type { StartKind } from '../../../src/survey/edit/new-question.ts'
import { putList } from '../../../src/survey/edit/put-list.ts'
import type { SurveyId } from '../../../src/survey/ids.ts'
import { newSurvey } from '../../../src/survey/new-survey.ts'
import { valueListOf, valueLists } from '../../../src/survey/value-lists.ts'

const of = (edited: Edited): Definition => {
  if (!edited.ok) throw new Error(edited.reason)
  return edited.definition
}

const asking = (kind: StartKind): Definition =>
  of(addQuestion(newSurvey('test' as SurveyId, 'Test'), kind, { atEndOf: 'section_1' }, 'Which'))

const listed = (definition: Definition, list: ListName) => listOf(findQuestion(definition, 'which') as Question, list)

const gladFirst = (definition: Definition) => findQuestion(definition, 'which')?.proforma?.gladFirst

const choices = (id: string) => valueListOf(id)?.choices ?? []

describe('a list that is used again', () => {
  test('comes with its codes and its roles', () => {
    const put = of(putList(asking('choice'), 'which', 'choices', choices('age-bands')))
    expect(listed(put, 'choices')).toEqual(choices('age-bands'))
  })

  test('leaves what stands there in the same words its code, and takes its role on', () => {
    const own = { ...asking('choice') }
    const question = { ...findQuestion(own, 'which'), choices: [{ value: 'y', text: 'Yes' }, 'Not sure'] } as Question
    const start = { ...own, pages: [{ name: 'section_1', elements: [question] }] }
    expect(listed(of(putList(start, 'which', 'choices', choices('yes-no-not-sure'))), 'choices')).toEqual([
      { value: 'y', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'Not sure', role: 'not-sure' },
    ])
  })

  test('never gives a code again that stood for other words', () => {
    const first = of(putList(asking('choice'), 'which', 'choices', choices('agreement')))
    const then = of(putList(first, 'which', 'choices', choices('satisfaction')))
    expect(listed(then, 'choices')?.[2]).toEqual({
      value: 'neither_satisfied_nor_dissatisfied',
      text: 'Neither satisfied nor dissatisfied',
    })
    expect(listed(of(putList(then, 'which', 'choices', choices('agreement'))), 'choices')).toEqual(choices('agreement'))
  })

  test('is numbered in a scale, and what is no step stays behind', () => {
    const put = putList(asking('scale'), 'which', 'rateValues', choices('how-often'))
    expect(listed(of(put), 'rateValues')?.map((step) => typeof step === 'object' && 'role' in step)).toEqual(
      Array(6).fill(false),
    )
    expect(put).toMatchObject({ notices: ['‘Not sure’ is no step of a scale.'] })
  })

  test('turns the faces of a scale the way that the list runs', () => {
    const faces = of(setScale(asking('scale'), 'which', 'smileys'))
    expect(gladFirst(faces)).toBeUndefined()
    const down = of(putList(faces, 'which', 'rateValues', choices('satisfaction')))
    expect(gladFirst(down)).toBe(true)
    expect(gladFirst(of(setGladFirst(down, 'which', false)))).toBeUndefined()
    const before = of(putList(asking('scale'), 'which', 'rateValues', choices('agreement')))
    expect(gladFirst(of(setScale(before, 'which', 'smileys')))).toBe(true)
    expect(openDefinition(down).ok).toBe(true)
  })

  test('makes items of a grid that have names and no roles', () => {
    const put = of(putList(asking('grid'), 'which', 'rows', choices('age-bands')))
    expect(listed(put, 'rows')?.[1]).toEqual({ value: 'item_16_to_17', text: '16 to 17' })
    expect(listed(put, 'rows')?.at(-1)).toEqual({ value: 'prefer_not_to_say', text: 'Prefer not to say' })
  })

  test.each(valueLists)('$id opens wherever it is put', ({ choices: all }) => {
    const places = [
      ['choice', 'choices'],
      ['tick-all', 'choices'],
      ['grid', 'columns'],
      ['grid', 'rows'],
      ['scale', 'rateValues'],
    ] as const
    const outcome = places.map(([kind, list]) => {
      const put = putList(asking(kind), 'which', list, all)
      if (!put.ok) return put.reason
      return openDefinition(put.definition).ok ? 'opens' : 'does not open'
    })
    expect(outcome.slice(0, 4)).toEqual(['opens', 'opens', 'opens', 'opens'])
    expect(['opens', 'A question can have 11 steps at most.']).toContain(outcome[4])
  })
})
