import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import { childrenSurvey } from '../support/children-survey.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { publishOn } from '../support/photo-survey.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay, openScreen, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** An interviewer says of one child why there is no answer, and notes something on another. */
describe.skipIf(withoutChromium)('marks and notes on each child of an interview', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const child = (name: string) => page.getByRole('group', { name, exact: true })
  const declined = (name: string, question: string) =>
    child(name)
      .getByRole('group', { name: `No answer to ‘${question}’` })
      .getByRole('button', { name: 'Declined' })
  const note = (name: string) => child(name).getByRole('textbox', { name: /^Private note.*How old/ })

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    await publishOn(server.address, childrenSurvey())
    const profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, server.address)
    await page.getByRole('link', { name: 'Fill in Children at home' }).click()
    await chooseWay(page, 'interviewer')
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('a name that was declined is no problem, and a note stands beside the other child', async () => {
    await press('Add child')
    await declined('Child 1', 'First name').click()
    await child('Child 1')
      .getByRole('textbox', { name: /^How old/ })
      .fill('3')
    await press('Add another child')
    await child('Child 2').getByLabel('First name').fill('Bo')
    await child('Bo')
      .getByRole('textbox', { name: /^How old is Bo/ })
      .fill('5')
    await child('Bo').getByRole('radio', { name: 'Yes' }).check()
    await child('Bo')
      .getByRole('button', { name: /^Private note.*How old/ })
      .click()
    await note('Bo').fill('Turns 6 in March')
    await page.getByText('Saved on this device').waitFor()
  })

  test('they go with their child when another is taken out and put back', async () => {
    await press('Take out Child 1')
    await child('Bo').waitFor()
    expect(await page.getByRole('button', { name: 'Declined', pressed: true }).count()).toBe(0)
    await press('Undo')
    await expect.poll(() => declined('Child 1', 'First name').getAttribute('aria-pressed')).toBe('true')
    await expect.poll(() => note('Bo').inputValue()).toBe('Turns 6 in March')
  })

  test('the check shows them, and the return has them', async () => {
    await press('Save and continue')
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    const shown = page.locator('dd').first()
    expect(await shown.innerText()).toMatch(/Child 1\s+First name Declined[\s\S]*Private note[^:]*: Turns 6 in March/)
    await sendForm(page)
    await page.getByText('have reached the server').waitFor()
    const answer = await fetch(`${server.address}/api/v1/revisions?after=0`)
    const [returned] = ((await answer.json()) as RevisionsPage).revisions.map(({ revision }) => revision)
    expect(returned?.statuses).toMatchObject({
      'children.1.child_name': 'refused',
      'children.1.age': 'answered',
      'children.2.child_name': 'answered',
    })
    expect(returned?.notes).toEqual({ 'children.2.age': 'Turns 6 in March' })
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
