import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BrowserModules, callIn, serveBrowserModules } from '../support/browser-modules.ts'
import { withoutChromium } from '../support/chromium.ts'
import type * as listsModule from './in-browser/kept-lists.ts'

const call = callIn<typeof listsModule>('/test/device/in-browser/kept-lists.ts')

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'not_sure', text: 'Not sure', role: 'not-sure' },
] as const

describe.skipIf(withoutChromium)('kept lists, in Chromium', () => {
  let modules: BrowserModules

  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())

  test('are there in another tab with codes and roles, once for each name, until they are deleted', async () => {
    const profile = await modules.newProfile()
    const tab = await modules.newTab(profile)
    const other = await modules.newTab(profile)
    expect(await call(tab, 'keep', 'd', '  ', yesNo)).toEqual({ ok: false, reason: 'Give the list a name.' })
    expect(await call(tab, 'keep', 'd', 'Empty', [])).toEqual({ ok: false, reason: 'The list is empty.' })
    const kept = await call(tab, 'keep', 'd', 'Wards', yesNo)
    await call(tab, 'keep', 'd', 'Areas', yesNo.slice(0, 1))
    expect(await call(other, 'list', 'd')).toMatchObject([{ title: 'Areas' }, { title: 'Wards', choices: yesNo }])
    const again = await call(other, 'keep', 'd', 'Wards', yesNo.slice(1))
    expect(again.ok && kept.ok && again.list.id === kept.list.id).toBe(true)
    expect(await call(tab, 'list', 'd')).toMatchObject([
      { title: 'Areas' },
      { title: 'Wards', choices: yesNo.slice(1) },
    ])
    if (again.ok) await call(tab, 'forget', 'd', again.list.id)
    expect(await call(other, 'list', 'd')).toMatchObject([{ title: 'Areas' }])
    await profile.close()
  })
})
