import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import { childrenSurvey } from '../support/children-survey.ts'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import { focusedName } from '../support/keyboard.ts'
import { publishOn } from '../support/photo-survey.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** The same questions for each child: typed, taken out, put back, killed half way, sent and counted. */
describe.skipIf(withoutChromium)('children at home, one card each', () => {
  let profile: string
  let server: RunningServer
  let browser: BrowserContext
  let page: Page
  let said: readonly string[]

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const returned = async (): Promise<RevisionsPage['revisions']> => {
    const answer = await fetch(`${server.address}/api/v1/revisions?after=0`)
    return ((await answer.json()) as RevisionsPage).revisions
  }

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    server = await startServer()
    await publishOn(server.address, childrenSurvey())
    browser = await launchProfile(profile)
    page = browser.pages()[0] ?? (await browser.newPage())
    said = watchConsole(browser)
    await page.goto(server.address)
    await page.getByRole('link', { name: 'Fill in Children at home' }).click()
    await chooseWay(page)
    return async () => {
      await browser.close()
      await server.stop()
      await rm(profile, { recursive: true, force: true })
    }
  })

  test('a new entry has the focus in its first field, and its name stands in its other questions', async () => {
    await press('Add child')
    await expect.poll(() => focusedName(page)).toContain('First name')
    await page.keyboard.type('Ann')
    await page.getByLabel('How old is Ann?').fill('7')
    await page.getByRole('radio', { name: 'Yes' }).check()
    await press('Add another child')
    await expect.poll(() => focusedName(page)).toContain('First name')
    await page.keyboard.type('Bo')
    await page.getByLabel('How old is Bo?').fill('3')
    expect(await page.getByText('Does Bo go to school?').count()).toBe(0)
  })

  test('one that is taken out comes back with all that was in it', async () => {
    await press('Take out Ann')
    await page.getByText('Ann was taken out.').waitFor()
    await expect.poll(() => focusedName(page)).toBe('Undo')
    expect(await page.getByLabel(/^How old is/).count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.getByLabel('How old is Ann?').waitFor()
    expect(await page.getByLabel('How old is Ann?').inputValue()).toBe('7')
    expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true)
  })

  test('after a reload each entry stands as it stood', async () => {
    await page.getByText(/^Saved on this device/).waitFor()
    await page.reload()
    await page.getByLabel('How old is Bo?').waitFor()
    expect(await page.getByLabel('First name').nth(0).inputValue()).toBe('Ann')
    expect(await page.getByLabel('How old is Bo?').inputValue()).toBe('3')
  })

  test('an entry without an answer is told by name, and the answers arrive with a status each', async () => {
    await press('Add another child')
    await press('Continue')
    await page.getByRole('alert').getByRole('link', { name: 'Answer here, or take this one out (Child 3)' }).waitFor()
    await press('Take out Child 3')
    await press('Continue')
    await page
      .getByRole('group', { name: /Do they go to the same school/ })
      .getByLabel('No')
      .check()
    await press('Continue')
    await sendForm(page)
    await page.getByText('have reached the server').waitFor()
    const [arrived] = await returned()
    expect(arrived?.revision.answers).toEqual({
      children: [
        { child_name: 'Ann', age: 7, school: 'yes' },
        { child_name: 'Bo', age: 3 },
      ],
      together: 'no',
    })
    expect(arrived?.revision.statuses).toMatchObject({
      children: 'answered',
      'children.1.school': 'answered',
      'children.2.age': 'answered',
      'children.2.school': 'not-asked',
      together: 'answered',
    })
    expect(said).toEqual([])
  })
})
