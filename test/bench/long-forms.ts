import type { Browser, Page } from 'playwright-core'
import type { WayIn } from '../../src/response/revision.ts'
import type { Definition } from '../../src/survey/definition.ts'
import { publish } from '../../src/survey/version.ts'
import { longSurvey } from './long-survey.ts'
import { nextPaint, watchNextPaints } from './next-paint.ts'
import { type Measure, percentile } from './report.ts'

const slowdown = 4

/** One grid of 30 rows and 5 answers. */
const largeGrid: Definition = {
  ...longSurvey(1),
  title: 'A large grid',
  pages: [
    {
      name: 'only',
      elements: [
        {
          type: 'matrix',
          name: 'grid',
          title: 'How often?',
          columns: [1, 2, 3, 4, 5].map((value) => ({ value, text: `Answer ${value}` })),
          rows: Array.from({ length: 30 }, (_, row) => ({ value: `r${row + 1}`, text: `Matter number ${row + 1}` })),
        },
      ],
    },
  ],
}

/** Lays a version and a draft of it into the database of this app, and gives the draft's response. */
const keepDraft = async (page: Page, definition: Definition, way: WayIn): Promise<string> => {
  const version = publish(definition, null, new Date())
  const response = crypto.randomUUID()
  const now = new Date().toISOString()
  const draft = {
    response,
    survey: version.survey,
    version: version.id,
    way,
    language: 'default',
    answers: {},
    page: 0,
  }
  const kept = {
    draft: { ...draft, startedAt: now, savedAt: now, amends: null },
    revision: crypto.randomUUID(),
    counter: 0,
  }
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('proforma')
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction(['versions', 'drafts'], 'readwrite')
          writing.objectStore('versions').put(rows.version)
          writing.objectStore('drafts').put(rows.kept)
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
          writing.addEventListener('abort', () => reject(writing.error ?? new Error('The draft was not kept')))
        })
      }),
    { version, kept },
  )
  return response
}

const untilRouted = (page: Page): Promise<unknown> =>
  page
    .getByText(/^Part \d+ of \d+|^Part 1$/)
    .first()
    .waitFor()

/** Answers a page by its first radios and text fields, which also brings up what hangs on them. */
const answer = async (page: Page): Promise<void> => {
  const texts = page.locator('main form').locator('input[type=text], textarea')
  for (const field of await texts.all()) await field.fill('3')
  const names = await page
    .locator('main form input[type=radio]')
    .evaluateAll((inputs) => [...new Set(inputs.map((input) => (input as HTMLInputElement).name))])
  for (const name of names) await page.locator(`main form input[name="${name}"]`).first().check({ force: true })
}

/** From Continue to the next question, page after page of a form of 60 questions with routing. */
const nextQuestions = async (browser: Browser, address: string): Promise<readonly number[]> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await watchNextPaints(page)
    await page.goto(address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    const response = await keepDraft(page, longSurvey(60), 'family')
    await page.goto(`${address}/collect/${response}/1`)
    await page.getByText(/^Part 1 of \d\d/).waitFor()
    const devtools = await profile.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const times: number[] = []
    for (let number = 1; number < 55; number += 1) {
      await answer(page)
      // The question is on the screen in the frame that follows the press.
      times.push(await nextPaint(page, () => page.getByRole('button', { name: 'Continue' }).click({ force: true })))
      await page.waitForURL(new RegExp(`/(?:${number + 1}|check)$`))
      if (page.url().endsWith('/check')) break
    }
    return times
  } finally {
    await profile.close()
  }
}

/** The longest task of the page's thread, in milliseconds, while a form opens, is answered and is turned. */
const longestTask = async (browser: Browser, address: string, definition: Definition): Promise<number> => {
  const profile = await browser.newContext()
  try {
    const page = await profile.newPage()
    await page.addInitScript(() => {
      const taken: number[] = []
      Object.assign(window, { taken })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) taken.push(duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(address)
    await page.getByRole('link', { name: 'Fill in' }).first().waitFor()
    const response = await keepDraft(page, definition, 'interviewer')
    await page.goto(`${address}/collect/${response}/1`)
    await untilRouted(page)
    await page.waitForLoadState('networkidle')
    for (let turn = 0; turn < 3; turn += 1) {
      await answer(page)
      await page.getByRole('button', { name: /ontinue$/ }).click()
      await page.waitForURL(new RegExp(`/(?:${turn + 2}|check)$`))
      if (page.url().endsWith('/check')) break
    }
    await page.waitForTimeout(500)
    return Math.max(0, ...(await page.evaluate(() => (window as unknown as { taken: number[] }).taken)))
  } finally {
    await profile.close()
  }
}

/** How long forms fill in: the next question of one with routing, and the longest task of a very long one and a grid. */
export const measureLongForms = async (browser: Browser, address: string): Promise<readonly Measure[]> => {
  const turned = await nextQuestions(browser, address)
  return [
    {
      name: 'Next question of 60, CPU 4 times slower: 95 in 100 painted within',
      value: percentile(turned, 95),
      unit: 'ms',
      bar: 100,
    },
    {
      name: 'A form of 300 questions: longest task',
      value: await longestTask(browser, address, longSurvey(300)),
      unit: 'ms',
      bar: 200,
    },
    {
      name: 'A grid of 30 by 5: longest task',
      value: await longestTask(browser, address, largeGrid),
      unit: 'ms',
      bar: 200,
    },
  ]
}
