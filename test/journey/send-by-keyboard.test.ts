import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { focusedName, tabTo } from '../support/keyboard.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { walkToCheck } from '../support/walk-to-check.ts'
import { watchConsole } from '../support/watch-console.ts'

const survey = 'larc-support-needs'
const pasted = [
  'Name\tE-mail',
  'Northshire\tnorth@authority.example',
  'Southshire\tsouth@authority.example',
  'Eastshire\tgone@authority.example',
].join('\n')

/** Sending and chasing by a lead who has no mouse, and a link for everybody. */
describe.skipIf(withoutChromium)('sent by keyboard alone', () => {
  let mail: MailServer
  let server: RunningServer
  let browser: Browser
  let lead: Page
  const said: (() => readonly string[])[] = []

  const personOf = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const watched = watchConsole(context)
    said.push(() => watched)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }
  const press = (key: string) => lead.keyboard.press(key)
  const to = (name: string | RegExp) => tabTo(lead, name)
  const linkFor = (address: string): string =>
    /https?:\/\/\S+\/r#[\w-]{22}/.exec(mail.mails.findLast((one) => one.to === address)?.text ?? '')?.[0] ?? ''

  beforeAll(async () => {
    mail = await startMailServer(['gone@authority.example'])
    const environment = { SMTP_URL: mail.url, MAIL_FROM: 'Research <research@council.example>', MAIL_GAP: '5' }
    server = await startServer({ environment })
    browser = await launchChromium()
    lead = await personOf()
    return async () => {
      await browser.close()
      await server.stop()
      await mail.stop()
    }
  })

  test('a list is typed, and the letter is seen as one of them will read it', async () => {
    await openScreen(lead, `${server.address}/send/${survey}`)
    await lead.getByLabel('The list').waitFor()
    await to('The list')
    await lead.keyboard.insertText(pasted)
    await lead.getByRole('button', { name: 'Take these 3' }).waitFor()
    await to('Take these 3')
    await press('Enter')
    await lead.getByText('of 3 on the list are asked').waitFor()
    await to(/^As .* will read it$/)
    await press('Enter')
    await to('Show it for another, by name')
    await lead.keyboard.type('Southshire')
    await lead.getByText('As Southshire will read it').waitFor()
    await lead.getByText('Dear Southshire').waitFor()
  })

  test('the letters go, and Returns says whose mail was refused', async () => {
    await to('Send 3 letters')
    await press('Enter')
    await lead.getByText('3 of 3 letters sent. Done.').waitFor()
    expect(mail.mails.map((one) => one.to)).toEqual(['north@authority.example', 'south@authority.example'])
    await tabTo(lead, 'See who has returned it', 'Shift+Tab')
    await press('Enter')
    await lead.getByText('0 of 3 returned').waitFor()
    await to(/^Show All/)
    await lead.keyboard.type('Mail refused')
    await lead.getByText('1 shown').waitFor()
    await lead.locator('summary').getByText('Eastshire').waitFor()
  })

  test('a link is made anew, and the one in the mail no longer opens', async () => {
    await lead.getByLabel('Show').selectOption('all')
    await lead.getByLabel('Name').focus()
    await lead.keyboard.type('north')
    await lead.getByText('1 shown').waitFor()
    await to(/^Northshire/)
    await press('Enter')
    await to('End its links')
    await press('Enter')
    await lead.getByText('Links ended').waitFor()
    const officer = await personOf()
    await openScreen(officer, linkFor('north@authority.example'))
    await officer.getByRole('heading', { name: 'This link cannot be opened' }).waitFor()
    await tabTo(lead, 'Make a new link', 'Shift+Tab')
    await press('Enter')
    const shown = lead.locator('main output').filter({ hasText: '/r#' })
    await shown.waitFor()
    await openScreen(officer, await shown.innerText())
    await officer.getByText('For Northshire.').waitFor()
    await officer.getByRole('button', { name: 'Start' }).waitFor()
  })

  test('an open link is answered by whoever has it, up to its cap, and told apart under Returns', async () => {
    await openScreen(lead, `${server.address}/send/${survey}`)
    await lead.getByText('of 3 on the list are asked').waitFor()
    await to('Other ways to send it')
    await press('Enter')
    await to('Returns at most')
    await press('Control+a')
    await lead.keyboard.type('2')
    await to('Make an open link')
    await press('Enter')
    const link = lead.getByRole('region', { name: 'The open link' }).locator('p').first()
    await link.waitFor()
    const address = await link.innerText()
    for (const who of ['First', 'Second']) {
      const person = await personOf()
      await openScreen(person, address)
      await person.getByRole('button', { name: 'Start' }).click()
      await person.getByLabel('Name of your local authority').fill(who)
      await person.getByLabel('Your role').fill('Anybody')
      await walkToCheck(person)
      await person.getByRole('button', { name: /^Send/ }).click()
      await person.getByText('The answers have reached the server.').waitFor()
    }
    const third = await personOf()
    await openScreen(third, address)
    await third.getByText('This link takes no more answers.').waitFor()
    await openScreen(lead, `${server.address}/returns/${survey}`)
    await lead.getByText('2 came by an open link').waitFor()
    expect(await focusedName(lead)).not.toBe('')
  })

  test('the console stayed silent', () => {
    // A link that is refused is answered so, and the browser notes that by itself.
    const refused = /^error: Failed to load resource: the server responded with a status of 40[34]/
    expect(said.flatMap((lines) => lines()).filter((line) => !refused.test(line))).toEqual([])
  })
})
