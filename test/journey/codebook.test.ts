import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { pushFamilyReturns } from '../support/family-returns.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

describe.skipIf(withoutChromium)('the codebook and the data set', () => {
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  beforeAll(async () => {
    const browser = await launchChromium()
    server = await startServer()
    await pushFamilyReturns(server.address)
    const profile = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, `${server.address}/results/family-views`)
    await page.locator('main p strong', { hasText: /^30$/ }).waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('each variable is reached from Results, with its answers and the version that asked it', async () => {
    await page.getByRole('link', { name: 'Codebook and data set' }).click()
    const variables = page.getByRole('region', { name: 'Table: variables of How well did people listen to you?' })
    await variables.getByRole('rowheader', { name: 'listened', exact: true }).waitFor()
    await variables.getByRole('cell', { name: 'version 1', exact: true }).waitFor()
    await page.getByRole('cell', { name: 'Refused: counted in Non-response' }).first().waitFor()
  })

  test('the data set has a line for each return, for those alone who may read single answers', async () => {
    const save = page.getByRole('button', { name: 'Download the data set' })
    const waiting = page.waitForEvent('download')
    await save.click()
    const zip = unzipSync(await readFile(await (await waiting).path()))
    const lines = strFromU8(zip['family-views.csv'] ?? new Uint8Array())
      .trimEnd()
      .split('\r\n')
    expect(lines).toHaveLength(31)
    expect(lines[0]).toMatch(/^\uFEFF?reference,version,returned,way,language,/)
    await page.getByText('30 returns.').waitFor()

    const signedIn = {
      kind: 'account',
      name: 'A',
      email: 'a@example.org',
      owner: false,
      roles: [{ survey: '*', role: 'analyst', singleAnswers: false }],
      secondStep: false,
    }
    await page.route('**/api/v1/me', async (route) => {
      await route.fulfill({ response: await route.fetch(), json: signedIn })
    })
    await save.click()
    await page.getByText('Sign in as somebody who may read single answers').waitFor()
  })

  test('no page complained on the way', () => {
    expect(said).toEqual([])
  })
})
