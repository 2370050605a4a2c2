import { execFile } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import { startServer } from '../support/running-server.ts'
import { beginForm, openScreen } from '../support/visit-screens.ts'

const run = promisify(execFile)

/** A disk of its own for one profile, small enough to fill; null where this user may not make one. */
const smallDisk = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return null
  const folder = await mkdtemp(join(tmpdir(), 'proforma-disk-'))
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]).then(
    () => true,
    () => false,
  )
  onTestFinished(async () => {
    if (mounted) await run('umount', ['--lazy', folder])
    await rm(folder, { recursive: true, force: true })
  })
  return mounted ? folder : null
}

/** Writes until not a page of it is free. */
const fill = async (disk: string): Promise<void> => {
  for (const bytes of [1_048_576, 4_096])
    for (;;) {
      const written = await appendFile(join(disk, 'filler'), new Uint8Array(bytes)).then(
        () => true,
        () => false,
      )
      if (!written) break
    }
}

const field = (page: Page) => page.getByLabel('Name of your local authority')

describe.skipIf(withoutChromium)('a disk that is full', () => {
  test(
    'is told as what it is: the answers leave as a file, from which they come back',
    { timeout: 120_000 },
    async ({ skip }) => {
      const disk = await smallDisk()
      if (disk === null) {
        skip('only root on Linux may make a small disk')
        return
      }
      const server = await startServer()
      onTestFinished(() => server.stop())
      await mkdir(join(disk, 'profile'))
      let profile = await launchProfile(join(disk, 'profile'))
      onTestFinished(() => profile.close())
      const page = await profile.newPage()
      await openScreen(page, server.address)
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
      await beginForm(page, server.address, 'larc-support-needs')
      await field(page).fill('Before')
      await page.getByText('Saved on this device').waitFor()

      await fill(disk)
      const toFile = page.getByRole('button', { name: 'Save the answers as a file' })
      // What the browser had set aside for its files takes a few letters still.
      await expect
        .poll(
          async () => {
            await fill(disk)
            await field(page).fill(`${await field(page).inputValue()} and more`)
            await page
              .getByText(/aved on this device|is not saved/)
              .first()
              .waitFor()
            return toFile.count()
          },
          { timeout: 60_000 },
        )
        .toBe(1)
      expect(await page.getByRole('alert').innerText()).toContain('The last answer is not saved.')
      const typed = await field(page).inputValue()
      const saving = page.waitForEvent('download')
      await toFile.click()
      const text = await readFile(await (await saving).path(), 'utf8')
      await page.getByText(/The answers are in the file proforma-/).waitFor()
      expect(text).toContain(typed)

      // Chromium has cleared what the origin kept, without a word. What is typed now would not outlive it, and is not said to.
      await rm(join(disk, 'filler'))
      await field(page).fill('After')
      await page.getByText('The last answer is not saved.').waitFor()
      await profile.close()
      profile = await launchProfile(join(disk, 'profile'))
      const again = await profile.newPage()
      await openScreen(again, server.address)
      await again.getByRole('heading', { name: 'This tablet was emptied' }).waitFor()
      await openScreen(again, `${server.address}/outbox`)
      await again
        .locator('input[type=file]')
        .setInputFiles({ name: 'proforma.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(text) })
      await again.getByText('Taken in: 1 form that was begun').waitFor()
      await openScreen(again, server.address)
      await again.getByRole('link', { name: /^Continue/ }).click()
      await expect.poll(() => field(again).inputValue()).toBe(typed)
    },
  )
})
