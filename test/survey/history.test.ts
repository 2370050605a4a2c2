import { expect, test } from 'vitest'
import type { Definition } from '../../src/survey/definition.ts'
import { record, redo, redoLabel, rememberedSteps, startHistory, undo, undoLabel } from '../../src/survey/history.ts'
import { reword } from '../../src/survey/edit/reword.ts'
import { afterEdit } from '../support/after-edit.ts'
import { routedSurvey } from '../support/routed-survey.ts'

const titled = (definition: Definition, title: string): Definition =>
  afterEdit(reword(definition, 'one', 'title', title))

test('undo and redo go through what was done, each with its label', () => {
  const start = routedSurvey()
  const once = record(startHistory(start), titled(start, 'A'), 'Made it A')
  const twice = record(once, titled(start, 'B'), 'Made it B')
  expect([undoLabel(twice), redoLabel(twice)]).toEqual(['Made it B', null])
  const back = undo(undo(twice))
  expect(back.present).toBe(start)
  expect([undoLabel(back), redoLabel(back)]).toEqual([null, 'Made it A'])
  expect(undo(back)).toBe(back)
  expect(redo(redo(back))).toEqual(twice)
  expect(redo(twice)).toBe(twice)
})

test('something new after an undo takes the place of what was undone', () => {
  const start = routedSurvey()
  const undone = undo(record(startHistory(start), titled(start, 'A'), 'Made it A'))
  const other = record(undone, titled(start, 'C'), 'Made it C')
  expect([undoLabel(other), redoLabel(other)]).toEqual(['Made it C', null])
})

test('the letters of a title are one step; nothing changed is none', () => {
  let history = startHistory(routedSurvey())
  for (const text of ['H', 'Ho', 'How'])
    history = record(history, titled(history.present, text), `Reworded ${text}`, 'one')
  expect(history.past).toHaveLength(1)
  expect(undoLabel(history)).toBe('Reworded How')
  expect(undo(history).present).toEqual(routedSurvey())
  expect(record(history, history.present, 'Nothing')).toBe(history)
  const apart = record(undo(redo(undo(history))), titled(routedSurvey(), 'W'), 'Reworded W', 'one')
  expect(apart.past).toHaveLength(1)
})

test('hundreds of steps are remembered, and kept over a reload with what they share', () => {
  let history = startHistory(routedSurvey())
  for (let step = 0; step < rememberedSteps + 50; step += 1) {
    history = record(history, titled(history.present, `Title ${step}`), `Step ${step}`)
  }
  expect(history.past).toHaveLength(rememberedSteps)
  expect(rememberedSteps).toBeGreaterThanOrEqual(200)
  const kept = structuredClone(history)
  expect(kept).toEqual(history)
  // The second section was never touched: it is one object in all 301 surveys, before and after.
  expect(new Set(kept.past.map(({ definition }) => definition.pages[1])).size).toBe(1)
})
