import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type BrowserModules, serveBrowserModules } from './browser-modules.ts'

/** Two tabs of one fresh profile for each test of the describe that this is called in: read them inside a test. */
export interface TwoTabs {
  readonly tab: () => Page
  readonly other: () => Page
  readonly profile: () => BrowserContext
}

export const twoTabs = (): TwoTabs => {
  let modules: BrowserModules
  let profile: BrowserContext
  let tab: Page
  let other: Page
  beforeAll(async () => {
    modules = await serveBrowserModules()
  })
  afterAll(() => modules.close())
  beforeEach(async () => {
    profile = await modules.newProfile()
    tab = await modules.newTab(profile)
    other = await modules.newTab(profile)
    return () => profile.close()
  })
  return { tab: () => tab, other: () => other, profile: () => profile }
}
