import { strFromU8, unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { pushFamilyReturns } from '../support/family-returns.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/** Counts from 1 to 4 that a table or a file tells. */
const smallCounts = (cells: readonly string[]): readonly string[] => cells.filter((cell) => /^[1-4]$/.test(cell.trim()))

describe.skipIf(withoutChromium)('Results', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let said: readonly string[]

  const figure = (title: string) => page.getByRole('region', { name: title, exact: true })

  const download = async (title: string, name: RegExp): Promise<Uint8Array> => {
    const waiting = page.waitForEvent('download')
    await figure(title).getByRole('button', { name }).click()
    return readFile(await (await waiting).path())
  }

  /** What counts of forms say in the tables: not means and quartiles, which are no counts. */
  const cellsOf = (title: string): Promise<readonly string[]> =>
    figure(title)
      .getByRole('table')
      .first()
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.flatMap((row) => {
          const heads = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent)
          return [...row.querySelectorAll('td')]
            .filter((_, at) => !/Mean|Median|quartile/.test(heads[at + 1] ?? ''))
            .map(({ textContent }) => textContent)
        }),
      )

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    await pushFamilyReturns(server.address)
    profile = await browser.newContext()
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, `${server.address}/results/family-views`)
    await page.getByText('returns counted').waitFor()
    await page.locator('main p strong', { hasText: /^30$/ }).waitFor()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  const listened = 'How well did people listen to you?'

  test('about families nothing under 5 is told, on the page or in a file', async () => {
    const titles = await page.locator('main section h2').allTextContents()
    const tables = titles.filter((title) => title !== 'What is shown')
    const shown = (await Promise.all(tables.map((title) => cellsOf(title)))).flat()
    expect(shown).toContain('[c]')
    expect(smallCounts(shown)).toEqual([])
    const drawn = await page.locator('figure svg text').allTextContents()
    expect(smallCounts(drawn)).toEqual([])
    const csv = new TextDecoder().decode(await download(listened, /^Download CSV/))
    expect(csv).toContain('[c]')
    expect(smallCounts(csv.split(/[\r\n,]/))).toEqual([])
    const sheet = unzipSync(await download(listened, /^Download Excel/))['xl/worksheets/sheet4.xml']
    const figures = [...strFromU8(sheet ?? new Uint8Array()).matchAll(/<v>(.*?)<\/v>/g)].map(
      ([, figure]) => figure ?? '',
    )
    expect(figures).toContain('30')
    const word = unzipSync(await download(listened, /^Download Word/))['word/document.xml']
    const words = [...strFromU8(word ?? new Uint8Array()).matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/g)].map(
      ([, text]) => text ?? '',
    )
    expect(words).toContain('[c]')
    expect(smallCounts(words)).toEqual([])
    await figure(listened)
      .getByText(/^More files/)
      .click()
    const svg = new TextDecoder().decode(await download(listened, /^Chart as SVG/))
    expect(svg).toContain('Hidden to protect people')
    expect(smallCounts([...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text ?? ''))).toEqual([])
    const png = await download(listened, /^Chart as PNG/)
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG')
    await profile.grantPermissions(['clipboard-read', 'clipboard-write'])
    await figure(listened)
      .getByRole('button', { name: /^Copy as a table/ })
      .click()
    await page.getByText('Copied. Paste it').waitFor()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text() ?? ''
    })
    expect(copied).toMatch(/<td[^>]*>\[c\]<\/td>/)
    expect(copied).not.toMatch(/<td[^>]*>[1-4]<\/td>/)
    expect(smallCounts(figures)).toEqual([])
  })

  test('sorted by who answers, and of some alone, nothing under 5 is told either', async () => {
    await page.getByLabel('Sorted by').selectOption('who_answers')
    await expect.poll(() => figure(listened).getByRole('rowheader').allTextContents()).toContain('All')
    expect(smallCounts(await cellsOf(listened))).toEqual([])
    expect(page.url()).toContain('by=who_answers')
    await page.getByLabel('Only, question 1').selectOption('one_person')
    await page.getByText(/^Shown: only returns where/).waitFor()
    expect(smallCounts(await cellsOf(listened))).toEqual([])
    await page.reload()
    await page.getByText(/^Shown: only returns where/).waitFor()
    expect(await page.getByLabel('Sorted by').inputValue()).toBe('who_answers')
  })

  test('when a person decides so, every number is shown and a warning stands', async () => {
    await openScreen(page, `${server.address}/results/family-views?protect=none`)
    await page.getByText('Every number is shown').waitFor()
    expect(smallCounts(await cellsOf(listened))).toContain('3')
  })

  test('what the others could change, and how many were asked', async () => {
    await openScreen(page, `${server.address}/results/larc-support-needs/example`)
    await page.getByLabel('How many were asked').fill('20')
    await page.getByText('21 returned, but only 20 were asked').waitFor()
    await page.getByLabel('How many were asked').fill('25')
    await page.getByText('21 of 25 returned (84%)').first().waitFor()
    await page.getByText('What the others could change').first().click()
    await page.getByRole('cell', { name: '21 to 25', exact: true }).first().waitFor()
  })

  test('frozen tables stay as they are, what came since is listed, and what differs by a few is warned of', async () => {
    await openScreen(page, `${server.address}/results/family-views`)
    await page.getByRole('button', { name: 'Freeze these tables' }).click()
    await page.getByText('Nothing came or changed since.').waitFor()
    await pushFamilyReturns(server.address, 31, 32)
    await page.reload()
    await page.locator('main p strong', { hasText: /^32$/ }).waitFor()
    await page.getByText('2 returns came.').waitFor()
    await page.getByText('2 returns are counted differently').waitFor()
    await page.getByRole('link', { name: /^Frozen / }).click()
    await page.locator('main p strong', { hasText: /^30$/ }).waitFor()
    await page.getByText('What changed since: 2 returns came').waitFor()
    await page
      .getByText(/^Frozen on \d+ \w+ \d{4}\. Returns that came/)
      .first()
      .waitFor()
    expect(await cellsOf(listened)).toContain('30')
    await pushFamilyReturns(server.address, 33, 36)
    await openScreen(page, `${server.address}/results/family-views`)
    await page.locator('main p strong', { hasText: /^36$/ }).waitFor()
    await page.getByText('6 returns came.').waitFor()
    expect(await page.getByText('are counted differently').count()).toBe(0)
  })

  test('no page complained on the way', () => {
    expect(said).toEqual([])
  })
})
