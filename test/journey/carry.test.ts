import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, walkForm } from '../support/visit-screens.ts'

const project = join(import.meta.dirname, '../..')

/** What the command says of a file, taken into the database of that server. */
const take = async (server: RunningServer, file: string): Promise<string> => {
  const env = { ...process.env, PROFORMA_DATA: server.data }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/proforma.js', 'take', file], {
    cwd: project,
    env,
  })
  return stdout
}

const saveFile = async (page: Page, name: string): Promise<string> => {
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return (await saving).path()
}

describe.skipIf(withoutChromium)('without a network, in the built app', { timeout: 180_000 }, () => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    server = await startServer()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  })

  /** A tablet that has opened the app once and then lost its network. */
  const offline = async (): Promise<{ readonly profile: BrowserContext; readonly page: Page }> => {
    const profile = await browser.newContext({ acceptDownloads: true })
    const page = await profile.newPage()
    await openScreen(page, server.address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await profile.setOffline(true)
    return { profile, page }
  }

  const returnForm = async (page: Page): Promise<void> => {
    await beginForm(page, server.address, 'larc-support-needs')
    await walkForm(page, 'larc-support-needs', () => Promise.resolve())
    await sendForm(page)
  }

  test('a file carries returns to another tablet and to the server, and each is counted once', async () => {
    const first = await offline()
    await returnForm(first.page)
    await openScreen(first.page, `${server.address}/outbox`)
    const file = await saveFile(first.page, 'Save everything not yet sent as a file')
    expect((await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"type":"return"'))).toHaveLength(
      1,
    )

    const second = await offline()
    await openScreen(second.page, `${server.address}/outbox`)
    await second.page.getByLabel('Take in a file').setInputFiles(file)
    await second.page.getByText(/^Taken in: 1 return\b/).waitFor()
    await second.page.getByLabel('Take in a file').setInputFiles(file)
    await second.page.getByText('Taken in: nothing new. 1 return was here already.').waitFor()
    await second.profile.setOffline(false)
    await second.page.getByRole('button', { name: 'Send now' }).click()
    await second.page.getByText('Nothing waits to be sent').waitFor()

    expect(await take(server, file)).toContain('Returns new: 0, here already: 1, kept aside: 0')
    await first.profile.setOffline(false)
    await first.page.getByRole('button', { name: 'Send now' }).click()
    await first.page.getByText('1 return has reached the server').waitFor()
    const page = (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as { revisions: unknown[] }
    expect(page.revisions).toHaveLength(1)
    await first.profile.close()
    await second.profile.close()
  })

  test('the server takes in a file of a tablet that it never heard of', async () => {
    const { profile, page } = await offline()
    await returnForm(page)
    await openScreen(page, `${server.address}/outbox`)
    const file = await saveFile(page, 'Save as a file')
    expect(await take(server, file)).toContain('Returns new: 1, here already: 0, kept aside: 0')
    await profile.close()
  })

  test('a return is deleted with a reason only, and is not sent any more', async () => {
    const { profile, page } = await offline()
    await returnForm(page)
    await openScreen(page, `${server.address}/outbox`)
    await page.getByRole('button', { name: /^Delete/ }).click()
    await page.getByRole('button', { name: 'Delete these answers for good' }).click()
    await page.getByText('Say why these answers are deleted.').waitFor()
    await page.getByLabel('Why are they deleted?').fill('Filled in to try it')
    await page.getByRole('button', { name: 'Delete these answers for good' }).click()
    await page.getByText('Nothing waits to be sent').waitFor()
    await page.reload()
    await page.getByText('Nothing waits to be sent').waitFor()
    await page.getByText('Filled in to try it').waitFor()
    await profile.close()
  })
})
