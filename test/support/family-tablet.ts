import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { openScreen, surveyTitles, type ShippedSurvey } from './visit-screens.ts'

/** The staff PIN of these tests. */
export const staffPin = '293847'

/** The cover: a locked screen has no header, and begins with whom it is for. */
const cover = (page: Page) => page.locator('body:not(:has(header)) main h1')

/** Hands the tablet to a family, from Begin to the cover; sets the staff PIN on the way where there is none. */
export const handToFamily = async (page: Page, address: string, survey: ShippedSurvey): Promise<void> => {
  await openScreen(page, `${address}/begin/${survey}`)
  await handOverFromBegin(page)
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(surveyTitles[survey])
}

/** The same from a Begin that stands, in the language that was chosen there. */
export const handOverFromBegin = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Hand the tablet to the family' }).click()
  const newPin = page.getByLabel('New staff PIN')
  await newPin.or(cover(page)).waitFor()
  if (await newPin.isVisible()) {
    await newPin.fill(staffPin)
    await page.getByLabel('The same PIN again').fill(staffPin)
    await page.getByRole('button', { name: 'Save the PIN' }).click()
    await page.getByRole('button', { name: 'I have written it down' }).click()
  }
  await cover(page).waitFor()
}

/** Types a PIN where the screen asks for one. */
export const typePin = async (page: Page, pin: string): Promise<void> => {
  await page.getByLabel('Staff PIN').fill(pin)
  await page.getByRole('button', { name: 'Unlock' }).click()
}

/** Presses the small Staff button and types a PIN. */
export const callStaff = async (page: Page, pin = staffPin): Promise<void> => {
  await page.getByRole('button', { name: 'Staff', exact: true }).click()
  await typePin(page, pin)
}

/** Everything that a page holds for a person or a machine to read: its tree, its fields, and what a screen reader gets. */
const allThatIsThere = async (page: Page): Promise<string> => {
  const inDocument = await page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
    return [document.documentElement.outerHTML, document.title, ...fields.map(({ value }) => value)].join('\n')
  })
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  return `${inDocument}\n${JSON.stringify(nodes)}`
}

/**
 * Sees to it that a tablet is in the hands of a family: no header, no way to another screen, and nothing of what others
 * answered.
 */
export const expectLocked = async (page: Page, secrets: readonly string[]): Promise<void> => {
  await page.locator('main h1').waitFor()
  expect(await page.locator('header, footer, a[href]').count()).toBe(0)
  const there = await allThatIsThere(page)
  expect(secrets.filter((secret) => there.includes(secret))).toEqual([])
}

/** Nothing that is typed is offered again by the browser. */
export const fieldsThatAutofill = (page: Page): Promise<readonly string[]> =>
  page
    .locator('input:not([type=radio], [type=checkbox], [type=file]), textarea')
    .evaluateAll((fields) =>
      fields.filter((field) => field.getAttribute('autocomplete') !== 'off').map(({ outerHTML }) => outerHTML),
    )
