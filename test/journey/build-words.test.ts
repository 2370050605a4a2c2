import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

describe.skipIf(withoutChromium)('words and lists that are used again', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let said: readonly string[]

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    profile = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    said = watchConsole(profile)
    page = await profile.newPage()
    page.setDefaultTimeout(10_000)
    await openScreen(page, `${server.address}/new`)
    await page.getByRole('button', { name: 'Start with one question' }).click()
    await page.locator('#row-question_1').click()
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const wording = () => page.getByLabel('Question', { exact: true })

  /** What axe and the eye at 320 px find on the screen as it stands. */
  const faults = async (): Promise<readonly string[]> => {
    const found = [...(await axeFindings(page))]
    await page.setViewportSize({ width: 320, height: 900 })
    found.push(...(await layoutFaults(page)))
    await page.setViewportSize({ width: 1280, height: 900 })
    return found
  }

  test('an answer is put into a wording by picking, and deleted whole', async () => {
    await page.getByLabel('Kind of question').selectOption('short-text')
    await wording().fill('What is your child called?')
    await page.getByRole('button', { name: 'Add question' }).click()
    await page.getByRole('button', { name: 'Yes, no or not sure' }).click()
    await wording().fill('Does  like school?')
    await wording().evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(5, 5))
    await page.getByRole('button', { name: 'Put in an answer into ‘Question’' }).click()
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Put it in' }).click()
    expect(await wording().inputValue()).toBe('Does ‹answer to question 1› like school?')
    await page.keyboard.press('Backspace')
    expect(await wording().inputValue()).toBe('Does  like school?')
    await page.keyboard.press('Control+z')
    expect(await wording().inputValue()).toBe('Does ‹answer to question 1› like school?')
    await wording().press('End')
    await page.keyboard.type(' {question_1}')
    expect(await wording().inputValue()).toBe('Does ‹answer to question 1› like school? {question_1}')
  })

  test('a list is put in with its codes, kept under a name, and offered in another question', async () => {
    await page.getByRole('button', { name: 'Use a list' }).click()
    await page.getByLabel('List to use').selectOption('how-often')
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Put it in' }).click()
    await page.getByLabel('Choice 7').waitFor()
    expect(await page.getByLabel('Offer “Not sure”').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Keep this list' }).click()
    await page.getByLabel('Name of the list').fill('Often')
    await page.getByRole('button', { name: 'Keep the list' }).click()
    await page.getByText('Kept the list ‘Often’ on this device').waitFor()
    await page.getByRole('button', { name: 'Add question' }).click()
    await page.getByRole('button', { name: 'Tick all that apply' }).click()
    await wording().fill('Which of these?')
    await page.getByRole('button', { name: 'Use a list' }).click()
    await page.getByLabel('List to use').selectOption({ label: 'Often' })
    await page.getByRole('button', { name: 'Put it in' }).click()
    expect(await page.getByLabel('Choice 1', { exact: true }).inputValue()).toBe('Every day')
  })

  test('tried, the form has its section’s heading, the answer put in as words, and its table at the end', async () => {
    await page.locator('[data-kind=section]').click()
    await page.getByLabel('Heading', { exact: true }).fill('Your child')
    await page.getByLabel('Text under the heading').fill('There are three questions.')
    await page.getByRole('link', { name: 'Try it' }).click()
    await page.getByText('There are three questions.').waitFor()
    expect(await faults()).toEqual([])
    await page.getByRole('textbox').fill('{question_2}')
    await page.getByRole('button', { name: 'Continue' }).click()
    const heading = page.getByRole('heading', { level: 1 })
    await page.getByText('Part 2').waitFor()
    expect(await heading.innerText()).toBe('Does {question_2} like school? {question_1} (optional)')
    expect(await page.getByText('There are three questions.').count()).toBe(0)
    await page.getByRole('button', { name: /Back$/ }).click()
    await page.getByRole('textbox').fill('')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Part 2').waitFor()
    expect(await heading.innerText()).toMatch(/^Does … like school\?/)
    await page.getByLabel('Every day').check({ force: true })
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Does … like school?').first().waitFor()
    await page.getByRole('button', { name: 'Send answers' }).click()
    await page.getByRole('heading', { name: 'What this one answer gives' }).waitFor()
    const row = page.getByRole('row', { name: /^Does … like school/ })
    expect(await row.innerText()).toMatch(/^Does … like school.*\t1\t0\t0\t0\t0\t0\t0\t0\t1$/)
    expect(await faults()).toEqual([])
    await openScreen(page, server.address)
    await page
      .getByRole('link', { name: /^Fill in/ })
      .first()
      .waitFor()
    expect(await page.getByRole('heading', { name: 'Carry on' }).count()).toBe(0)
  })

  test('a template is looked at first, and pasted questions go into a survey that stands', async () => {
    await openScreen(page, `${server.address}/new/template/family-views`)
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Use this template' }).click()
    await page.locator('#row-who_answers').click()
    await page.getByRole('button', { name: 'Add question' }).click()
    await page.getByRole('link', { name: 'Paste a list of questions' }).click()
    await page.getByText('They are put in under the chosen question.').waitFor()
    await page.getByLabel('Your questions').fill('1. How did you hear of us?\n2. Anything else?')
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Take 2 questions' }).click()
    await page.getByText('Added 2 questions').first().waitFor()
    const rows = await page.locator('nav[aria-label=Questions] li').allInnerTexts()
    expect(rows.slice(2, 4).map((row) => row.split('\n')[1])).toEqual(['How did you hear of us?', 'Anything else?'])
  })

  test('nothing was said on the console', () => {
    expect(said).toEqual([])
  })
})
