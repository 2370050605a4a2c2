import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { childrenBuilt } from '../support/children-built.ts'
import { childrenHold } from '../support/children-hold.ts'
import { builderByKeyboard, rowNamed } from '../support/builder-by-keyboard.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { headingFocused } from '../support/keyboard.ts'
import { publishedDefinition } from '../support/published-definition.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const { group, firstName, age, school, photo, signature } = childrenBuilt

const values = (fields: readonly Element[]): readonly string[] =>
  fields.map((field) => (field as HTMLInputElement).value)

/** A repeated group with a rule inside, a photo and a signature, by someone who has no mouse. */
describe.skipIf(withoutChromium)('a repeated group, a photo and a signature, built by keyboard alone', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const { press, type, to, backTo, focused, told, rows, add } = builderByKeyboard(() => page)

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: /^All sent/ }).waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('it is begun, and gets its title and privacy text', async () => {
    await to('New survey')
    await press('Enter')
    await headingFocused(page, 'New survey')
    await to('Start with one question')
    await press('Enter')
    await headingFocused(page, 'My survey')
    await to('Title')
    await type('Children without a mouse')
    await to('Privacy')
    await type('The centre asks this. Ring us to see your answers.')
    await backTo(rowNamed(1, 'Not worded yet'))
    await press('Enter')
    await to('Question')
    await type('Do you have children?')
  })

  test('the group is added, and two questions in it beside the first name', { timeout: 60_000 }, async () => {
    await add('Repeated group: the same questions for each child', group)
    await expect.poll(() => rows()).toEqual(['1\nDo you have children?', `2\n${group}`, `3\n${firstName}`])
    await to('Add a question for each: Child')
    await press('Enter')
    await focused(/^Question$/)
    await type(age)
    await backTo('Kind of question')
    await type('Number')
    await told('Number')
    await add('Yes, no or not sure', school)
    await expect
      .poll(() => rows())
      .toEqual(['1\nDo you have children?', `2\n${group}`, `3\n${firstName}`, `4\n${age}`, `5\n${school}`])
  })

  test('how many there can be is typed, also where the first figure of it could not stand alone', async () => {
    await backTo(rowNamed(2, group))
    await press('Enter')
    await to('At least')
    await type('2')
    await to('At most')
    await type('1')
    await page.getByText('The least is more than the most.').first().waitFor()
    await type('2')
    await expect.poll(() => page.getByText('The least is more than the most.').count()).toBe(0)
    await press('Backspace')
    await press('Backspace')
    await backTo('At least')
    await press('Backspace')
    expect(await page.getByRole('textbox', { name: /^At (?:least|most)$/ }).evaluateAll(values)).toEqual(['', ''])
    await backTo(rowNamed(5, school))
    await press('Enter')
  })

  test('a rule inside looks at the same child', async () => {
    await to('Change who is asked')
    await press('Enter')
    await to('Add a condition')
    await press('Enter')
    await page.getByText('Only ask if question 4 is 1 or more.').waitFor()
    await backTo('Number')
    await press('Backspace')
    await type('4')
    await page.getByText('Only ask if question 4 is 4 or more.').waitFor()
  })

  test('a photo and a signature go under the group, not into it', async () => {
    await add('Photo', photo)
    await add('Name or signature', signature)
    await expect
      .poll(() => rows())
      .toEqual([
        '1\nDo you have children?',
        `2\n${group}`,
        `3\n${firstName}`,
        `4\n${age}`,
        `5\n${school}`,
        `6\n${photo}`,
        `7\n${signature}`,
      ])
  })

  test('a question is moved within the group and out of it by Alt and arrows, and back', async () => {
    await backTo(rowNamed(3, firstName))
    await press('Alt+ArrowDown')
    await told(`‘${firstName}’ moved to question 4 of 7`)
    await focused(rowNamed(4, firstName))
    await press('Alt+ArrowUp')
    await told(`‘${firstName}’ moved to question 3 of 7`)
    await press('Alt+ArrowUp')
    await told(`‘${firstName}’ moved to question 2 of 7`)
    await focused(rowNamed(2, firstName))
    await press('Control+z')
    await told('Undone')
    await focused(rowNamed(3, firstName))
  })

  test('it is published as it was built', async () => {
    await backTo('Publish')
    await press('Enter')
    await headingFocused(page, 'Publish ‘Children without a mouse’')
    await to('Publish version 1')
    await press('Enter')
    await told('Version 1 is live')
    childrenHold(await publishedDefinition(server, 'Children without a mouse'))
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
