import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { drawCommand } from '../../src/cli/draw-command.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { walkToCheck } from '../support/walk-to-check.ts'
import { watchConsole } from '../support/watch-console.ts'

const survey = 'larc-support-needs'
const list = `surveys/${survey}.population.csv`
const birmingham = 'Birmingham City Council'
const coventry = 'Coventry City Council'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

/** A server without mail: links are made one by one, a return comes on paper, and one office answers twice. */
describe.skipIf(withoutChromium)('a lead without a mail server', () => {
  let server: RunningServer
  let browser: Browser
  let lead: Page
  let officer: Page
  let link: string
  const said: (() => readonly string[])[] = []

  const personOf = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const watched = watchConsole(context)
    said.push(() => watched)
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    return page
  }
  const openRecipient = async (name: string): Promise<void> => {
    await lead.goto(`${server.address}/returns/${survey}`)
    await lead.getByLabel('Name').fill(name)
    await lead.getByText('1 shown').waitFor()
    await lead.locator('summary').getByText(name).last().click()
    await button(lead, 'Key in a paper return').last().waitFor()
  }
  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    lead = await personOf()
    officer = await personOf()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('draws on the page the same 15 as the command line, and then asks all', async () => {
    await lead.goto(`${server.address}/send/${survey}`)
    await lead.getByLabel('The list').fill(readFileSync(list, 'utf8'))
    await button(lead, 'Take these 26').click()
    await lead.getByRole('heading', { name: 'All of them are asked' }).click()
    await lead.getByLabel(/^Seed/).fill('LARC 2008')
    await lead.getByLabel('How', { exact: true }).selectOption('proportional')
    await lead.getByLabel('Groups').selectOption('Region')
    await lead.getByLabel('How many to draw').fill('15')
    await button(lead, 'Draw').click()
    await lead.getByText('Print this record').waitFor()
    const told = await drawCommand([list, '--seed', 'LARC 2008', '--n', '15', '--by', 'region', '--format', 'json'])
    const record = JSON.parse(told.ok ? told.text : '{}') as {
      readonly listSha256: string
      readonly strata: readonly { readonly drawn: readonly string[] }[]
    }
    expect(await lead.locator('main ol > li').allInnerTexts()).toEqual(record.strata.flatMap(({ drawn }) => drawn))
    await lead.getByText(/Drawn on \d+ \w+ \d{4}/).waitFor()
    await lead.getByText(`SHA-256 of the list: ${record.listSha256}`).waitFor()
    await button(lead, 'Ask all of them instead').click()
    await lead.getByText('of 26 on the list are asked').waitFor()
  })

  test('lets answers be changed until a day, and makes one link', async () => {
    await lead.getByRole('heading', { name: 'No closing date' }).click()
    await lead.getByLabel('Last day').fill('2099-12-31')
    await lead.getByLabel('Answers may be changed until then').check()
    await button(lead, 'Save').click()
    await lead.getByText('Closes at the end of 2099-12-31').waitFor()
    await openRecipient(birmingham)
    await button(lead, 'Make a new link').click()
    const shown = lead.locator('main output').filter({ hasText: '/r#' })
    await shown.waitFor()
    link = await shown.innerText()
  })

  test('the office answers by it, and changes what it answered: one return, its first words kept', async () => {
    await officer.goto(link)
    await button(officer, 'Start').click()
    await officer.getByLabel('Name of your local authority').fill(birmingham)
    await officer.getByLabel('Your role').fill('Lead officer')
    await walkToCheck(officer)
    await officer.getByRole('button', { name: /^Send/ }).click()
    await officer.getByText('The answers have reached the server.').waitFor()
    await officer.goto(link)
    await officer.reload()
    await button(officer, 'Correct these answers').click()
    await officer.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await button(officer, /^Change ‘Your role/).click()
    await officer.getByLabel('Your role').fill('Head of research')
    await walkToCheck(officer)
    await officer.locator('dd').getByText('Head of research').waitFor()
    await officer.getByRole('button', { name: /^Send/ }).click()
    await officer.getByText('The answers have reached the server.').waitFor()
    await openRecipient(birmingham)
    await lead.getByText('1 of 26 returned (4%)').waitFor()
    expect(await lead.getByText('Returned by the link').count(), 'a change is no second return').toBe(1)
  })

  test('the paper return of the same office is keyed in under its name, and stands as a clash', async () => {
    await button(lead, 'Key in a paper return').click()
    await lead.getByLabel('Name of your local authority').fill(birmingham)
    await lead.getByLabel('Your role').fill('On paper')
    await walkToCheck(lead)
    await lead.getByRole('button', { name: /^(?:Send answers|Finish)$/ }).click()
    await lead.getByText('have reached the server').waitFor()
    await lead.goto(`${server.address}/returns/${survey}`)
    await lead.getByRole('heading', { name: '1 with more than one return' }).waitFor()
    await lead.getByText('Returned on paper, keyed in').first().waitFor()
    await lead.getByText('1 of 26 returned (4%)').waitFor()
  })

  test('the lead picks which one counts: it is recorded, nothing is deleted, and the table has one', async () => {
    await button(lead, /^Count this one of .*: on paper/)
      .first()
      .click()
    await lead.getByText(`${birmingham}: the return on paper, keyed in, counts now. The other is kept.`).waitFor()
    expect(await lead.evaluate(() => document.activeElement?.localName)).toBe('output')
    expect(await lead.getByRole('heading', { name: 'with more than one return' }).count()).toBe(0)
    await openRecipient(birmingham)
    expect(await lead.getByText('Returned by the link').count()).toBe(1)
    expect(
      await lead
        .locator('li')
        .filter({ hasText: /^[^\n]*\(counted\)/ })
        .last()
        .innerText(),
    ).toContain('on paper')
    await lead.goto(`${server.address}/results/${survey}`)
    await lead.getByText('1 of 26 returned (4%)').first().waitFor()
    await lead.getByText(/^1 return counted/).waitFor()
  })

  test('what comes after the tables were frozen is shown apart, and each region how it stands', async () => {
    await button(lead, 'Freeze these tables').click()
    await lead.getByRole('link', { name: /^Frozen / }).waitFor()
    await openRecipient(coventry)
    await button(lead, 'Make a new link').click()
    const shown = lead.locator('main output').filter({ hasText: '/r#' })
    await shown.waitFor()
    const late = await personOf()
    await late.goto(await shown.innerText())
    await button(late, 'Start').click()
    await late.getByLabel('Name of your local authority').fill(coventry)
    await late.getByLabel('Your role').fill('Late')
    await walkToCheck(late)
    await late.getByRole('button', { name: /^Send/ }).click()
    await late.getByText('The answers have reached the server.').waitFor()
    await lead.goto(`${server.address}/returns/${survey}`)
    await lead.getByText('2 of 26 returned (8%)').waitFor()
    await lead.getByText('1 came after this device froze the tables.').waitFor()
    await lead.getByLabel('Show').selectOption('after-freeze')
    await lead.getByText('1 shown').waitFor()
    await lead.locator('summary').getByText(coventry).waitFor()
    await lead.getByRole('combobox', { name: /^By\b/ }).selectOption('Region')
    const west = lead.getByRole('row').filter({ hasText: /^West Midlands/ })
    await west.waitFor()
    expect((await west.innerText()).split('\t')).toContain('2')
  })

  test('the list is used again for another survey', async () => {
    await lead.goto(`${server.address}/send/family-views`)
    await lead.getByLabel('Or use a list again').waitFor()
    await button(lead, 'Use this list').click()
    await lead.getByText('26 of 26 on the list are asked').waitFor()
  })

  test('the console stayed silent', () => expect(said.flatMap((lines) => lines())).toEqual([]))
})
