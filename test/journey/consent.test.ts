import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RevisionsPage } from '../../src/protocol/messages.ts'
import type { Revision } from '../../src/response/revision.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, sendForm } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

describe.skipIf(withoutChromium)('consent, asked for in a form', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
    const profile = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  const last = async (): Promise<Revision> => {
    await page.getByText('have reached the server').waitFor()
    const { revisions } = (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage
    const returned = revisions.at(-1)?.revision
    if (returned === undefined) throw new Error('Nothing was returned')
    return returned
  }

  test('a no ends kindly, and leaves nothing but the no', async () => {
    await beginForm(page, server.address, 'family-views')
    await page.getByLabel('Yes, I am happy to answer').check()
    await page.getByText('Saved on this device').waitFor()
    await page.getByLabel('No, I do not want to').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'You have said no' }).waitFor()
    await page.getByText('nobody will ask why').waitFor()
    await sendForm(page)
    const returned = await last()
    const { consent, ...others } = returned.statuses as Record<string, string>
    expect(returned.answers).toEqual({ consent: 'no' })
    expect([consent, new Set(Object.values(others))]).toEqual(['answered', new Set(['refused'])])
    expect(returned.consents).toMatchObject([{ question: 'consent', given: false, version: returned.version }])
    expect(returned.seconds).toBeLessThan(60)
    expect(said).toEqual([])
  })
})
