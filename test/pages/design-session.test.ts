import { expect, test } from 'vitest'
import type { DesignSteps } from '../../src/device/design-steps.ts'
import { designSession } from '../../src/pages/build/design-session.ts'
import { done, refused } from '../../src/survey/edit/edited.ts'
import type { Definition } from '../../src/survey/definition.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { newSurvey } from '../../src/survey/new-survey.ts'

const started = () => {
  const kept: DesignSteps[] = []
  let now = 0
  const session = designSession({
    start: { steps: [{ definition: newSurvey('test' as SurveyId, ''), did: '' }], position: 0 },
    now: () => now,
    keep: (steps) => void kept.push(steps),
  })
  const entitle = (title: string, field?: string) =>
    session.edit((survey: Definition) => done({ ...survey, title }, `Titled ${title}`), field)
  return { session, kept, entitle, later: (milliseconds: number) => (now += milliseconds) }
}

const title = (session: ReturnType<typeof started>['session']) => session.state.get().definition.title

test('typing on in one field is one step, until a pause, another field or another edit', () => {
  const { session, entitle, later } = started()
  entitle('a', 'title')
  entitle('ab', 'title')
  later(2_000)
  entitle('abc', 'title')
  entitle('abcd', 'hint')
  entitle('abcde')
  entitle('abcdef', 'hint')
  const seen: unknown[] = []
  while (session.state.get().undo !== null) {
    seen.push(title(session))
    session.undo()
  }
  expect(seen).toEqual(['abcdef', 'abcde', 'abcd', 'abc', 'ab'])
  expect(title(session)).toBe('')
})

test('400 steps are undone one by one, and done again', () => {
  const { session, entitle } = started()
  for (let step = 1; step <= 400; step += 1) entitle(`title ${step}`)
  for (let step = 399; step >= 1; step -= 1) {
    session.undo()
    expect(title(session)).toBe(`title ${step}`)
  }
  session.undo()
  expect([title(session), session.state.get().undo]).toEqual(['', null])
  for (let step = 1; step <= 400; step += 1) session.redo()
  expect([title(session), session.state.get().redo]).toEqual(['title 400', null])
})

test('a new edit takes the place of what was undone', () => {
  const { session, entitle, kept } = started()
  entitle('a')
  entitle('b')
  session.undo()
  entitle('c')
  expect(session.state.get().redo).toBeNull()
  session.undo()
  expect(title(session)).toBe('a')
  expect(kept.map(({ steps, position }) => [steps.length, position])).toEqual([
    [2, 1],
    [3, 2],
    [3, 1],
    [3, 2],
    [3, 1],
  ])
})

test('what is refused is told and changes nothing; what changes nothing is no step', () => {
  const { session, kept } = started()
  session.edit(() => refused('That cannot be done.'))
  session.edit((survey) => done(survey, 'Nothing'))
  expect(session.state.get()).toMatchObject({ undo: null, said: { text: 'That cannot be done.', undoable: false } })
  expect(kept).toEqual([])
})
