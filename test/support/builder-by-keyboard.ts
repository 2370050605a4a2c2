import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { focusedName, tabTo } from './keyboard.ts'

/** What somebody does in the builder who has no mouse, on the page that `pageNow` gives. */
export const builderByKeyboard = (pageNow: () => Page) => {
  const press = (key: string) => pageNow().keyboard.press(key)
  const type = (words: string) => pageNow().keyboard.type(words)
  const to = (name: string | RegExp) => tabTo(pageNow(), name)
  const backTo = (name: string | RegExp) => tabTo(pageNow(), name, 'Shift+Tab')
  const focused = (name: string | RegExp) => expect.poll(() => focusedName(pageNow())).toMatch(name)
  return {
    press,
    type,
    to,
    backTo,
    focused,
    told: (words: string) => pageNow().getByRole('status').getByText(words).waitFor(),
    /** Number and wording of all questions, in their order. */
    rows: () =>
      pageNow().getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: /^\d/ }).allInnerTexts(),
    add: async (kind: string, wording: string): Promise<void> => {
      await backTo('Add question')
      await press('Enter')
      await focused('Yes, no or not sure')
      if (kind !== 'Yes, no or not sure') await to(kind)
      await press('Enter')
      await focused(/^Question$/)
      await type(wording)
    },
  }
}

/** The row of a question, as the focus names it. */
export const rowNamed = (number: number, wording: string): RegExp =>
  new RegExp(`^${number} ${wording.replaceAll('?', String.raw`\?`)}$`)
