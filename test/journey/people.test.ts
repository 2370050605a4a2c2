import { type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredRevision } from '../../src/protocol/messages.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { axeFindings } from '../support/axe.ts'
import { startServer, type RunningServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, walkForm } from '../support/visit-screens.ts'

const password = 'lantern bicycle thursday'

const open = async (browser: Browser, address: string, path: string): Promise<readonly [BrowserContext, Page]> => {
  const profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
  const page = await profile.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${address}${path}`)
  await page.locator('main h1').waitFor()
  return [profile, page]
}

const makeAccount = async (page: Page, name: string, email: string): Promise<void> => {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.getByText(`${name} (${email}) is signed in`).waitFor()
}

describe.skipIf(withoutChromium)('people and tablets', () => {
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

  test('an owner invites a lead, the lead enrols a tablet, which collects offline, sends, and is revoked', async () => {
    const { address } = server
    const [owning, owner] = await open(browser, address, `/people/make-owner#${server.ownerToken()}`)
    expect(await axeFindings(owner)).toEqual([])
    await makeAccount(owner, 'Ada', 'ada@council.example')
    await owner.getByRole('link', { name: 'People', exact: true }).click()
    await owner.getByRole('heading', { name: 'Invite somebody' }).waitFor()
    await owner.getByLabel('Role').selectOption('lead')
    await owner.getByRole('button', { name: 'Make a link' }).click()
    const link = await owner.locator('output code').textContent()
    expect(await axeFindings(owner)).toEqual([])

    const [leading, lead] = await open(browser, '', link ?? '')
    await makeAccount(lead, 'Ben', 'ben@council.example')
    await lead.getByRole('button', { name: 'Sign out' }).click()
    await lead.getByRole('link', { name: 'Sign in' }).click()
    await lead.getByLabel('Email address').fill('ben@council.example')
    await lead.getByLabel('Password').fill('not the password')
    await lead.getByRole('button', { name: 'Sign in' }).click()
    await lead.getByText('is not right').waitFor()
    expect(await axeFindings(lead)).toEqual([])
    await lead.getByLabel('Password').fill(password)
    await lead.getByRole('button', { name: 'Sign in' }).click()
    await lead.getByRole('link', { name: 'Tablets' }).click()
    await lead.getByLabel('Name of the tablet').fill('Blue 3')
    await lead.getByRole('button', { name: 'Make a code' }).click()
    await lead.getByRole('img', { name: 'The same code' }).waitFor()
    const code = await lead.locator('output p').nth(1).textContent()
    expect(await axeFindings(lead)).toEqual([])

    const [field, tablet] = await open(browser, address, '/people/enrol')
    await tablet.getByLabel('Code').fill('AAAA 2222')
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click()
    await tablet.getByText('is not right, was used already').waitFor()
    await tablet.getByLabel('Code').fill((code ?? '').toLowerCase())
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click()
    await tablet.getByText('now enrolled as Blue 3').waitFor()
    expect(await axeFindings(tablet)).toEqual([])

    const collect = async (): Promise<void> => {
      await beginForm(tablet, address, 'larc-support-needs')
      await walkForm(tablet, 'larc-support-needs', async () => undefined)
      await sendForm(tablet)
    }
    const sendNow = async (): Promise<void> => {
      await openScreen(tablet, `${address}/outbox`)
      await tablet.getByRole('button', { name: 'Send now' }).click()
    }
    // The app as a whole, before the network goes.
    await openScreen(tablet, address)
    await tablet.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await field.setOffline(true)
    await collect()
    expect(await tablet.getByRole('button', { name: 'Correct' }).count(), 'nobody reads it again here').toBe(0)
    await openScreen(tablet, `${address}/outbox`)
    await tablet.getByText('Sealed: nobody can read it on this tablet.').waitFor()
    expect(await axeFindings(tablet)).toEqual([])
    await field.setOffline(false)
    await sendNow()
    await tablet.getByText('Nothing waits to be sent').waitFor()
    const held = () => returnsAt(owning, address)
    await expect.poll(held).toBe(1)
    expect(await answersAt(owning, address), 'the server has opened it').not.toEqual({})

    await lead.getByRole('button', { name: 'Look again' }).click()
    await lead.getByRole('button', { name: 'Revoke Blue 3' }).click()
    await lead.getByText('Revoked.').waitFor()
    await collect()
    await sendNow()
    await tablet.getByText('revoked or signed out').first().waitFor()
    expect(await held(), 'kept aside, not counted').toBe(1)

    await openScreen(owner, `${address}/people/log`)
    await owner.getByText('each following from the one before').waitFor()
    await owner.getByRole('cell', { name: 'revoked a tablet' }).waitFor()
    expect(await axeFindings(owner)).toEqual([])
    for (const profile of [owning, leading, field]) await profile.close()
  }, 120_000)
})

const readAt = async (profile: BrowserContext, address: string): Promise<readonly StoredRevision[]> => {
  const answer = await profile.request.get(`${address}/api/v1/revisions`)
  const { revisions } = (await answer.json()) as { readonly revisions: readonly StoredRevision[] }
  return revisions
}

const returnsAt = async (profile: BrowserContext, address: string): Promise<number> =>
  (await readAt(profile, address)).length

const answersAt = async (profile: BrowserContext, address: string): Promise<object> =>
  (await readAt(profile, address))[0]?.revision.statuses ?? {}
