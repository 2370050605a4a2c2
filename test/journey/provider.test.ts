import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { freePort, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Axe finds nothing, and nothing is cut off or too small to touch. */
const see = async (page: Page, screen: string): Promise<void> => {
  const found = [...(await axeFindings(page)), ...(await layoutFaults(page))]
  expect(found.map((each) => `${screen}: ${each}`)).toEqual([])
}

describe.skipIf(withoutChromium)('signing in through the organisation, on a narrow screen', () => {
  let browser: Browser
  let there: IdentityProvider
  let server: RunningServer
  beforeAll(async () => {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    browser = await launchChromium()
    // By another name: to the browser it is another site, whose cookies and ours are kept apart.
    there = await startIdentityProvider(origin, { host: 'localhost' })
    const { issuer, client, secret, name } = there.settings
    const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret, OIDC_NAME: name }
    server = await startServer({ port, environment: { PROFORMA_ORIGIN: origin, ...settings } })
    await there.tell({ ben: { name: 'Ben Lead', email: 'ben@council.example', roles: ['lead:family-views'] } })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await there.stop()
  })

  test('one button there and back, also from the app that is kept offline; turning back and a provider that is down are told', async () => {
    const profile = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await profile.newPage()
    page.setDefaultTimeout(20_000)
    await openScreen(page, `${server.address}/people/make-owner#${server.ownerToken()}`)
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('Email address').fill('ada@council.example')
    await page.getByLabel('Password').fill('lantern bicycle thursday')
    await press(page, 'Make my account')
    await page.getByText('is signed in').waitFor()
    await press(page, 'Sign out')
    await page.getByRole('link', { name: 'Sign in' }).click()
    await page.getByRole('button', { name: 'Sign in with your council account' }).waitFor()
    await see(page, 'sign-in')

    await press(page, 'Sign in with your council account')
    await page.getByRole('link', { name: '[ Cancel ]' }).click()
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    expect(page.url(), 'nothing of it stays in the address').toBe(`${server.address}/people/back`)
    await see(page, 'turned back')

    await page.getByRole('link', { name: 'Sign in' }).click()
    await press(page, 'Sign in with your council account')
    await page.locator('input[name=login]').fill('ben')
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('Ben Lead (ben@council.example) is signed in. Lead, family-views.').waitFor()
    expect(page.url()).toBe(`${server.address}/people`)
    expect(await page.getByRole('link', { name: 'Change your password' }).count(), 'there is none here').toBe(0)
    await see(page, 'signed in through the organisation')

    await press(page, 'Sign out')
    await page.getByText('You are signed out here').waitFor()
    await see(page, 'signed out here')
    await page.getByRole('link', { name: 'Sign out there as well' }).click()
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()

    await there.stop()
    await press(page, 'Sign in with your council account')
    await page.getByText('Your organisation’s sign-in does not answer').waitFor()
    await see(page, 'the provider is down')
    await page.getByLabel('Email address').fill('ada@council.example')
    await page.getByLabel('Password').fill('lantern bicycle thursday')
    await press(page, 'Sign in')
    await page.getByText('Ada (ada@council.example) is signed in').waitFor()
  }, 120_000)
})
