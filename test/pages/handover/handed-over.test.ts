import { expect, test } from 'vitest'
import type { Lock, LockPhase } from '../../../src/device/tablet-row.ts'
import { phaseShown } from '../../../src/pages/handover/handed-over.ts'
import type { Draft } from '../../../src/response/draft.ts'
import type { ResponseId, Revision } from '../../../src/response/revision.ts'

const at = '2026-11-23T10:00:00.000Z'
const lock = (phase: LockPhase): Lock => ({ key: 'lock', response: 'r' as ResponseId, phase, at })
const after = (seconds: number): Date => new Date(Date.parse(at) + seconds * 1000)
const draft = { savedAt: '2026-11-23T10:01:00.000Z' } as Draft
const returned = {} as Revision

test.each([
  ['a form in use', 'form', { draft, returned: null }, 100, 'form'],
  [
    'a form that lay there for over three minutes after its last answer',
    'form',
    { draft, returned: null },
    241,
    'waiting',
  ],
  ['a form after the clock was set back by a day', 'form', { draft, returned: null }, -86_400, 'waiting'],
  ['a cover, however long it lay there', 'cover', { draft, returned: null }, 9999, 'cover'],
  ['a covered form', 'waiting', { draft, returned: null }, 100, 'waiting'],
  ['a form that was sent when the browser was killed', 'form', { draft: null, returned }, 100, 'thanks'],
  ['a covered form that was sent in another tab', 'waiting', { draft: null, returned }, 100, 'thanks'],
  ['a form of which nothing is left', 'form', { draft: null, returned: null }, 100, 'given-back'],
  ['thanks', 'thanks', { draft: null, returned }, 100, 'thanks'],
  ['a tablet that was given back', 'given-back', { draft: null, returned }, 100, 'given-back'],
] as const)('%s', (_name, phase, handed, seconds, shown) => {
  expect(phaseShown(lock(phase), handed, after(seconds))).toBe(shown)
})
