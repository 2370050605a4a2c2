import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay, openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

/**
 * A form is answered while the script that routes it is still on its way: nothing of that is lost, moved or undone when
 * it comes. No service worker, so that the script can be held back.
 */
describe.skipIf(withoutChromium)('a form before its engine is there', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page
  let form: string
  let said: readonly string[]
  let letThrough: (() => void)[] = []

  const field = (name: string | RegExp) => page.getByRole('textbox', { name })
  const carryOn = () => page.getByRole('button', { name: 'Continue' }).click()
  const answers = () =>
    page.evaluate(
      (response) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('proforma')
          opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
          opening.addEventListener('success', () => {
            const reading = opening.result.transaction('drafts').objectStore('drafts').get(response)
            reading.addEventListener('success', () => {
              opening.result.close()
              resolve((reading.result as { draft: { answers: unknown } }).draft.answers)
            })
          })
        }),
      form.split('/').at(-2) ?? '',
    )

  /** Opens the form's address anew and holds the engine back until `engineComes`. */
  const openWithoutEngine = async (address: string): Promise<void> => {
    await page.goto('about:blank')
    await profile.route(/\/assets\/survey-core-/, async (route) => {
      await new Promise<void>((resolve) => letThrough.push(resolve))
      await route.continue()
    })
    await page.goto(address)
    await page.getByRole('button', { name: 'Continue' }).waitFor()
  }

  const engineComes = async (): Promise<void> => {
    const arrived = page.waitForResponse(/\/assets\/survey-core-/)
    await expect.poll(() => letThrough.length).toBe(1)
    for (const go of letThrough) go()
    letThrough = []
    await arrived
    await profile.unroute(/\/assets\/survey-core-/)
  }

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    profile = await browser.newContext({ serviceWorkers: 'block' })
    said = watchConsole(profile)
    page = await profile.newPage()
    await openScreen(page, `${server.address}/begin/larc-support-needs`)
    await chooseWay(page)
    await page.waitForURL(/\/1$/)
    form = page.url()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  test('what is typed before it is kept, with focus and caret where they were', async () => {
    await openWithoutEngine(form)
    await field('Name of your local authority').fill('Leeds')
    await expect.poll(answers).toEqual({ authority: 'Leeds' })
    await page.getByText('Saved on this device').waitFor()
    await field(/^Your role/).pressSequentially('Lead oficer')
    for (let back = 0; back < 5; back += 1) await page.keyboard.press('ArrowLeft')
    await page.evaluate(() => {
      document.activeElement?.setAttribute('data-before', '')
    })
    await engineComes()
    await page.getByText('Part 1 of').waitFor()
    await page.keyboard.type('f')
    expect(await field(/^Your role/).inputValue()).toBe('Lead officer')
    expect(await field(/^Your role/).getAttribute('data-before')).toBe('')
    await expect.poll(answers).toEqual({ authority: 'Leeds', role: 'Lead officer' })
  })

  test('letters that are being composed go on being composed', async () => {
    await openWithoutEngine(form)
    await field(/^Your name/).focus()
    const devtools = await profile.newCDPSession(page)
    await devtools.send('Input.imeSetComposition', { text: 'すし', selectionStart: 2, selectionEnd: 2 })
    await engineComes()
    await page.getByText('Part 1 of').waitFor()
    await devtools.send('Input.imeSetComposition', { text: 'すしや', selectionStart: 3, selectionEnd: 3 })
    await devtools.send('Input.insertText', { text: '寿司屋' })
    expect(await field(/^Your name/).inputValue()).toBe('寿司屋')
    await expect.poll(answers).toMatchObject({ contact_name: '寿司屋' })
  })

  test('Continue waits for it and then goes on; a problem is told at once', async () => {
    await openWithoutEngine(form)
    await field('Name of your local authority').fill('')
    await carryOn()
    await page.getByRole('alert').waitFor()
    await field('Name of your local authority').fill('Leeds')
    await carryOn()
    expect(page.url()).toMatch(/\/1$/)
    await engineComes()
    await page.getByRole('heading', { name: 'Where do you anticipate' }).waitFor()
  })

  test('a page further on stands at once as it was asked, and Back goes back', async () => {
    await openWithoutEngine(form.replace(/1$/, '2'))
    const row = page.getByRole('group', { name: 'Analysing data' })
    await row.getByLabel('Yes').check()
    await row.getByRole('button', { name: /^Clear/ }).click()
    await row.getByLabel('No', { exact: true }).check()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('heading', { name: 'Who is replying' }).waitFor()
    expect(await field('Name of your local authority').inputValue()).toBe('Leeds')
    await engineComes()
    await expect.poll(answers).toMatchObject({ authority: 'Leeds', support: { analysing: 'no' } })
  })

  test('what hangs on another answer of the same page is right as soon as it is there', async () => {
    await openScreen(page, form.replace(/1$/, '3'))
    await field(/./).first().waitFor()
    await openWithoutEngine(form.replace(/1$/, '3'))
    await field('Another activity').fill('Finding a focus')
    await expect.poll(answers).toMatchObject({ other1_activity: 'Finding a focus' })
    const need = page.getByRole('group', { name: 'Will you need support with this activity?' })
    expect(await need.count()).toBe(0)
    await engineComes()
    await need.getByLabel('Yes').check()
    await expect.poll(answers).toMatchObject({ other1_need: 'yes' })
  })

  test('as the service worker answers it, offline: the form comes with its page, and what is typed is kept', async () => {
    const installed = await browser.newContext()
    try {
      const tab = await installed.newPage()
      await openScreen(tab, `${server.address}/begin/larc-support-needs`)
      await tab.evaluate(() => navigator.serviceWorker.ready.then(() => null))
      await tab.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await chooseWay(tab)
      await tab.waitForURL(/\/1$/)
      const name = tab.getByRole('textbox', { name: 'Name of your local authority' })
      // As if the engine had never come: no cache has it, and there is no network.
      await tab.getByText('Part 1 of').waitFor()
      await tab.evaluate(async () => {
        for (const key of await caches.keys()) {
          const cache = await caches.open(key)
          for (const file of await cache.keys()) if (file.url.includes('survey-core')) await cache.delete(file)
        }
      })
      await installed.setOffline(true)
      for (const answer of ['Leeds </script><b>', 'Leeds']) {
        const visit = await tab.reload()
        expect(await visit?.text()).toContain('<script type="application/json" id="form-rows">')
        await name.fill(answer)
        await tab.getByText(/^Saved on this device/).waitFor()
        // Drawn from it, the form is nowhere else in the page.
        expect(await tab.locator('#form-rows').count()).toBe(0)
        await tab.reload()
        await expect.poll(() => name.inputValue()).toBe(answer)
      }
    } finally {
      await installed.close()
    }
  })

  test('a form that came with its page gives way to what was saved since it was read', async () => {
    const installed = await browser.newContext()
    try {
      const tab = await installed.newPage()
      await openScreen(tab, `${server.address}/begin/larc-support-needs`)
      await tab.evaluate(() => navigator.serviceWorker.ready.then(() => null))
      await tab.waitForFunction(() => navigator.serviceWorker.controller !== null)
      await chooseWay(tab)
      await tab.waitForURL(/\/1$/)
      const name = tab.getByRole('textbox', { name: 'Name of your local authority' })
      const saveAs = async (answer: string): Promise<string> => {
        await name.fill(answer)
        await tab.getByText(/^Saved on this device/).waitFor()
        const answered = await (await tab.reload())?.text()
        await expect.poll(() => name.inputValue()).toBe(answer)
        return answered ?? ''
      }
      const older = await saveAs('Lee')
      expect(older).toContain('Lee')
      await saveAs('Leeds')
      // As if the worker had read the database just before the last letters were in it.
      const address = tab.url()
      await tab.goto('about:blank')
      const other = await installed.newPage()
      await openScreen(other, server.address)
      await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister())
      await other.close()
      await installed.route(address, (route) => route.fulfill({ contentType: 'text/html', body: older }))
      const visit = await tab.goto(address)
      expect(await visit?.text()).toBe(older)
      await expect.poll(() => name.inputValue()).toBe('Leeds')
    } finally {
      await installed.close()
    }
  })

  test('a survey that cannot be drawn says so, in place of an empty page', async () => {
    const other = await browser.newContext({ serviceWorkers: 'block' })
    try {
      const tab = await other.newPage()
      await openScreen(tab, `${server.address}/begin/larc-support-needs`)
      await chooseWay(tab)
      await tab.waitForURL(/\/1$/)
      await tab.getByText('Part 1 of').waitFor()
      for (const broken of [[{ type: 'radiogroup', name: 'x', title: 'X', choices: null }], null]) {
        await tab.evaluate(breakVersions, broken)
        await tab.reload()
        await tab.getByRole('heading', { name: 'This form cannot be opened' }).waitFor()
        await tab.getByText('Tell whoever gave you this form').waitFor()
      }
    } finally {
      await other.close()
    }
  })

  test('no page complained on the way', () => {
    expect(said.filter((line) => !line.includes('registration blocked by Playwright'))).toEqual([])
  })
})

/** Puts other questions on the first page of every version here. Runs in the page. */
const breakVersions = (elements: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('proforma')
    opening.addEventListener('error', () => reject(opening.error ?? new Error('The database does not open')))
    opening.addEventListener('success', () => {
      const writing = opening.result.transaction('versions', 'readwrite')
      const asking = writing.objectStore('versions').openCursor()
      asking.addEventListener('success', () => {
        const at = asking.result
        if (at === null) return
        const version = at.value as { definition: { pages: { elements: unknown }[] } }
        for (const page of version.definition.pages.slice(0, 1)) page.elements = elements
        at.update(version)
        at.continue()
      })
      writing.addEventListener('complete', () => {
        opening.result.close()
        resolve()
      })
    })
  })
