import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { answerQuestions } from '../support/answer-questions.ts'
import { launchProfile, withoutChromium } from '../support/chromium.ts'
import { startServer } from '../support/running-server.ts'
import { beginForm, openScreen, sendForm, walkForm } from '../support/visit-screens.ts'
import { keptInProfile } from './kept-in-profile.ts'
import { tearLog } from './torn-log.ts'

const returnForm = async (page: Page, address: string): Promise<void> => {
  await beginForm(page, address, 'larc-support-needs')
  await walkForm(page, 'larc-support-needs', () => Promise.resolve())
  await sendForm(page)
}

describe.skipIf(withoutChromium)('a database that Chromium empties after a torn log', () => {
  test('comes back from the journal, and people are told', { timeout: 120_000 }, async () => {
    const server = await startServer()
    const folder = await mkdtemp(join(tmpdir(), 'proforma-profile-'))
    let profile: BrowserContext | null = null
    onTestFinished(async () => {
      await profile?.close()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    })
    const open = async (): Promise<Page> => {
      profile = await launchProfile(folder)
      // The returns must not reach the server: from there they would come back by themselves.
      await profile.route('**/api/v1/**', (route) => route.abort('connectionreset'))
      return profile.newPage()
    }
    const close = async (): Promise<void> => {
      await profile?.close()
      profile = null
    }

    const first = await open()
    for (let form = 0; form < 3; form += 1) await returnForm(first, server.address)
    await beginForm(first, server.address, 'larc-support-needs')
    await answerQuestions(first)
    await first.getByText('Saved on this device').waitFor()
    const before = await keptInProfile(first)
    expect(before.returns).toHaveLength(3)
    await close()
    await tearLog(folder)

    // The first opening reads up to the tear and writes after it; the second finds that it makes no sense.
    const second = await open()
    await openScreen(second, server.address)
    await second
      .getByRole('link', { name: /^Continue/ })
      .first()
      .waitFor()
    await close()
    const third = await open()
    await openScreen(third, server.address)
    await third.getByText('3 returns and 1 draft were put back').waitFor()
    const after = await keptInProfile(third)
    const digests = (kept: typeof after) => kept.returns.map(({ revision }) => revision.sha256).sort()
    expect(digests(after)).toEqual(digests(before))
    expect(after.outbox.map(({ id }) => id).sort()).toEqual(before.outbox.map(({ id }) => id).sort())
    expect(after.drafts.map(({ draft }) => draft.answers)).toEqual(before.drafts.map(({ draft }) => draft.answers))
    expect(after.meta).toMatchObject([{ device: before.meta[0]?.device, sequence: 3, putBack: { wiped: true } }])
    await returnForm(third, server.address)
    expect((await keptInProfile(third)).meta).toMatchObject([{ sequence: 4 }])
  })
})
