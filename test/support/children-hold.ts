import { expect } from 'vitest'
import type { Definition } from '../../src/survey/definition.ts'
import { groupsOf } from '../../src/survey/inner-elements.ts'
import { childrenBuilt } from './children-built.ts'

/** Expects what was built of `childrenBuilt`: the group with its three questions and the rule, the photo, the signature. */
export const childrenHold = (definition: Definition): void => {
  const elements = definition.pages.flatMap((page) => page.elements)
  expect(elements.map(({ type, title }) => [type, title])).toEqual([
    ['radiogroup', 'Do you have children?'],
    ['paneldynamic', childrenBuilt.group],
    ['file', childrenBuilt.photo],
    ['signaturepad', childrenBuilt.signature],
  ])
  const asked = groupsOf(definition)[0]?.templateElements ?? []
  expect(asked.map(({ type, title }) => [type, title])).toEqual([
    ['text', childrenBuilt.firstName],
    ['text', childrenBuilt.age],
    ['radiogroup', childrenBuilt.school],
  ])
  expect(asked[1]).toMatchObject({ inputType: 'number' })
  expect(asked[2]?.visibleIf).toMatch(/^\{panel\.\w+\} >= 4$/)
}
