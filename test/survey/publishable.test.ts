import { expect, test } from 'vitest'
import { changeKind } from '../../src/survey/edit/change-kind.ts'
import { deleteElement } from '../../src/survey/edit/delete-element.ts'
import { publishable } from '../../src/survey/publishable.ts'
import { publish, versionId } from '../../src/survey/version.ts'
import { afterEdit } from '../support/after-edit.ts'
import { routedSurvey } from '../support/routed-survey.ts'

test('a version holds nothing that only the draft remembers, and its id does not either', () => {
  const now = new Date('2026-11-23T14:00:00Z')
  const first = publish(routedSurvey(), null, now)
  const there = afterEdit(changeKind(routedSurvey(), 'one', 'grid'))
  const back = afterEdit(changeKind(there, 'one', 'choice'))
  expect(JSON.stringify(back)).toContain('kept')
  expect(publish(back, first, now)).toBe(first)
  const second = publish(afterEdit(deleteElement(back, 'place')), first, now)
  expect(second.number).toBe(2)
  expect(JSON.stringify(second)).not.toMatch(/kept|retired/)
  expect(second.id).toBe(versionId(second.definition))
  const bare = routedSurvey()
  expect(publishable(bare)).toBe(bare)
})
