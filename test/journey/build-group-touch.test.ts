import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { childrenBuilt } from '../support/children-built.ts'
import { childrenHold } from '../support/children-hold.ts'
import { builderByTouch } from '../support/builder-by-touch.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { publishedDefinition } from '../support/published-definition.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const { group, firstName, age, school, photo, signature } = childrenBuilt

/** The same group, photo and signature on a tablet: taps, the keyboard on the screen, lists to pick from. */
describe.skipIf(withoutChromium)('a repeated group, a photo and a signature, built by touch alone', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const { button, row, rows, told, typeInto, wording, add } = builderByTouch(() => page)

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    const profile = await browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })
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
    await page.getByRole('link', { name: 'New survey' }).tap()
    await button('Start with one question').tap()
    await typeInto(page.getByRole('textbox', { name: 'Title' }), 'Children without keys')
    await typeInto(page.getByRole('textbox', { name: 'Privacy' }), 'The centre asks this. Ring us to see your answers.')
    await row('Not worded yet').tap()
    await typeInto(wording(), 'Do you have children?')
  })

  test('the group is added, and two questions in it beside the first name', async () => {
    await add('Repeated group: the same questions for each child', group)
    await button('Add a question for each: Child').tap()
    await typeInto(wording(), age)
    await page.getByLabel('Kind of question').tap()
    await page.getByLabel('Kind of question').selectOption({ label: 'Number' })
    await add('Yes, no or not sure', school)
    await expect.poll(() => rows()).toEqual(['Do you have children?', group, firstName, age, school])
  })

  test('a rule inside looks at the same child', async () => {
    await button('Change who is asked').tap()
    await button('Add a condition').tap()
    await page.getByText('Only ask if question 4 is 1 or more.').waitFor()
    await typeInto(page.getByRole('textbox', { name: 'Number' }), '4')
    await page.getByText('Only ask if question 4 is 4 or more.').waitFor()
  })

  test('a photo and a signature go under the group, not into it', async () => {
    await add('Photo', photo)
    await add('Name or signature', signature)
    await expect.poll(() => rows()).toEqual(['Do you have children?', group, firstName, age, school, photo, signature])
  })

  test('a question is moved out of the group and into it again by Move to', async () => {
    await row(school).tap()
    await page.getByLabel('Move to').tap()
    await page.getByLabel('Move to').selectOption({ label: 'After 1. Do you have children?' })
    await told(`‘${school}’ moved to question 2 of 7`)
    await page.getByLabel('Move to').tap()
    await page.getByLabel('Move to').selectOption({ label: `In it, after 5. ${age}` })
    await told(`‘${school}’ moved to question 5 of 7`)
    await page.getByText('Only ask if question 4 is 4 or more.').waitFor()
  })

  test('it is seen as families will see it, and published', async () => {
    await row(group).tap()
    await button('Preview').tap()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Add child' }).tap()
    await frame.getByLabel(firstName).fill('Amina')
    await page.getByRole('link', { name: 'Publish' }).tap()
    await button('Publish version 1').tap()
    await told('Version 1 is live')
    childrenHold(await publishedDefinition(server, 'Children without keys'))
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
