import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AttachmentAnswer, RevisionsPage } from '../../src/protocol/messages.ts'
import { referencesIn } from '../../src/response/attachment.ts'
import { secrets, withGps } from '../support/camera-photo.ts'
import { killProfile, launchProfile, withoutChromium } from '../support/chromium.ts'
import { drawPhoto } from '../support/draw-photo.ts'
import { focusedName, headingFocused, tabTo } from '../support/keyboard.ts'
import { photoSurvey, publishOn } from '../support/photo-survey.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** A photo taken without a network, through a killed browser and an upload that is cut, to the server, once. */
describe.skipIf(withoutChromium)('a photo, from a home without a network to the server', () => {
  let profile: string
  let server: RunningServer
  let browser: BrowserContext
  let page: Page
  const watched: (readonly string[])[] = []

  const open = async (): Promise<void> => {
    browser = await launchProfile(profile)
    page = browser.pages()[0] ?? (await browser.newPage())
    watched.push(watchConsole(browser))
  }
  const carryOn = () => page.getByRole('button', { name: 'Continue' }).click()
  const pictures = () => page.getByRole('img', { name: /^Photo/ })
  const add = async (width: number, height: number, seed: number): Promise<void> => {
    const photo = await drawPhoto(page, width, height, seed)
    await page.getByLabel('Add a photo').setInputFiles({ ...photo, buffer: withGps(photo.buffer) })
  }
  const ask = async (path: string): Promise<unknown> => (await fetch(`${server.address}${path}`)).json()
  const returned = async (): Promise<RevisionsPage['revisions']> =>
    ((await ask('/api/v1/revisions?after=0')) as RevisionsPage).revisions

  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    server = await startServer()
    await publishOn(server.address, photoSurvey)
    await open()
    await page.goto(server.address)
    await page.getByRole('link', { name: 'Fill in Home safety visit' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    return async () => {
      await browser.close()
      await server.stop()
      await rm(profile, { recursive: true, force: true })
    }
  })

  test('without a network it is taken, made smaller and kept', async () => {
    await browser.setOffline(true)
    await page.getByRole('link', { name: 'Fill in Home safety visit' }).click()
    await chooseWay(page)
    await carryOn()
    await page.getByRole('alert').getByRole('link', { name: 'Answer ‘Show the stairs and the gate’' }).click()
    expect(await focusedName(page)).toBe('Add a photo')
    await add(3000, 4000, 1)
    await page.getByText('Photo added').waitFor()
    await add(4000, 2500, 2)
    await pictures().nth(1).waitFor()
    await page.getByText('You have added 2 photos').waitFor()
    expect(await pictures().evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))).toEqual([
      1200, 1600,
    ])
    await page.getByText(/^Saved on this device/).waitFor()
  })

  test('a photo that is taken out comes back with Undo, and a file that is none is refused in words', async () => {
    await page.getByRole('button', { name: 'Remove photo 1' }).click()
    await page.getByText('Photo removed').waitFor()
    expect(await pictures().count()).toBe(1)
    await expect.poll(() => focusedName(page)).toBe('Undo')
    const letter = { name: 'letter.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('Dear all') }
    await page.keyboard.press('Enter')
    await pictures().nth(1).waitFor()
    expect(await focusedName(page)).toBe('Add a photo')
    await page.getByRole('button', { name: 'Remove photo 2' }).click()
    await page.getByLabel('Add a photo').setInputFiles(letter)
    await page.getByText('This file is not a photo. Choose a JPEG or PNG file.').waitFor()
    await add(4000, 2500, 2)
    await pictures().nth(1).waitFor()
    await page.getByText(/^Saved on this device/).waitFor()
  })

  test('a killed browser has both, and a name is signed with a typed name and a drawing', async () => {
    const address = page.url()
    await killProfile(profile)
    await browser.close().catch(() => undefined)
    await open()
    await browser.setOffline(true)
    await page.goto(address)
    await pictures().nth(1).waitFor()
    await carryOn()
    await headingFocused(page, 'Which room')
    await carryOn()
    await headingFocused(page, 'Who agreed')
    const pad = page.locator('canvas')
    const box = await pad.boundingBox()
    if (box === null) throw new Error('There is no pad')
    await page.mouse.move(box.x + 40, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(box.x + 160, box.y + 90, { steps: 8 })
    await page.mouse.up()
    await page.getByRole('button', { name: 'Clear the drawing' }).waitFor()
    await carryOn()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Type the name in/ })
      .click()
    await page.keyboard.type('Ann Other')
    await page.getByRole('button', { name: 'Clear the drawing' }).click()
    await page.getByText('Drawing cleared').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await tabTo(page, 'Continue')
    await page.keyboard.press('Enter')
    await headingFocused(page, 'Check your answers')
    await page.getByText('Ann Other').waitFor()
    await page.getByRole('img', { name: 'What was drawn for' }).waitFor()
    expect(await pictures().count()).toBe(2)
  })

  test('it is sent after its return, goes on where it was cut, and the outbox says how many wait', async () => {
    await page.getByRole('button', { name: 'Send answers' }).click()
    await page.getByText('Your reference').waitFor()
    let parts = 0
    await browser.route('**/api/v1/attachments/**', async (route) => {
      if (route.request().method() === 'PUT') parts += 1
      await (parts >= 2 ? route.abort('connectionreset') : route.continue())
    })
    await browser.setOffline(false)
    await page.goto(`${server.address}/outbox`)
    await page.getByText('3 photos or signatures to send').waitFor()
    await page.getByRole('button', { name: 'Send now' }).click()
    await expect.poll(() => parts, { timeout: 15_000 }).toBeGreaterThan(1)
    const [first] = await returned()
    const all = referencesIn(first?.revision.answers)
    const arrived = await Promise.all(
      all.map(async ({ sha256 }) => (await ask(`/api/v1/attachments/${sha256}`)) as AttachmentAnswer),
    )
    expect(arrived.filter(({ received }) => received > 0).length, 'one part of one').toBe(1)
    expect(arrived.filter(({ complete }) => !complete).length, 'the rest waits').toBeGreaterThan(1)
    await page.getByText(/photos or signatures to send/).waitFor()
    await browser.unroute('**/api/v1/attachments/**')
    const bodies: number[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') bodies.push(request.postDataBuffer()?.length ?? 0)
    })
    await page.getByRole('button', { name: 'Send now' }).click()
    await page.getByRole('link', { name: /^All sent/ }).waitFor()
    expect(
      bodies.reduce((sum, length) => sum + length, 0),
      'no byte twice',
    ).toBeLessThan(all.reduce((sum, { bytes }) => sum + bytes, 0))
    for (const { sha256, bytes, type } of all) {
      const content = await fetch(`${server.address}/api/v1/attachments/${sha256}/content`)
      const stored = Buffer.from(await content.arrayBuffer())
      expect([content.headers.get('content-type'), stored.length]).toEqual([type, bytes])
      expect(createHash('sha256').update(stored).digest('hex')).toBe(sha256)
      expect([secrets.camera, secrets.latitude].filter((secret) => stored.includes(secret))).toEqual([])
    }
    expect(JSON.stringify(await returned()).length, 'no bytes of it in the answers').toBeLessThan(4000)
  })

  test('nothing was complained of', () => {
    expect(watched.flat()).toEqual([])
  })
})
