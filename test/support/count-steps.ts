import type { Locator } from 'playwright-core'

/** Does what a person does, and counts it: a click, an option picked and a field typed or pasted into are one step each. */
export interface CountedSteps {
  readonly click: (target: Locator) => Promise<void>
  readonly type: (field: Locator, words: string) => Promise<void>
  readonly pick: (select: Locator, option: string) => Promise<void>
  readonly count: () => number
}

export const countSteps = (): CountedSteps => {
  let steps = 0
  return {
    click: async (target) => {
      steps += 1
      await target.click()
    },
    type: async (field, words) => {
      steps += 1
      await field.fill(words)
    },
    pick: async (select, option) => {
      steps += 1
      await select.selectOption({ label: option })
    },
    count: () => steps,
  }
}
