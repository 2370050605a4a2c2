import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PushAnswer, RevisionsPage } from '../../src/protocol/messages.ts'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/**
 * The whole trip of one proforma: visited once, filled in without a network, through a killed browser, sent when the
 * server is back, counted once.
 */
describe.skipIf(withoutChromium)('the LARC proforma, from a visit to a table', () => {
  let profile: string
  let data: string
  let server: RunningServer
  let browser: BrowserContext
  let page: Page
  const watched: (() => readonly string[])[] = []

  const open = async (): Promise<void> => {
    browser = await launchProfile(profile)
    page = browser.pages()[0] ?? (await browser.newPage())
    const complaints = watchConsole(browser)
    watched.push(() => complaints)
  }

  const kill = async (): Promise<void> => {
    spawnSync('pkill', ['-9', '-f', profile])
    await browser.close().catch(() => undefined)
  }

  const carryOn = () => page.getByRole('button', { name: 'Continue' }).click()
  const saved = () => page.getByText(/^Saved on this device/).waitFor()
  const sent = () => page.getByRole('link', { name: /^All sent/ }).waitFor()

  const revisions = async (): Promise<RevisionsPage> =>
    (await (await fetch(`${server.address}/api/v1/revisions?after=0`)).json()) as RevisionsPage

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    data = await mkdtemp(join(tmpdir(), 'proforma-data-'))
    server = await startServer({ data })
    await open()
    return async () => {
      await kill()
      await server.stop()
      await rm(profile, { recursive: true, force: true })
      await rm(data, { recursive: true, force: true })
    }
  })

  test('one visit is enough', async () => {
    await page.goto(server.address)
    await page.getByRole('heading', { name: 'LARC inception proforma' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    await sent()
  })

  test('without a network it opens, fills in and counts', async () => {
    await server.stop()
    await browser.setOffline(true)
    await page.reload()
    await page.getByText('More for LARC').click()
    await page.getByRole('link', { name: 'Example with results' }).click()
    await page.getByRole('cell', { name: '16', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Proforma', exact: true }).click()
    await page.getByRole('link', { name: 'Fill in LARC inception proforma' }).click()
    await chooseWay(page)
    await page.getByLabel('Name of your local authority').fill('Authority of the journey')
    await page.getByLabel('Your role').fill('Lead officer')
    await carryOn()
    await page.getByRole('group', { name: 'Designing the local research project' }).getByLabel('Yes').check()
    await page.getByRole('group', { name: 'Analysing data' }).getByLabel('Not sure').check()
    await saved()
    await page.getByText('Working offline').waitFor()
  })

  test('a killed browser loses nothing of it', async () => {
    // The note stands only while all is on the disk. A log that is torn while it is written can empty the whole database: the journal that mends it comes later.
    await page.waitForTimeout(500)
    await kill()
    await open()
    await browser.setOffline(true)
    await page.goto(server.address)
    await page.getByRole('link', { name: /^Continue LARC/ }).click()
    const project = page.getByRole('group', { name: 'Designing the local research project' })
    await project.waitFor()
    expect(await project.getByLabel('Yes').isChecked()).toBe(true)
    expect(await page.getByRole('group', { name: 'Analysing data' }).getByLabel('Not sure').isChecked()).toBe(true)
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(2)
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByLabel('Name of your local authority').inputValue()).toBe('Authority of the journey')
    expect(await page.getByLabel('Your role').inputValue()).toBe('Lead officer')
  })

  test('finished, it waits to be sent', async () => {
    await carryOn()
    await carryOn()
    await page.getByLabel('Another activity').fill('Knowing what we signed up to')
    await page.getByRole('group', { name: 'Will you need support with this activity?' }).getByLabel('Yes').check()
    await carryOn()
    await carryOn()
    await page.getByRole('textbox').fill('Nothing more')
    await carryOn()
    await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
    await page.getByRole('button', { name: 'Send answers' }).click()
    await page.getByRole('heading', { name: 'Your answers are saved' }).waitFor()
    await page.getByText('sent as soon as it reaches the server').waitFor()
    await page.getByRole('link', { name: 'Working offline. 1 to send' }).click()
    await page.getByRole('listitem').filter({ hasText: 'LARC inception proforma' }).waitFor()
  })

  test('when the server is back it is sent once, and counted', async () => {
    server = await startServer({ data, port: Number(new URL(server.address).port) })
    await browser.setOffline(false)
    await page.getByRole('button', { name: 'Send now' }).click()
    await sent()
    await page.getByText('Nothing waits to be sent').waitFor()
    const { revisions: stored } = await revisions()
    expect(stored).toHaveLength(1)
    expect(stored[0]?.revision.answers).toMatchObject({
      authority: 'Authority of the journey',
      support: { designing_project: 'yes', analysing: 'not_sure' },
    })
    await page.goto(`${server.address}/results/larc-support-needs`)
    const row = page.getByRole('row', { name: 'Designing the local research project' })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual(['1', '0', '0', '0', '1'])
    await page.getByText('1 open-ended answer is not coded yet').waitFor()
  })

  test('sent again by force, it is still there once', async () => {
    const { epoch, revisions: stored } = await revisions()
    const again = stored.map(({ revision }) => revision)
    const pushed = await fetch(`${server.address}/api/v1/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 1, device: again[0]?.device, epoch, revisions: again }),
    })
    const { acks } = (await pushed.json()) as PushAnswer
    expect(acks).toMatchObject([{ status: 'duplicate', sha256: again[0]?.sha256 }])
    expect((await revisions()).revisions).toEqual(stored)
  })

  test('no page complained on the way', () => {
    expect(watched.flatMap((complaints) => complaints())).toEqual([])
  })
})
