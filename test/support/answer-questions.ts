import type { Page } from 'playwright-core'

/** Choices that lead to further questions; of all others the first one is taken. */
const leadsFurther: ReadonlySet<string> = new Set([
  'Some',
  'In parts of the authority',
  'Something else',
  'Somewhere else',
])

/**
 * Answers everything that is asked on the screen, what an answer brings up included, so that a walk through a form
 * comes by every question. Gives the number of fields that were there to answer.
 */
export const answerQuestions = async (page: Page): Promise<number> => {
  let before = -1
  let now = await fields(page).count()
  while (now !== before) {
    await answerFields(page)
    before = now
    now = await fields(page).count()
  }
  return now
}

const fields = (page: Page) => page.locator('main form').locator('input, textarea')

const answerFields = async (page: Page): Promise<void> => {
  for (const field of await page.locator('main form').locator('input[type=text], textarea').all()) {
    if ((await field.inputValue()) !== '') continue
    const id = (await field.getAttribute('id')) ?? ''
    await field.fill(wordsFor(id, await field.getAttribute('inputmode')))
  }
  const names = await page
    .locator('main form input[type=radio], main form input[type=checkbox]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => input.getAttribute('name') ?? ''))])
  for (const name of names) await choose(page, name)
}

const wordsFor = (id: string, mode: string | null): string => {
  if (id.endsWith('-month')) return 'March'
  if (id.endsWith('-year')) return '2026'
  if (mode === 'decimal') return '3'
  return mode === 'numeric' ? '27' : 'In our own words'
}

const choose = async (page: Page, name: string): Promise<void> => {
  const group = page.locator(`main form input[name="${name}"]`)
  if ((await group.and(page.locator(':checked')).count()) > 0) return
  const labels = await group.evaluateAll((inputs) => inputs.map((input) => input.closest('label')?.innerText ?? ''))
  const wanted = labels.findIndex((label) => leadsFurther.has(label.trim()))
  await group.nth(Math.max(wanted, 0)).check({ force: true })
}
