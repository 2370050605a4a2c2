import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage, SurveysAnswer } from '../../src/protocol/messages.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { countSteps } from '../support/count-steps.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay, openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** As it stands in the Word file that the authorities were sent: numbered, with bullets set in by a tab. */
const asInWord = `Local Authority Research Consortium

1.\tName of your local authority
2.\tYour name
3.\tYour role
4.\tWhere do you anticipate that you will need most support to conduct your LARC research project? Yes / No / Not sure
\t•\tDesigning the local research project
\t•\tDesigning local research instruments
\t•\tCommissioning the local research
\t•\tDefining how local data will be collected
\t•\tIdentifying how local data can be collated
\t•\tAnalysing data
5.\tIs there anything else you would like to tell us about the support you will need?`

const privacy =
  'NFER asks this for LARC, to plan the support that each authority needs. We publish counts only. We keep your answers until the project ends. Write to the address that sent you this proforma.'

/** More than this, and somebody would ask for help. */
const mostSteps = 15

/** The LARC proforma by someone who has never made one, without documentation and, after the first visit, without a network. */
describe.skipIf(withoutChromium)('the LARC proforma built from nothing', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let said: readonly string[]
  const { click, type, pick, count } = countSteps()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const link = (name: string | RegExp) => page.getByRole('link', { name })

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    profile = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    said = watchConsole(profile)
    page = await profile.newPage()
    page.setDefaultTimeout(10_000)
    await openScreen(page, server.address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await link(/^All sent/).waitFor()
    await profile.setOffline(true)
    await page.reload()
    await page.locator('main h1').waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('what was pasted from Word is shown before it is taken', async () => {
    await click(link('New survey'))
    await click(link('Paste questions'))
    await type(page.getByLabel('Title of the survey'), 'LARC inception proforma')
    await type(page.getByLabel('Your questions'), asInWord)
    await page.getByRole('heading', { name: '5 questions read' }).waitFor()
    await page.getByText('“Local Authority Research Consortium”').waitFor()
    await click(button('Take 5 questions'))
    await page.getByRole('heading', { level: 1, name: 'LARC inception proforma' }).waitFor()
  })

  test('it gets its privacy text, a required name and three other items', async () => {
    await type(page.getByRole('textbox', { name: 'Privacy' }), privacy)
    await type(page.getByLabel('Who it is for'), 'Lead officers of the local authorities in LARC')
    await pick(page.getByLabel('One form speaks for'), 'an organisation')
    await click(page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: 'Name of your local' }))
    await click(page.getByLabel('An answer is required'))
    await click(page.getByRole('navigation', { name: 'Questions' }).getByRole('button', { name: 'Where do you ant' }))
    expect(await page.getByLabel(/^Item \d/).count()).toBe(6)
    await click(button('Add up to 3 “Other” items'))
    await page.getByRole('status').getByText('Added 3 “Other” rows').waitFor()
    await click(page.getByRole('tab', { name: 'Table', exact: true }))
    const table = page.getByRole('table', { name: 'Where do you anticipate' })
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      'Designing the local research project',
      'Designing local research instruments',
      'Commissioning the local research',
      'Defining how local data will be collected',
      'Identifying how local data can be collated',
      'Analysing data',
    ])
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Item',
      'Yes',
      'No',
      'Not sure',
      'Non-response',
      'Base',
    ])
    await page.getByText(/^Saved on this device/).waitFor()
  })

  test(`it is published, in ${mostSteps} steps at most`, async () => {
    await click(link('Publish'))
    await click(button('Publish version 1'))
    await page.getByText('Version 1 is live').waitFor()
    expect(count(), `it took ${count()} clicks and fields, from Home to live`).toBeLessThanOrEqual(mostSteps)
  })

  test('it is filled in, and counted', async () => {
    await page.getByRole('link', { name: 'Proforma', exact: true }).click()
    await page.getByRole('link', { name: 'Fill in LARC inception proforma', exact: true }).click()
    await chooseWay(page)
    const carryOn = () => button('Continue').click()
    await page.getByLabel('Name of your local authority').fill('Authority of the builder')
    await carryOn()
    await page.getByLabel('Your name').fill('A. Builder')
    await carryOn()
    await page.getByLabel('Your role').fill('Research officer')
    await carryOn()
    await page.getByRole('group', { name: 'Designing the local research project' }).getByLabel('Yes').check()
    await page.getByRole('group', { name: 'Analysing data' }).getByLabel('Not sure').check()
    await carryOn()
    await page.getByLabel('In your own words').fill('Finding a focus')
    await page.getByRole('group', { name: 'What is your answer for it?' }).getByLabel('No', { exact: true }).check()
    await carryOn()
    await carryOn()
    await page.getByRole('textbox').fill('Nothing more')
    await carryOn()
    await button('Send answers').click()
    await page.getByText('sent as soon as it reaches the server').waitFor()
    await link('Working offline. 1 to send').waitFor()
    await page.getByRole('link', { name: 'Proforma', exact: true }).click()
    await page.getByRole('link', { name: 'Results of LARC inception proforma', exact: true }).click()
    const row = (name: string) => page.getByRole('row', { name }).getByRole('cell').allTextContents()
    await page.getByRole('row', { name: 'Analysing data' }).waitFor()
    expect(await row('Designing the local research project')).toEqual(['1', '0', '0', '0', '1'])
    expect(await row('Commissioning the local research')).toEqual(['0', '0', '0', '1', '1'])
    expect(await row('Analysing data')).toEqual(['0', '0', '1', '0', '1'])
    await page.getByText('1 open-ended answer is not coded yet').waitFor()
  })

  test('when the server is there again, the survey goes first and the return after it', async () => {
    await profile.setOffline(false)
    await page.getByRole('link', { name: /^Working offline|to send$/ }).click()
    await button('Send now').click()
    await link(/^All sent/).waitFor()
    const surveys = (await (await fetch(`${server.address}/api/v1/surveys`)).json()) as SurveysAnswer
    const ours = surveys.versions.find(({ definition }) => definition.title === 'LARC inception proforma')
    const stored = (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage
    expect(stored.revisions.map(({ revision }) => revision.version)).toEqual([ours?.id])
  })

  test('the console stayed silent', () => expect(said).toEqual([]))
})
