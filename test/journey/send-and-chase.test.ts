import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { walkToCheck } from '../support/walk-to-check.ts'
import { watchConsole } from '../support/watch-console.ts'

const [head = '', ...lines] = readFileSync('surveys/larc-support-needs.population.csv', 'utf8').trim().split('\r\n')
const address = (at: number): string => `lead${at}@authority.example`
/** The 26 authorities as a spreadsheet hands them over. */
const pasted = [`${head},E-mail`, ...lines.map((line, at) => `${line},${address(at)}`)].join('\n').replaceAll(',', '\t')

/** One proforma to 26 authorities, and who has not returned it. */
describe.skipIf(withoutChromium)('a proforma is sent, answered by the link in the mail, and chased', () => {
  let mail: MailServer
  let server: RunningServer
  let browser: Browser
  let lead: Page
  const complaints: (() => readonly string[])[] = []

  const personOf = async (): Promise<Page> => {
    const context = await browser.newContext()
    const watched = watchConsole(context)
    complaints.push(() => watched)
    return context.newPage()
  }
  const linkOf = (at: number): string =>
    /https?:\/\/\S+\/r#[\w-]{22}/.exec(mail.mails.find(({ to }) => to === address(at))?.text ?? '')?.[0] ?? ''

  beforeAll(async () => {
    mail = await startMailServer([address(25)])
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

  test('26 pasted authorities are shown, taken, and written to', async () => {
    await lead.goto(`${server.address}/send/larc-support-needs`)
    await lead.getByLabel('The list').fill(pasted)
    await lead.getByText('Columns: Name, Region (group), Type (group), E-mail').waitFor()
    await lead.getByRole('button', { name: 'Take these 26' }).click()
    await lead.getByText('of 26 on the list are asked').waitFor()
    await lead.getByRole('button', { name: 'Send 26 letters' }).click()
    await lead.getByText('26 of 26 letters sent. Done.').waitFor({ timeout: 30_000 })
    expect(mail.mails).toHaveLength(25)
    expect(new Set(mail.mails.map(({ to }) => to)).size).toBe(25)
    expect(new Set(Array.from({ length: 25 }, (_, at) => linkOf(at))).size, 'a link of their own each').toBe(25)
  })

  test('the link of the mail is opened, filled in without a network, and returned when it is back', async () => {
    const officer = await personOf()
    await officer.goto(linkOf(0))
    await officer.getByText('For Birmingham City Council.').waitFor()
    await officer.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await officer.getByRole('button', { name: 'Start' }).waitFor()
    // All of the app is kept now: what comes next is without a network.
    await officer.context().setOffline(true)
    await officer.reload()
    await officer.getByRole('button', { name: 'Start' }).click()
    await officer.getByLabel('Name of your local authority').fill('Birmingham City Council')
    await officer.getByLabel('Your role').fill('Lead officer')
    await officer.getByText(/^Saved on this device/).waitFor()
    await walkToCheck(officer)
    await officer.getByRole('button', { name: 'Send' }).click()
    await officer.getByText('They are sent as soon as it reaches the server').waitFor()
    await officer.context().setOffline(false)
    await officer.getByText('The answers have reached the server.').waitFor({ timeout: 30_000 })
    await officer.goto(linkOf(0))
    await officer.reload()
    await officer.getByRole('heading', { name: 'Your answers' }).waitFor()
    expect(await officer.getByRole('button', { name: 'Start' }).count(), 'a used link').toBe(0)
  })

  test('another one begins on one device, goes on at another, and a third declines', async () => {
    const first = await personOf()
    await first.goto(linkOf(1))
    await first.getByRole('button', { name: 'Start' }).click()
    await first.getByLabel('Your role').fill('Half way')
    await first.getByText(/^All sent/).waitFor({ timeout: 30_000 })
    const second = await personOf()
    await second.goto(linkOf(1))
    await second.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(() => second.getByLabel('Your role').inputValue()).toBe('Half way')

    const third = await personOf()
    await third.goto(linkOf(2))
    await third.getByText('I would rather not take part').click()
    await third.getByLabel('Why (optional)').fill('No time this term')
    await third.getByRole('button', { name: 'Do not take part' }).click()
    await third.getByText('We will not write again').waitFor()
  })

  test('a reminder goes to exactly those outstanding, and not twice', async () => {
    const before = mail.mails.length
    await lead.reload()
    await lead.getByRole('button', { name: 'Remind 23' }).click()
    await lead.getByText('23 of 23 letters sent. Done.').waitFor({ timeout: 30_000 })
    const reminded = mail.mails.slice(before).map(({ to }) => to)
    const outstanding = Array.from({ length: 26 }, (_, at) => at).filter((at) => ![0, 2, 25].includes(at))
    expect(reminded.toSorted()).toEqual(outstanding.map(address).toSorted())
    await lead.reload()
    await lead.getByText('See who has returned it').waitFor()
    expect(await lead.getByRole('button', { name: /^Remind/ }).count()).toBe(0)
  })

  test('Returns says 1 of 26, who declined and why, and the base of the table is 1', async () => {
    await lead.getByRole('link', { name: 'See who has returned it' }).click()
    await lead.getByText('1 of 26 returned (4%)').waitFor()
    await lead.getByLabel('Show').selectOption('Declined')
    await lead.getByText('Coventry City Council').click()
    await lead.getByText('No time this term').waitFor()
    await lead.goto(`${server.address}/results/larc-support-needs`)
    await lead.getByText('1 of 26 returned (4%)').first().waitFor({ timeout: 30_000 })
    // One form on two devices: what the older page saves late is refused, and the browser notes that by itself.
    const refusedDraft = 'error: Failed to load resource: the server responded with a status of 409 (Conflict)'
    expect(complaints.flatMap((said) => said()).filter((line) => line !== refusedDraft)).toEqual([])
  })
})
