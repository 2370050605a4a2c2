import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { builderByKeyboard, rowNamed } from '../support/builder-by-keyboard.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { headingFocused } from '../support/keyboard.ts'
import { publishedDefinition } from '../support/published-definition.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { tenQuestions, typesOfTen } from '../support/ten-questions.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'
import { questionsOf } from '../../src/survey/questions.ts'

/** A survey of ten questions by someone who has no mouse: nothing here points or clicks. */
describe.skipIf(withoutChromium)('built by keyboard alone', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const { press, type, to, backTo, focused, told, rows, add } = builderByKeyboard(() => page)

  /** In the field of a wording: its choices are typed over those that it began with. */
  const typeChoices = async ([first, second, third]: readonly [string, string, string]): Promise<void> => {
    await to('Choice 1')
    await type(first)
    await press('Enter')
    await focused('Choice 2')
    await type(second)
    await press('Enter')
    await focused('Choice 3')
    await type(third)
    await to('Choice 4')
    await press('Backspace')
    await press('Backspace')
    await focused('Choice 3')
    expect(
      await page.getByLabel(/^Choice \d$/).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toEqual([first, second, third])
  }

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
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
    await to('New survey')
    await press('Enter')
    await headingFocused(page, 'New survey')
    await to('Start with one question')
    await press('Enter')
    await headingFocused(page, 'My survey')
    await to('Title')
    await type('Families without a mouse')
    await to('Privacy')
    await type('The centre asks this. Ring us to see your answers.')
    await backTo(rowNamed(1, 'Not worded yet'))
    await press('Enter')
    await to('Question')
    await type(tenQuestions[0]?.wording ?? '')
  })

  test('nine more are added, each with the focus in its wording', { timeout: 90_000 }, async () => {
    for (const { kind, wording, choices } of tenQuestions.slice(1)) {
      await add(kind, wording)
      if (choices !== undefined) await typeChoices(choices)
    }
    await expect.poll(() => rows()).toEqual(tenQuestions.map(({ wording }, index) => `${index + 1}\n${wording}`))
  })

  test('the menu of kinds closes by Escape, with the focus where it was', async () => {
    await backTo('Add question')
    await press('Enter')
    await focused('Yes, no or not sure')
    await press('Tab')
    await press('Escape')
    await focused('Add question')
    expect(await page.getByRole('list', { name: 'Kind of question' }).count()).toBe(0)
  })

  test('a question is moved by Alt and arrows, told, and stays under the hand', async () => {
    await backTo(rowNamed(10, 'May we ring you?'))
    await press('Alt+ArrowUp')
    await told('‘May we ring you?’ moved to question 9 of 10')
    await focused(rowNamed(9, 'May we ring you?'))
    await press('Alt+ArrowUp')
    await focused(rowNamed(8, 'May we ring you?'))
    await press('Alt+ArrowDown')
    await press('Alt+ArrowDown')
    await told('‘May we ring you?’ moved to question 10 of 10')
    await focused(rowNamed(10, 'May we ring you?'))
    await press('Alt+ArrowDown')
    await told('This is the last already.')
    await focused(rowNamed(10, 'May we ring you?'))
  })

  test('the tools of a row keep the focus while it goes up, and Move to shows its list first', async () => {
    await press('Enter')
    await to('Up')
    await press('Enter')
    await told('moved to question 9 of 10')
    await focused('Up')
    await press('Tab')
    await press('Enter')
    await told('moved to question 10 of 10')
    await focused('Down')
    await press('Tab')
    await focused('Move to')
    await press('ArrowDown')
    expect((await rows()).at(-1)).toContain('May we ring you?')
    await press('Escape')
    await focused('Move to')
  })

  test('a deleted question leaves the focus on the next row, and Undo brings it back with the focus on it', async () => {
    await backTo(rowNamed(7, 'When did you first come?'))
    await press('Enter')
    await to('Delete')
    await press('Enter')
    await told('Deleted ‘When did you first come?’')
    await focused(rowNamed(7, 'What is the name of your worker?'))
    await press('Control+z')
    await told('Undone: Deleted')
    await focused(rowNamed(7, 'When did you first come?'))
    await expect.poll(() => rows()).toHaveLength(10)
    await press('Control+y')
    await told('Done again: Deleted')
    await expect.poll(() => rows()).toHaveLength(9)
    await backTo(/^Undo ./)
    await press('Enter')
    await focused(/^Undo/)
    await expect.poll(() => rows()).toEqual(tenQuestions.map(({ wording }, index) => `${index + 1}\n${wording}`))
  })

  test('Undo beside what was told goes to what came back', async () => {
    await to(rowNamed(6, 'How was the welcome?'))
    await press('Enter')
    await to('Delete')
    await press('Enter')
    await focused(rowNamed(6, 'When did you first come?'))
    await page.getByRole('status').getByText('Deleted').waitFor()
    await backTo('Undo')
    await press('Enter')
    await focused(rowNamed(6, 'How was the welcome?'))
  })

  test('who is asked is said in a sentence, picked from lists', async () => {
    await backTo(rowNamed(2, 'How many children live with you?'))
    await press('Enter')
    await to('Change who is asked')
    await press('Enter')
    await to('Add a condition')
    await press('Enter')
    await page.getByText('Only ask if question 1 is ‘Yes’.').waitFor()
    await backTo('Not sure')
    await press('Space')
    await page.getByText('Only ask if question 1 is ‘Yes’ or ‘Not sure’.').waitFor()
    await focused('Not sure')
    await to('Add a condition')
    await press('Enter')
    await page.getByRole('button', { name: 'Remove this condition' }).nth(1).waitFor()
    await backTo('Remove this condition')
    await press('Enter')
    await page.getByText('Only ask if question 1 is ‘Yes’ or ‘Not sure’.').waitFor()
    await focused('Close')
    await press('Tab')
    await backTo('Close')
    await press('Enter')
    await focused('Change who is asked')
  })

  test('it is published', async () => {
    await backTo('Publish')
    await press('Enter')
    await headingFocused(page, 'Publish ‘Families without a mouse’')
    await to('Publish version 1')
    await press('Enter')
    await told('Version 1 is live')
    await focused('Publish this wording')
    const definition = await publishedDefinition(server, 'Families without a mouse')
    expect(questionsOf(definition).map(({ title }) => title)).toEqual(tenQuestions.map(({ wording }) => wording))
    expect(questionsOf(definition).map(({ type: kind }) => kind)).toEqual(typesOfTen)
    expect(questionsOf(definition)[1]?.visibleIf).toMatch(/'yes'.*'not_sure'/)
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
