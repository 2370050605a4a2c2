import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/survey/questions.ts'
import { builderByTouch } from '../support/builder-by-touch.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { publishedDefinition } from '../support/published-definition.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { tenQuestions, typesOfTen } from '../support/ten-questions.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** The same ten questions on a tablet: taps, the keyboard on the screen, and the device's own lists to pick from. */
describe.skipIf(withoutChromium)('built by touch alone', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let said: readonly string[]

  const { button, row, rows, told, typeInto, wording, add } = builderByTouch(() => page)

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    profile = await browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })
    said = watchConsole(profile)
    page = await profile.newPage()
    page.setDefaultTimeout(10_000)
    await openScreen(page, server.address)
    await page.getByRole('link', { name: /^All sent/ }).waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('it is begun with one question, and gets its title and privacy text', async () => {
    await page.getByRole('link', { name: 'New survey' }).tap()
    await button('Start with one question').tap()
    await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Families without keys')
    await typeInto(page.getByRole('textbox', { name: 'Privacy' }), 'The centre asks this. Ring us to see your answers.')
    await row('Not worded yet').tap()
    await typeInto(wording(), tenQuestions[0]?.wording ?? '')
  })

  test('nine more are added', { timeout: 60_000 }, async () => {
    for (const { kind, wording: words, choices } of tenQuestions.slice(1)) {
      await add(kind, words)
      if (choices === undefined) continue
      await button('Add choice').tap()
      for (const [index, choice] of choices.entries())
        await typeInto(page.getByRole('textbox', { name: `Choice ${index + 1}` }), choice)
    }
    await expect.poll(() => rows()).toEqual(tenQuestions.map(({ wording }) => wording))
  })

  test('questions are moved by Up, Down and Move to', async () => {
    await row('May we ring you?').tap()
    await button('Up').tap()
    await told('‘May we ring you?’ moved to question 9 of 10')
    await button('Down').tap()
    await told('‘May we ring you?’ moved to question 10 of 10')
    await page.getByLabel('Move to').tap()
    await page.getByLabel('Move to').selectOption({ label: 'After 1. Do you have children?' })
    await told('‘May we ring you?’ moved to question 2 of 10')
    expect((await rows())[1]).toBe('May we ring you?')
    await button('Undo').first().tap()
    await told('Undone: ‘May we ring you?’ moved')
    await expect.poll(() => rows()).toEqual(tenQuestions.map(({ wording }) => wording))
  })

  test('a deleted question comes back by Undo', async () => {
    await row('How was the welcome?').tap()
    await button('Delete').tap()
    await told('Deleted ‘How was the welcome?’')
    await page.getByRole('status').locator('..').getByRole('button', { name: 'Undo' }).tap()
    await told('Undone: Deleted ‘How was the welcome?’')
    await button(/^Redo/).tap()
    await expect.poll(() => rows()).toHaveLength(9)
    await button(/^Undo/).first().tap()
    await expect.poll(() => rows()).toEqual(tenQuestions.map(({ wording }) => wording))
  })

  test('who is asked is said in a sentence', async () => {
    await row('How many children live with you?').tap()
    await button('Change who is asked').tap()
    await button('Add a condition').tap()
    await page.getByLabel('Not sure').tap()
    await page.getByText('Only ask if question 1 is ‘Yes’ or ‘Not sure’.').waitFor()
  })

  test('it is seen as families will see it, and published', async () => {
    await button('Preview').tap()
    const frame = page.frameLocator('iframe')
    await frame.getByText(/is not asked with the answers given/).waitFor()
    await page.getByRole('link', { name: 'Publish' }).tap()
    await button('Publish version 1').tap()
    await told('Version 1 is live')
    const definition = await publishedDefinition(server, 'Families without keys')
    expect(questionsOf(definition).map(({ title }) => title)).toEqual(tenQuestions.map(({ wording }) => wording))
    expect(questionsOf(definition).map(({ type }) => type)).toEqual(typesOfTen)
    expect(questionsOf(definition)[1]?.visibleIf).toMatch(/'yes'.*'not_sure'/)
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
