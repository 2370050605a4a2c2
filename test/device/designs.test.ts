import { describe, expect, test } from 'vitest'
import type { DesignSteps } from '../../src/device/design-steps.ts'
import type { SurveyId } from '../../src/survey/ids.ts'
import { publish } from '../../src/survey/version.ts'
import { definition } from '../server/example-return.ts'
import { callIn } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import { twoTabs } from '../support/two-tabs.ts'
import type * as designsModule from './in-browser/designs.ts'
import type * as returnsModule from './in-browser/returns.ts'

const call = callIn<typeof designsModule>('/test/device/in-browser/designs.ts')
const returns = callIn<typeof returnsModule>('/test/device/in-browser/returns.ts')

const titles = ({ steps }: DesignSteps) => steps.map(({ definition: { title } }) => title)

describe.skipIf(withoutChromium)('designs, in Chromium', () => {
  const { tab, other, profile } = twoTabs()

  test('every edit is kept, and undo and redo work after a reload', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'start', 'd', id)
    await call(tab(), 'retitle', id, ['One', 'Two', 'Three', 'Four'])
    expect(await call(tab(), 'onDisk', 'd', id)).toMatchObject({ steps: 4 })
    await call(tab(), 'goTo', id, 2)
    const again = await call(other(), 'start', 'd', id)
    expect(titles(again)).toEqual(['Visits', 'One', 'Two', 'Three', 'Four'])
    expect([again.position, again.steps[2]?.did]).toEqual([2, 'Two'])
    await call(other(), 'goTo', id, 4)
    expect((await call(other(), 'open', 'd', id)).kind).toBe('opened')
    expect(await call(other(), 'list', 'd')).toMatchObject([
      { design: { definition: { title: 'Four' } }, state: 'draft' },
    ])
  })

  test('an edit after undo cuts what could be redone', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'start', 'd', id)
    await call(tab(), 'retitle', id, ['One', 'Two', 'Three'])
    await call(tab(), 'goTo', id, 1)
    await call(tab(), 'retitle', id, ['Otherwise'])
    const again = await call(other(), 'start', 'd', id)
    expect([titles(again), again.position]).toEqual([['Visits', 'One', 'Otherwise'], 2])
    expect(await call(tab(), 'onDisk', 'd', id)).toMatchObject({ steps: 2 })
  })

  test('600 quick edits are fewer writes, all are there, and the oldest make room', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'start', 'd', id)
    await call(
      tab(),
      'retitle',
      id,
      Array.from({ length: 300 }, (_, n) => `Title ${n}`),
    )
    await call(
      tab(),
      'retitle',
      id,
      Array.from({ length: 300 }, (_, n) => `Title ${n + 300}`),
    )
    const { steps, saves = 0 } = await call(tab(), 'onDisk', 'd', id)
    expect(steps).toBe(499)
    expect(saves).toBeLessThan(300)
    const again = await call(other(), 'start', 'd', id)
    expect(titles(again)).toEqual(Array.from({ length: 500 }, (_, n) => `Title ${n + 100}`))
  })

  test('a tab that saves over a newer save of another is told, and nothing is overwritten', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'start', 'd', id)
    await call(other(), 'start', 'd', id)
    await call(other(), 'retitle', id, ['Newer'])
    const saved = await call(tab(), 'retitle', id, ['Older'])
    expect(saved).toMatchObject({ kind: 'conflict', newer: { definition: { title: 'Newer' } } })
    expect((await call(tab(), 'saving', id)).kind).toBe('conflict')
    expect(await call(tab(), 'list', 'd')).toMatchObject([{ design: { definition: { title: 'Newer' } } }])
  })

  test('a full disk is told in plain words, what was saved stays, and it is saved when there is room', async () => {
    const tools = await profile().newCDPSession(tab())
    const { origin } = new URL(tab().url())
    await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'start', 'd', id)
    const failed = await call(tab(), 'retitle', id, ['x'.repeat(2_000_000)])
    expect(failed).toEqual({
      kind: 'failed',
      reason: 'There is no space left on this device. Free some space, then try again.',
    })
    expect(await call(tab(), 'list', 'd')).toMatchObject([{ design: { definition: { title: 'Visits' } } }])
    await tools.send('Storage.overrideQuotaForOrigin', { origin })
    expect((await call(tab(), 'retitle', id, ['Shorter'])).kind).toBe('saved')
    expect(titles(await call(other(), 'start', 'd', id)).at(-1)).toBe('Shorter')
  })

  test('a survey that ships becomes a design when it is first edited, under its own id', async () => {
    const version = publish(definition, null, new Date())
    await call(tab(), 'keepVersion', 'd', version)
    expect(await call(tab(), 'open', 'd', 'nothing' as SurveyId)).toEqual({ kind: 'gone' })
    expect(await call(tab(), 'open', 'd', version.survey)).toMatchObject({ kind: 'opened', open: { steps: [] } })
    expect(await call(tab(), 'list', 'd')).toMatchObject([
      { design: { id: 'visits', definition }, state: 'live', version: { id: version.id } },
    ])
  })

  test('a copy is a survey of its own; a new title can be undone', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    const copied = await call(tab(), 'copy', 'd', id)
    expect(copied).toMatchObject({ ok: true, design: { definition: { title: 'Copy of Visits' } } })
    const own = copied.ok ? copied.design.id : id
    expect(own).toMatch(/^copy-of-visits-[0-9a-f]{6}$/)
    expect(await call(tab(), 'rename', 'd', own, 'Calls')).toBe('saved')
    expect(titles(await call(tab(), 'start', 'd', own))).toEqual(['Copy of Visits', 'Calls'])
  })

  test('only what was put away, never published and never answered is deleted', async () => {
    const { id } = await call(tab(), 'create', 'd', definition)
    await call(tab(), 'rename', 'd', id, 'Calls')
    expect(await call(tab(), 'remove', 'd', id)).toMatchObject({ ok: false, reason: expect.stringContaining('away') })
    await call(tab(), 'putAway', 'd', id, true)
    expect(await call(tab(), 'list', 'd')).toMatchObject([{ design: { putAway: true } }])
    await call(tab(), 'putAway', 'd', id, false)
    expect(await call(tab(), 'list', 'd')).toMatchObject([{ design: { putAway: false } }])
    await call(tab(), 'putAway', 'd', id, true)
    expect(await call(tab(), 'remove', 'd', id)).toEqual({ ok: true })
    expect(await call(tab(), 'onDisk', 'd', id)).toEqual({ steps: 0 })
    const version = publish(definition, null, new Date())
    await call(tab(), 'keepVersion', 'd', version)
    await call(tab(), 'putAway', 'd', version.survey, true)
    expect(await call(tab(), 'remove', 'd', version.survey)).toMatchObject({
      reason: expect.stringContaining('published'),
    })
    await returns(tab(), 'returnForms', 'd', 1)
    const answered = { ...definition.proforma, id: 'larc-support-needs' as SurveyId }
    await call(tab(), 'keepVersion', 'd', publish({ ...definition, proforma: answered }, null, new Date()))
    await call(tab(), 'putAway', 'd', answered.id, true)
    expect(await call(tab(), 'remove', 'd', answered.id)).toMatchObject({ reason: expect.stringContaining('answers') })
  })
})
