import { expect, test } from 'vitest'
import { openDefinition } from '../../../src/engine/open-definition.ts'
import type { Definition, Element } from '../../../src/survey/definition.ts'
import { moveElement } from '../../../src/survey/edit/move-element.ts'
import { reword } from '../../../src/survey/edit/reword.ts'
import { afterEdit } from '../../support/after-edit.ts'
import { routedSurvey } from '../../support/routed-survey.ts'

/** Groups in one another, `group1` innermost, with a question in it. */
const groups = (depth: number): Element =>
  depth === 0
    ? { type: 'comment', name: 'inside', title: 'Inside' }
    : { type: 'panel', name: `group${depth}`, elements: [groups(depth - 1)] }

const nested: Definition = {
  ...routedSurvey(),
  pages: [{ name: 'all', elements: [groups(5), { type: 'panel', name: 'other', elements: [] }] }],
}

test('a group is not put where groups would stand too deep, beside or inside', () => {
  expect(openDefinition(nested).ok).toBe(true)
  const refused = { ok: false, reason: 'Groups can stand 5 deep at most.' }
  expect(moveElement(nested, 'other', { after: 'inside' })).toEqual(refused)
  expect(moveElement(nested, 'other', { atStartOf: 'group1' })).toEqual(refused)
  const fits = afterEdit(moveElement(nested, 'other', { atEndOf: 'group2' }))
  expect(openDefinition(fits)).toEqual({ ok: true, definition: fits })
})

test('half a character, as left by a cut emoji, is not taken into a wording', () => {
  const cut = afterEdit(reword(routedSurvey(), 'one', 'title', 'Happy \uD83D'))
  expect(openDefinition(cut).ok).toBe(true)
  expect(JSON.stringify(cut)).toContain('Happy \uFFFD')
})
