import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { focusedName, headingFocused, tabStops, tabTo } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** The trip of the LARC proforma by someone who has no mouse: nothing here points or clicks. */
describe.skipIf(withoutChromium)('by keyboard alone', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const press = (key: string) => page.keyboard.press(key)
  const carryOn = async (heading: string): Promise<void> => {
    await tabTo(page, 'Continue')
    await press('Enter')
    await headingFocused(page, heading)
  }

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    const profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('a form is begun, and a problem leads to its field', async () => {
    await tabTo(page, 'Fill in LARC inception proforma: support needs')
    await press('Enter')
    await headingFocused(page, 'LARC inception proforma: support needs')
    await tabTo(page, 'Fill it in myself')
    await press('Enter')
    await headingFocused(page, 'Who is replying')
    await tabTo(page, 'Continue')
    await press('Enter')
    await page.waitForFunction(() => document.activeElement?.role === 'alert')
    await press('Tab')
    expect(await focusedName(page)).toBe('Answer ‘Name of your local authority’')
    await press('Enter')
    expect(await focusedName(page)).toBe('Name of your local authority')
    await page.keyboard.type('Authority without a mouse')
    await press('Escape')
    expect(await page.getByLabel('Name of your local authority').inputValue()).toBe('Authority without a mouse')
    await press('Shift+Tab')
    expect(await focusedName(page)).toBe('Who is asking, and what happens to the answers')
    await carryOn('Where do you anticipate')
  })

  test('a grid is answered by arrows, row by row, and an answer is taken back', async () => {
    const row = (name: string) => page.getByRole('group', { name }).getByRole('radio', { checked: true })
    await press('Tab')
    await press('Space')
    await press('ArrowRight')
    await press('ArrowRight')
    expect(await focusedName(page)).toBe('Not sure')
    expect(await row('Designing the local research project').count()).toBe(1)
    await press('Tab')
    expect(await focusedName(page)).toContain('Clear the answer to Designing the local research project')
    await press('Tab')
    await press('Space')
    expect(await row('Designing local research instruments').count()).toBe(1)
    await press('Tab')
    await press('Enter')
    expect(await row('Designing local research instruments').count()).toBe(0)
    expect(await focusedName(page)).toBe('Yes')
    await press('Escape')
    await press('ArrowDown')
    expect(await focusedName(page)).toBe('No')
    await carryOn('Is there another activity')
  })

  test('a question that an answer brings up comes next', async () => {
    await press('Tab')
    await page.keyboard.type('Finding a focus')
    await press('Tab')
    await press('Space')
    const need = page.getByRole('group', { name: 'Will you need support with this activity?' })
    expect(await need.getByLabel('Yes').isChecked()).toBe(true)
    await press('Tab')
    expect(await focusedName(page)).toBe('Clear this answer')
    await press('Space')
    expect(await need.getByRole('radio', { checked: true }).count()).toBe(0)
    await press('ArrowUp')
    expect(await need.getByLabel('Not sure').isChecked()).toBe(true)
    await carryOn('Is there a second activity')
    await carryOn('Is there anything else')
    await press('Tab')
    await page.keyboard.type('First line')
    await press('Enter')
    await page.keyboard.type('second line')
    await carryOn('Check your answers')
  })

  test('an answer is changed, all are sent, and counted', async () => {
    await tabTo(page, /^Change ‘Your name’$/)
    await press('Enter')
    await expect.poll(() => focusedName(page)).toBe('Your name (optional)')
    await page.keyboard.type('A. Keys')
    await carryOn('Check your answers')
    expect(await page.getByText('A. Keys').count()).toBe(1)
    await tabTo(page, 'Send answers')
    await press('Space')
    await headingFocused(page, 'Your answers are saved')
    expect(await page.getByText('National Foundation').isVisible()).toBe(true)
    await tabTo(page, 'Go to Home')
    await press('Enter')
    await headingFocused(page, 'Home')
    await tabTo(page, 'Results of LARC inception proforma: support needs')
    await press('Enter')
    await headingFocused(page, 'Results')
    await tabTo(page, /^Table: Where do you anticipate/)
    const cells = page.getByRole('row', { name: 'Designing the local research project' }).getByRole('cell')
    expect(await cells.allTextContents()).toEqual(['0', '0', '1', '0', '1'])
  })

  test('deleting is asked about, with the focus on the way back', async () => {
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    await tabTo(page, 'Fill in What your family thinks')
    await press('Enter')
    await headingFocused(page, 'What your family thinks')
    await tabTo(page, 'Fill it in myself')
    await press('Enter')
    await headingFocused(page, 'Are you happy to answer our questions?')
    await tabTo(page, 'Back')
    await press('Enter')
    await headingFocused(page, 'Home')
    await tabTo(page, /^More for What your family thinks, saved/)
    await press('Enter')
    await tabTo(page, /^Delete What your family thinks/)
    await press('Enter')
    expect(await focusedName(page)).toBe('Keep them')
    await press('Enter')
    expect(await focusedName(page)).toMatch(/^Delete What your family thinks/)
    await press('Enter')
    await press('Shift+Tab')
    expect(await focusedName(page)).toBe('Delete these answers for good')
    await press('Enter')
    await headingFocused(page, 'Home')
    await page.getByRole('heading', { name: 'Carry on' }).waitFor({ state: 'detached' })
    expect(await page.getByRole('link', { name: /^Continue/ }).count()).toBe(0)
  })

  test.each(['', '/outbox', '/results/larc-support-needs/example'])(
    'the focus goes down the page: %s',
    async (path) => {
      // A tab of its own: in one that was used, the focus need not come in at the start of the page.
      const fresh = await page.context().newPage()
      await openScreen(fresh, `${server.address}${path}`)
      await fresh.locator('main').locator('a, button').first().waitFor()
      await fresh.getByRole('link', { name: 'All sent' }).waitFor()
      const stops = await tabStops(fresh)
      await fresh.close()
      expect(stops.length).toBeGreaterThan(3)
      // Up it goes only to the next card or column.
      const back = stops.filter(({ left, top }, index) => {
        const before = stops[index - 1]
        return before !== undefined && top < before.top - 4 && left <= before.left
      })
      expect(back).toEqual([])
    },
  )

  test('the console stayed silent', () => expect(said).toEqual([]))
})
