import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { layoutFaults } from '../support/layout-faults.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, walkForm } from '../support/visit-screens.ts'

const [password, another] = ['lantern bicycle thursday', 'walnut ferry november']

const codeOf = (secret: string, ahead = 0): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + ahead * 30_000 })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Axe finds nothing, and nothing is cut off or too small to touch. */
const see = async (page: Page, screen: string): Promise<void> => {
  const found = [...(await axeFindings(page)), ...(await layoutFaults(page))]
  expect(found.map((each) => `${screen}: ${each}`)).toEqual([])
}

const makeAccount = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email address').fill(`${name}@council.example`)
  await page.getByLabel('Password').fill(password)
  await press(page, 'Make my account')
  await page.getByText('is signed in').waitFor()
}

describe.skipIf(withoutChromium)('accounts and tablets, on a narrow screen', () => {
  let browser: Browser
  let server: RunningServer
  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  const open = async (path: string): Promise<Page> => {
    const profile = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await profile.newPage()
    page.setDefaultTimeout(20_000)
    await openScreen(page, path.startsWith('http') ? path : `${server.address}${path}`)
    return page
  }
  test('an owner sets up a second step, signs in with it, changes a role; a lead invites; a tablet is signed out and keeps what waits', async () => {
    const owner = await open(`/people/make-owner#${server.ownerToken()}`)
    await makeAccount(owner, 'ada')
    await see(owner, 'me')
    await owner.getByRole('link', { name: 'How the server is doing' }).click()
    await owner.getByText('restored in a test: it opens').waitFor()
    await see(owner, 'status')
    await owner.goBack()
    await owner.getByRole('link', { name: 'Second step' }).click()
    await owner.getByLabel('Your password').fill(password)
    await see(owner, 'second step, off')
    await press(owner, 'Set it up')
    await owner.getByRole('img', { name: 'The key, to be scanned' }).waitFor()
    const secret = (await owner.locator('main code').textContent()) ?? ''
    await owner.getByLabel('The 6-digit code').fill('000000')
    await press(owner, 'Turn it on')
    await owner.getByText('is not right').waitFor()
    await see(owner, 'second step, being set up')
    await owner.getByLabel('The 6-digit code').fill(codeOf(secret))
    await press(owner, 'Turn it on')
    await owner.getByText('It is on.').waitFor()
    const [recovery = ''] = ((await owner.locator('output pre').textContent()) ?? '').split('\n')
    await see(owner, 'recovery codes')

    await openScreen(owner, `${server.address}/people/password`)
    await owner.getByLabel('Your password now').fill(password)
    await owner.getByLabel('New password').fill(another)
    await press(owner, 'Change my password')
    await owner.getByText('Your password is changed').waitFor()
    await see(owner, 'password')

    await openScreen(owner, `${server.address}/people`)
    await press(owner, 'Sign out')
    await owner.getByRole('link', { name: 'Sign in' }).click()
    await owner.getByLabel('Email address').fill('ada@council.example')
    await owner.getByLabel('Password').fill(another)
    await press(owner, 'Sign in')
    await owner.getByLabel('Code').waitFor()
    await see(owner, 'sign-in, code')
    expect(await owner.evaluate('document.activeElement.id'), 'the caret waits where the code goes').toBe('code')
    await owner.getByLabel('Code').fill(codeOf(secret, 1))
    await press(owner, 'Sign in')
    await owner.getByText('is signed in').waitFor()
    await press(owner, 'Sign out')
    await owner.getByRole('link', { name: 'Sign in' }).click()
    await owner.getByLabel('Email address').fill('ada@council.example')
    await owner.getByLabel('Password').fill(another)
    await press(owner, 'Sign in')
    await owner.getByLabel('Code').fill(recovery.toLowerCase())
    await press(owner, 'Sign in')
    await owner.getByText('is signed in').waitFor()

    await owner.getByRole('link', { name: 'People', exact: true }).click()
    await owner.getByLabel('Role').first().selectOption('practitioner')
    await press(owner, 'Make a link')
    const lead = await open((await owner.locator('output code').textContent()) ?? '')
    await makeAccount(lead, 'ben')
    await openScreen(owner, `${server.address}/people/list`)
    await owner.getByText('Change what ben may do').click()
    const form = owner.getByRole('listitem').filter({ hasText: 'ben@council.example' }).locator('form')
    await form.getByLabel('Role').selectOption('lead')
    await form.getByLabel('Survey').selectOption('family-views')
    await see(owner, 'people, a role')
    await form.getByRole('button', { name: 'Save what ben may do' }).click()
    await owner.getByText('Lead of family-views').waitFor()
    await press(owner, 'Take every survey away from ben')
    await expect.poll(() => owner.getByText('Practitioner of every survey').count()).toBe(0)

    await openScreen(lead, `${server.address}/people/invite`)
    await lead.getByRole('heading', { name: 'Invite somebody' }).waitFor()
    expect(await lead.getByLabel('Survey').locator('option').count(), 'those that they lead').toBe(1)
    await press(lead, 'Make a link')
    await lead.locator('output code').waitFor()
    await see(lead, 'a lead invites')

    await openScreen(lead, `${server.address}/people/tablets`)
    await lead.getByLabel('Name of the tablet').fill('Blue 3')
    await lead.getByLabel('Survey').selectOption('family-views')
    await press(lead, 'Make a code')
    const code = (await lead.locator('output p').nth(1).textContent()) ?? ''
    const tablet = await open('/people/enrol')
    await tablet.getByLabel('Code').fill(code)
    await press(tablet, 'Enrol this tablet')
    await tablet.getByText('now enrolled as Blue 3').waitFor()
    await tablet.route('**/api/v1/push', (route) => route.abort())
    await beginForm(tablet, server.address, 'family-views')
    await walkForm(tablet, 'family-views', async () => undefined)
    await sendForm(tablet)
    await openScreen(tablet, `${server.address}/people`)
    await press(tablet, 'Sign this tablet out')
    await tablet.getByText('1 return is not sent yet').waitFor()
    await see(tablet, 'signing a tablet out')
    await press(tablet, 'Sign out and keep them here')
    await expect.poll(() => tablet.getByText('This tablet is enrolled as').count()).toBe(0)
    await openScreen(tablet, `${server.address}/outbox`)
    await tablet.getByText('Sealed: nobody can read it').waitFor()
    await openScreen(lead, `${server.address}/people/tablets`)
    await lead.getByText('Signed out.').waitFor()
  }, 180_000)
})
