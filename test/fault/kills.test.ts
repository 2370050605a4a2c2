import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { withoutChromium } from '../support/chromium.ts'
import { startServer } from '../support/running-server.ts'
import { seeded } from '../support/seeded.ts'
import { beginForm } from '../support/visit-screens.ts'
import { type KillableChromium, startKillable } from './killed-chromium.ts'

/** `PROFORMA_KILLS=50 npx vitest run test/fault/kills.test.ts` is the long run; `PROFORMA_SEED` repeats one. */
const kills = Number(process.env['PROFORMA_KILLS'] ?? '4')
const seed = Number(process.env['PROFORMA_SEED'] ?? Date.now() % 1_000_000)

const textField = 'main form :is(textarea, input[type=text])'

const field = (page: Page) => page.locator(textField).first()

/** Tells what stood in the field each time that the page said Saved. */
const watchSaved = (page: Page, saved: (text: string) => void): Promise<void> =>
  page.exposeFunction('tellSaved', saved).then(() =>
    page.evaluate((where) => {
      const look = (): void => {
        const text = document.querySelector<HTMLInputElement>(where)?.value
        const says = document.querySelector('main')?.textContent?.includes('Saved on this device') === true
        if (says && text !== undefined) Reflect.get(window, 'tellSaved')(text)
      }
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    }, textField),
  )

const holds = (page: Page, text: string) =>
  page.waitForFunction(
    ([where = '', start = '']) => document.querySelector<HTMLInputElement>(where)?.value.startsWith(start),
    [textField, text],
  )

interface Typed {
  readonly address: string
  /** What stood in the field when the page last said Saved. */
  readonly saved: string
  /** What was typed until the browser was killed. */
  readonly typed: string
}

/** Goes on typing in the form, or begins it, and kills the browser at some moment. */
const typeAndKill = async (
  { page, kill }: KillableChromium,
  { home, address, before, next }: { home: string; address: string | null; before: string; next: () => number },
): Promise<Typed> => {
  try {
    if (address === null) await beginForm(page, home, 'larc-support-needs')
    else await page.goto(address)
    await field(page).waitFor()
    await holds(page, before)
    let saved = before
    await watchSaved(page, (text) => {
      saved = text
    })
    await field(page).press('Control+End')
    let typed = before
    const letters = 5 + Math.floor(next() * 30)
    for (let letter = 0; letter < letters; letter += 1) {
      const key = 'abcdefghij '.charAt(Math.floor(next() * 11))
      await page.keyboard.insertText(key)
      typed += key
      // A fast typist: nobody types a letter in less.
      await new Promise((resolve) => setTimeout(resolve, 50 + next() * 100))
    }
    return { address: page.url(), saved, typed }
  } finally {
    await kill()
  }
}

const readBack = async ({ page, kill }: KillableChromium, address: string): Promise<string> => {
  try {
    await page.goto(address)
    await field(page).waitFor()
    return await field(page).inputValue()
  } finally {
    await kill()
  }
}

describe.skipIf(withoutChromium)(`a browser that is killed while somebody types, seed ${seed}`, () => {
  test(
    `loses no answer that was said to be saved, and at most two letters otherwise (${kills} kills)`,
    { timeout: 60_000 + kills * 20_000 },
    async () => {
      const server = await startServer()
      const folder = await mkdtemp(join(tmpdir(), 'proforma-killed-'))
      onTestFinished(async () => {
        await server.stop()
        await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
      })
      const next = seeded(seed)
      let address: string | null = null
      let before = ''
      const lost: object[] = []
      for (let round = 1; round <= kills; round += 1) {
        const at = { home: server.address, address, before, next }
        const typed: Typed = await typeAndKill(await startKillable(folder), at)
        const kept = await readBack(await startKillable(folder), typed.address)
        const isLost = !kept.startsWith(typed.saved) || typed.typed.length - kept.length > 2
        if (isLost) lost.push({ round, ...typed, kept })
        address = typed.address
        before = kept
      }
      expect(lost).toEqual([])
    },
  )
})
