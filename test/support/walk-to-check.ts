import type { Page } from 'playwright-core'

/** Goes on from page to page of a form, as it is answered, until its answers are to be checked. */
export const walkToCheck = async (page: Page): Promise<void> => {
  for (;;) {
    const carryOn = page.getByRole('button', { name: 'Continue', exact: true })
    await carryOn
      .or(page.getByRole('heading', { name: 'Check your answers' }))
      .first()
      .waitFor()
    if ((await carryOn.count()) === 0) return
    const before = page.url()
    await carryOn.click()
    await page.waitForURL((url) => url.href !== before)
  }
}
