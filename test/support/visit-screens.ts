import type { Page } from 'playwright-core'
import { answerQuestions } from './answer-questions.ts'

/** Called when a screen stands, with what it shows: `larc-support-needs 2, answered`. */
export type SeeScreen = (page: Page, screen: string) => Promise<void>

/** Opens an address of the app and waits until its screen stands. */
export const openScreen = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.locator('main h1').waitFor()
}

/** The surveys that ship, by the words on their cards. */
export const surveyTitles = {
  'larc-support-needs': 'LARC inception proforma: support needs',
  'family-views': 'What your family thinks',
  'practitioner-interview': 'Interview with practitioners about research in local authorities',
} as const

export type ShippedSurvey = keyof typeof surveyTitles

/** What begins a form, on the screen that Fill in leads to. */
export const waysIn = { link: 'Fill it in myself', interviewer: 'I ask the questions' } as const

/** Begins a form from Home, so that its first question stands. */
export const beginForm = async (
  page: Page,
  address: string,
  survey: ShippedSurvey,
  way: keyof typeof waysIn = 'link',
): Promise<void> => {
  await openScreen(page, address)
  await page.getByRole('link', { name: `Fill in ${surveyTitles[survey]}` }).click()
  await chooseWay(page, way)
  await page.locator('main form').waitFor()
}

/** Chooses who fills the form in, also where that way stands under More ways. */
export const chooseWay = async (page: Page, way: keyof typeof waysIn = 'link'): Promise<void> => {
  const begin = page.getByRole('button', { name: waysIn[way] })
  // Hidden in a closed disclosure, a button has no role.
  await page.getByRole('button', { name: waysIn.link }).waitFor({ state: 'attached' })
  if ((await begin.count()) === 0) await page.getByText('More ways').click()
  await begin.click()
}

/** Sends what stands to be checked, or a no, and waits for the receipt. */
export const sendForm = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(?:Send answers|Finish)$/ }).click()
  await page.getByText('Your reference').waitFor()
}

/**
 * Walks a form from its first page to the check of its answers, and is seen at each page as asked, with what is wrong
 * where something can be, and as answered.
 */
export const walkForm = async (page: Page, survey: ShippedSurvey, see: SeeScreen): Promise<void> => {
  for (let number = 1; (await page.getByRole('button', { name: 'Send answers' }).count()) === 0; number += 1) {
    if (number > 50) throw new Error(`${survey} has no end`)
    await page.waitForURL(new RegExp(`/${number}$`))
    await see(page, `${survey} ${number}, asked`)
    if (await makeProblem(page)) {
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('alert').waitFor()
      await see(page, `${survey} ${number}, problem`)
      await unmakeProblem(page)
    }
    await answerQuestions(page)
    await see(page, `${survey} ${number}, answered`)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(new RegExp(`/(?:${number + 1}|check)$`))
    await page.locator('main h1').waitFor()
  }
  await see(page, `${survey}, check`)
}

/**
 * Makes what is on the page such that it cannot stand, if that can be done: words for a number, nothing where an answer
 * is required. What is answered already is left alone.
 */
const makeProblem = async (page: Page): Promise<boolean> => {
  const filled = await page
    .locator('main form input')
    .evaluateAll((inputs) =>
      inputs.some(
        (input) =>
          input instanceof HTMLInputElement && (input.checked || (input.type === 'text' && input.value !== '')),
      ),
    )
  if (filled) return false
  if ((await figures(page).count()) > 0) await figures(page).first().fill('many')
  const titles = page.locator('main form').locator('legend:has(h1, h2), :is(h1, h2) > label')
  const required = titles.filter({ hasNotText: '(optional)' })
  return (await figures(page).count()) + (await required.count()) > 0
}

const unmakeProblem = async (page: Page): Promise<void> => {
  if ((await figures(page).count()) > 0) await figures(page).first().fill('')
}

const figures = (page: Page) => page.locator('main form').locator('input[inputmode=decimal], input[inputmode=numeric]')
