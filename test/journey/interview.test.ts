import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import { focusedName } from '../support/keyboard.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** One interview: marked, noted, left, resumed after a killed browser, jumped through, checked and sent. */
describe.skipIf(withoutChromium)('an interview', () => {
  let folder: string
  let server: RunningServer
  let browser: BrowserContext
  let page: Page
  const watched: (readonly string[])[] = []

  const open = async (): Promise<void> => {
    browser = await launchProfile(folder)
    page = browser.pages()[0] ?? (await browser.newPage())
    watched.push(watchConsole(browser))
  }

  /** The process is gone at once, with all that it had not written. */
  const crash = async (): Promise<void> => {
    const session = await browser.newCDPSession(page)
    const closed = browser.waitForEvent('close')
    await Promise.race([session.send('Browser.crash').catch(() => undefined), closed])
    await closed
  }

  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
  const saveAndContinue = () => page.getByRole('button', { name: 'Save and continue' }).click()
  const jumpTo = (section: string) =>
    page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: section }).click()
  const standingOf = (section: string) =>
    page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: section }).innerText()
  const mark = (question: string, name: string) =>
    page.getByRole('group', { name: `No answer to ‘${question}’` }).getByRole('button', { name })
  const noteButton = (question: string) => page.getByRole('button', { name: `Private note on ‘${question}’` })
  const note = (question: string) =>
    page.getByRole('textbox', { name: `Private note. Not shown to the family on ‘${question}’` })
  const saved = () => page.getByText(/^Saved on this device/).waitFor()

  const role = 'What is your role, and how are you involved in research?'
  const years = 'How many years have you worked in this role?'
  const quotes = 'May we quote your words, without your name or authority?'
  const changed = 'Can you give an example of a finding that changed practice?'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    server = await startServer()
    await open()
    return async () => {
      await browser.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    }
  })

  test('why there is no answer is marked, and a private note is kept', async () => {
    await beginForm(page, server.address, 'practitioner-interview', 'interviewer')
    await heading('Before the interview')
    expect(await page.getByText('Read the privacy text out').isVisible()).toBe(true)
    await page.getByRole('group', { name: 'Are you willing' }).getByLabel('Yes').check()
    await mark(quotes, 'Declined').click()
    await mark(quotes, 'Not asked').click()
    await expect.poll(() => mark(quotes, 'Not asked').getAttribute('aria-pressed')).toBe('true')
    expect(await mark(quotes, 'Declined').getAttribute('aria-pressed')).toBe('false')
    await expect.poll(() => standingOf('Before the interview')).toContain('Done')
    await saveAndContinue()
    await heading('Role and experience')
    await noteButton(role).click()
    await note(role).fill('Spoke of her manager. Not to be quoted.')
    await mark(role, 'Could not answer').click()
    await mark(years, 'Declined').click()
    await saved()
  })

  test('an answer takes the place of a mark, and pressing a mark again takes it back', async () => {
    await page.getByLabel(years).fill('7')
    expect(await mark(years, 'Declined').count()).toBe(0)
    await page.getByLabel(years).fill('')
    expect(await mark(years, 'Declined').getAttribute('aria-pressed')).toBe('false')
    await mark(years, 'Declined').click()
    await mark(years, 'Declined').click()
    expect(await mark(years, 'Declined').getAttribute('aria-pressed')).toBe('false')
    await mark(years, 'Could not answer').click()
    await expect.poll(() => standingOf('Role and experience')).toContain('2 of 3')
    // The experience question has a choice for it already.
    expect(await mark('How much experience of doing research', 'Declined').count()).toBe(0)
  })

  test('the list leads to any section, and Save and leave keeps the place over a killed browser', async () => {
    await jumpTo('Support')
    await heading('Support')
    await page.getByLabel('LARC and NFER').check()
    await page.getByRole('button', { name: 'Save and leave' }).click()
    await page.getByRole('link', { name: /^Continue Interview/ }).click()
    await heading('Support')
    await page.getByLabel('What further support would help').fill('Clips')
    await saved()
    await crash()
    await open()
    await page.goto(server.address)
    await page.getByRole('link', { name: /^Continue Interview/ }).click()
    await heading('Support')
    expect(await page.getByLabel('LARC and NFER').isChecked()).toBe(true)
    expect(await page.getByLabel('What further support would help').inputValue()).toBe('Clips')
    await jumpTo('Role and experience')
    await heading('Role and experience')
    expect(await note(role).inputValue()).toBe('Spoke of her manager. Not to be quoted.')
    expect(await mark(role, 'Could not answer').getAttribute('aria-pressed')).toBe('true')
    await page.getByLabel(years).fill('many')
    await expect.poll(() => standingOf('Role and experience')).toContain('1 problem')
  })

  test('the check shows marks and notes, leads to the very question, and tells what cannot be sent', async () => {
    await jumpTo('Check your answers')
    await heading('Check your answers')
    const answer = (question: string) =>
      page.locator('dl > div').filter({ has: page.getByText(question, { exact: true }) })
    expect(await answer(role).innerText()).toContain('Could not answer')
    expect(await answer(role).innerText()).toContain('Not shown to the family: Spoke of her manager')
    expect(await answer(quotes).innerText()).toContain('Not asked')
    await answer(changed).getByRole('button', { name: 'Change' }).click()
    await heading('Benefits')
    await expect.poll(() => focusedName(page)).toContain(changed)
    await mark(changed, 'Declined').click()
    await page.getByRole('button', { name: 'Back' }).click()
    await heading('Check your answers')
    await page.getByRole('button', { name: 'Send answers' }).click()
    await heading('Role and experience')
    await page.getByRole('alert').getByText('must be a number').waitFor()
    await expect.poll(() => focusedName(page)).toContain(years)
    await page.getByLabel(years).fill('7')
    await saveAndContinue()
    await heading('Check your answers')
    await sendForm(page)
  })

  test('the return has each mark as its own status, and the notes', async () => {
    const read = async () =>
      ((await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage).revisions
    await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBe(1)
    const [returned] = await read()
    expect(returned?.revision).toMatchObject({
      way: 'interviewer',
      notes: { role: 'Spoke of her manager. Not to be quoted.' },
      answers: { consent: 'yes', years_in_role: 7, support_received: ['larc'], support_needs: 'Clips' },
      statuses: {
        consent: 'answered',
        quotes: 'not-asked',
        role: 'dont-know',
        years_in_role: 'answered',
        experience: 'blank',
        experience_what: 'not-asked',
        changed_practice: 'refused',
        support_needs: 'answered',
      },
    })
    await page.goto(`${server.address}/results/practitioner-interview?protect=none`)
    await page.getByText('1 × did not know').waitFor()
  })

  test('who fills it in alone sees no prompt, no mark and no note', async () => {
    await beginForm(page, server.address, 'practitioner-interview', 'link')
    await page.getByLabel('Yes').check()
    for (let number = 1; number <= 6; number += 1) {
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await page.waitForURL(new RegExp(`/${number + 1}$`))
      const text = await page.locator('main').innerText()
      for (const word of ['Say', 'Declined\n', 'Could not answer', 'Private', 'Save and leave', 'sections done'])
        expect(text).not.toContain(word)
    }
  })

  test('no page complained on the way', () => {
    expect(watched.flat()).toEqual([])
  })
})
