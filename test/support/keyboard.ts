import type { Page } from 'playwright-core'

/** What a screen reader would call the element that has the focus, near enough to find it by. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLElement
    if (focused === document.body) return 'nothing'
    const label =
      focused instanceof HTMLInputElement ||
      focused instanceof HTMLTextAreaElement ||
      focused instanceof HTMLSelectElement
        ? focused.labels?.[0]
        : null
    return (focused.ariaLabel ?? label?.innerText ?? focused.innerText).replaceAll(/\s+/g, ' ').trim()
  })

/**
 * Presses Tab, or Shift+Tab, until what has the focus is called so.
 *
 * @throws Error with everything that had the focus on the way, where it does not come
 */
export const tabTo = async (page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  const passed: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press(key)
    const focused = await focusedName(page)
    if (typeof name === 'string' ? focused === name : name.test(focused)) return
    passed.push(focused)
  }
  throw new Error(`${key} does not come to ${name}, but by: ${passed.join(' · ')}`)
}

/** Waits until the heading of the screen says that and has the focus. */
export const headingFocused = async (page: Page, words: string): Promise<void> => {
  await page.waitForFunction(
    (wanted) => document.activeElement?.matches('main h1') && document.activeElement.textContent?.includes(wanted),
    words,
    { timeout: 5000 },
  )
}

export interface TabStop {
  readonly name: string
  /** In CSS pixels of the page. */
  readonly left: number
  readonly top: number
}

/** Presses Tab through the whole screen once, and gives each stop. */
export const tabStops = async (page: Page): Promise<readonly TabStop[]> => {
  const stops: TabStop[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const name = await focusedName(page)
    if (name === 'nothing') return stops
    const place = await page.evaluate(() => document.activeElement?.getBoundingClientRect().toJSON() as DOMRect)
    stops.push({ name, left: place.left, top: place.top + (await page.evaluate(() => scrollY)) })
  }
  return stops
}
