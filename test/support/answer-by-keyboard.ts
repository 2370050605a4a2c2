import type { Page } from 'playwright-core'

/** What has the focus, as far as it decides which key is pressed next. */
const focusedField = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    const form = focused?.closest('main form') ?? null
    if (!(focused instanceof HTMLElement) || form === null) return { kind: 'elsewhere' as const }
    if (focused instanceof HTMLButtonElement) {
      const inGroup = focused.closest('fieldset')?.querySelector('input, textarea') ?? null
      return focused.type === 'submit'
        ? { kind: 'submit' as const }
        : { kind: 'button' as const, addsFirst: inGroup === null && focused.closest('fieldset fieldset') === null }
    }
    if (focused instanceof HTMLInputElement && (focused.type === 'radio' || focused.type === 'checkbox')) {
      const group = [...form.querySelectorAll<HTMLInputElement>('input')].filter(({ name }) => name === focused.name)
      return { kind: 'choice' as const, chosen: group.some(({ checked }) => checked) }
    }
    if (focused instanceof HTMLTextAreaElement || (focused instanceof HTMLInputElement && focused.type === 'text')) {
      return { kind: 'words' as const, id: focused.id, mode: focused.inputMode, empty: focused.value === '' }
    }
    return { kind: 'elsewhere' as const }
  })

const wordsFor = (id: string, mode: string): string => {
  if (id.endsWith('-month')) return 'March'
  if (id.endsWith('-year')) return '2026'
  if (mode === 'decimal') return '3'
  return mode === 'numeric' ? '27' : 'By key'
}

/**
 * Answers everything on a page of a form by keys alone, and presses its Continue: Tab from field to field, Space to choose,
 * Enter where a group has no entry yet. Gives what was come by.
 *
 * @throws Error where Tab does not come to Continue
 */
export const answerByKeyboard = async (page: Page): Promise<ReadonlySet<string>> => {
  const met = new Set<string>()
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    const field = await focusedField(page)
    met.add(field.kind)
    if (field.kind === 'submit') {
      await page.keyboard.press('Enter')
      return met
    }
    if (field.kind === 'choice' && !field.chosen) await page.keyboard.press('Space')
    if (field.kind === 'words' && field.empty) await page.keyboard.type(wordsFor(field.id, field.mode))
    if (field.kind !== 'button' || !field.addsFirst || met.has('entry')) continue
    const isAdd = await page.evaluate(() => /^Add [a-z]+$/.test(document.activeElement?.textContent ?? ''))
    if (!isAdd || (await page.evaluate(() => document.activeElement?.textContent)) === 'Add a photo') continue
    met.add('entry')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    await page.keyboard.type('Ann')
  }
  throw new Error(`Tab did not come to Continue on ${page.url()}`)
}
