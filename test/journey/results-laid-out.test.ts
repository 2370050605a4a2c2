import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { pushFamilyReturns } from '../support/family-returns.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const support = 'Where do you anticipate that you will need most support to conduct your LARC research project?'
const listened = 'How well did people listen to you?'

describe.skipIf(withoutChromium)('Results, as somebody lays them out', () => {
  let server: RunningServer
  let page: Page
  let said: readonly string[]

  const figure = (title: string) => page.getByRole('region', { name: title, exact: true })
  const heads = (title: string) => figure(title).getByRole('table').first().getByRole('rowheader').allTextContents()
  const columns = (title: string) =>
    figure(title).getByRole('table').first().getByRole('columnheader').allTextContents()

  const download = async (title: string, name: RegExp): Promise<string> => {
    const waiting = page.waitForEvent('download')
    await figure(title).getByRole('button', { name }).click()
    return new TextDecoder().decode(await readFile(await (await waiting).path()))
  }

  beforeAll(async () => {
    const browser = await launchChromium()
    server = await startServer()
    await pushFamilyReturns(server.address)
    const profile = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('own words and an order by hand stand in the table, its notes and its files, and are kept', async () => {
    await openScreen(page, `${server.address}/results/larc-support-needs/example`)
    const first = 'Designing the local research project'
    await expect.poll(() => heads(support)).toContain(first)
    await figure(support)
      .getByText(/^Own words and order/)
      .click()
    await figure(support).getByLabel(first, { exact: true }).fill('Planning')
    await figure(support).getByLabel('Not sure', { exact: true }).fill('Unsure')
    await figure(support)
      .getByRole('button', { name: /^Down.*Designing the local research project/ })
      .press('Enter')
    await figure(support).getByText('moved to row 2 of 7').waitFor()
    await figure(support).getByRole('button', { name: 'Use these words and this order' }).click()
    await expect.poll(() => heads(support)).toContain('Planning')
    await figure(support).getByText('Kept on this device').waitFor()
    expect((await heads(support)).indexOf('Planning')).toBe(1)
    expect(await columns(support)).toContain('Unsure')
    await figure(support).getByText(`“Planning” stands for “${first}”`).first().waitFor()
    await figure(support).getByText('Rows in an order set by hand.').first().waitFor()
    const csv = await download(support, /^Download CSV/)
    expect(csv.split('\r\n')[0]).toContain('Unsure')
    expect(csv.split('\r\n')[2]).toBe('Planning,16,0,1,4,21')
    await page.reload()
    await expect.poll(() => heads(support)).toContain('Planning')
    await figure(support)
      .getByText(/^Own words and order/)
      .click()
    await figure(support).getByRole('button', { name: 'Back to the survey’s own' }).click()
    await expect.poll(() => heads(support)).toContain(first)
  })

  test('groups are tested where that holds, and items of the same forms otherwise', async () => {
    await page.getByText('More options').click()
    await page.getByLabel('Test whether differences').check()
    await figure(support).getByText('Cochran’s Q').first().waitFor()
    await page.getByLabel('Sorted by').selectOption('support.analysing')
    await figure(support).getByText('Fisher’s exact test').first().waitFor()
    await page.getByLabel('Then by').selectOption('support.commissioning')
    await expect.poll(() => heads(support)).toContain('Yes: Yes')
  })

  test('weights stand beside the counts, once each group has its number', async () => {
    await openScreen(page, `${server.address}/results/family-views?protect=none&base=valid`)
    await page.getByText('More options').click()
    await page.getByLabel('Weight by').selectOption('one_person')
    await page.getByText('Write what each group').waitFor()
    await page.getByRole('textbox', { name: 'Yes', exact: true }).fill('30')
    await page.getByText('says nothing of “No”').waitFor()
    await page.getByRole('textbox', { name: 'No', exact: true }).fill('70')
    await expect.poll(() => columns(listened)).toContain('Well, weighted %')
    await figure(listened).getByText('Design effect 1.16').first().waitFor()
    expect(await columns(listened)).toContain('Base: valid answers, unweighted')
    await page.getByLabel('Protect small numbers').selectOption('under5')
    await expect.poll(() => figure(listened).getByText('[c]').count()).toBeGreaterThan(3)
  })

  test('ours against the rest, with small numbers protected', async () => {
    await openScreen(page, `${server.address}/results/family-views`)
    await page.getByText('More options').click()
    await page.getByLabel('Told apart by').selectOption('one_person')
    await expect.poll(() => heads(listened)).toEqual(['Yes', 'All others', 'All'])
    await page.getByRole('combobox', { name: /^Show/ }).selectOption('mine')
    await page.getByText(/^Shown: only returns where/).waitFor()
    await page.getByLabel('Bars').selectOption('count')
    await figure(listened).getByText('Number of returns, base 15').waitFor()
  })

  test('a limit of one’s own hides what is under it, and the table says what could be worked out', async () => {
    await openScreen(page, `${server.address}/results/family-views`)
    await page.getByText('More options').click()
    await page.getByLabel('Protect small numbers').selectOption('own')
    await page.getByLabel('Hide numbers under', { exact: true }).fill('1')
    await page.getByText('write a number from 2 to 1000').waitFor()
    await page.getByLabel('Hide numbers under', { exact: true }).fill('7')
    await figure(listened).getByText('Counts of 1 to 6 are hidden').waitFor()
    await figure(listened)
      .getByText(/^What a reader could work out/)
      .click()
    const bounds = figure(listened).getByRole('table').nth(1).locator('tbody tr')
    await bounds.first().waitFor()
    const widths = await bounds.evaluateAll((rows) =>
      rows.map((row) => {
        const [least, most] = [...row.querySelectorAll('td')].slice(1).map(({ textContent }) => Number(textContent))
        return (most ?? 0) - (least ?? 0)
      }),
    )
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(7)
  })

  test('sorted by the month of the return', async () => {
    await openScreen(page, `${server.address}/results/family-views?protect=none`)
    await page.getByLabel('Sorted by').selectOption('Month of the return')
    await expect.poll(() => heads(listened)).toEqual(['November 2026', 'All'])
  })

  test('no page complained on the way', () => {
    expect(said).toEqual([])
  })
})
