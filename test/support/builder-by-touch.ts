import type { Locator, Page } from 'playwright-core'

/** What fingers do in the builder, on the page that `pageNow` gives: taps, and the keyboard on the screen. */
export const builderByTouch = (pageNow: () => Page) => {
  const list = () => pageNow().getByRole('navigation', { name: 'Questions' })
  const button = (name: string | RegExp) => pageNow().getByRole('button', { name, exact: true })
  const wording = () => pageNow().getByRole('textbox', { name: 'Question', exact: true })

  /** Taps into a field, takes what stands there and types over it. */
  const typeInto = async (field: Locator, words: string): Promise<void> => {
    await field.tap()
    await field.selectText()
    await pageNow().keyboard.insertText(words)
  }

  return {
    button,
    wording,
    typeInto,
    row: (words: string) => list().getByRole('button', { name: words }),
    /** The wordings of all questions, in their order. */
    rows: async () =>
      (await list().getByRole('button', { name: /^\d/ }).allInnerTexts()).map((words) => words.split('\n')[1]),
    told: (words: string) => pageNow().getByRole('status').getByText(words).waitFor(),
    add: async (kind: string, words: string): Promise<void> => {
      await button('Add question').tap()
      const kinds = pageNow().getByRole('list', { name: 'Kind of question' })
      await kinds.getByRole('button', { name: kind, exact: true }).tap()
      await typeInto(wording(), words)
    },
  }
}
