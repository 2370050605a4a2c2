import type { Browser, BrowserContext, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import arabic from '../../src/pages/collect/messages/ar.json' with { type: 'json' }
import polish from '../../src/pages/collect/messages/pl.json' with { type: 'json' }
import { answerQuestions } from '../support/answer-questions.ts'
import { launchChromium, withoutChromium } from '../support/chromium.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { chooseWay, openScreen } from '../support/visit-screens.ts'
import { watchConsole } from '../support/watch-console.ts'

const menu = (page: Page) => page.locator('main details:has(button[aria-current]) > summary')

const changeLanguage = async (page: Page, name: string): Promise<void> => {
  await menu(page).click()
  await page.getByRole('button', { name, exact: true }).click()
}

/** The language and direction of the element that stands around the questions. */
const languageOf = (page: Page) =>
  page.locator('main form').evaluate((form) => {
    const around = form.closest<HTMLElement>('[dir]')
    return { lang: around?.closest<HTMLElement>('[lang]')?.lang, dir: around?.dir }
  })

const beginFamilyForm = async (page: Page, address: string, language: string): Promise<void> => {
  await openScreen(page, `${address}/begin/family-views`)
  await page.getByLabel(language).check()
  await chooseWay(page)
  await page.locator('main form').waitFor()
}

const carryOn = (page: Page) => page.locator('main form button[type=submit]').click()

describe.skipIf(withoutChromium)('a form in several languages', () => {
  let browser: Browser
  let server: RunningServer
  let profile: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    server = await startServer()
    return async () => {
      await browser.close()
      await server.stop()
    }
  })

  beforeEach(async () => {
    profile = await browser.newContext({ viewport: { width: 820, height: 1180 } })
    const said = watchConsole(profile)
    page = await profile.newPage()
    return async () => {
      await profile.close()
      if (said.length > 0) throw new Error(`The page complained: ${said.join(' ')}`)
    }
  })

  test('a form that is not there says so in the language of the browser', async () => {
    const other = await browser.newContext({ locale: 'ar-EG' })
    const tab = await other.newPage()
    await tab.goto(`${server.address}/collect/nothing`)
    const heading = tab.getByRole('heading', { name: arabic.openCannot })
    await heading.waitFor()
    expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
    await other.close()
  })

  test('a change keeps page, answers and focus, is there after a reload, and is what is sent', async () => {
    await beginFamilyForm(page, server.address, 'English')
    expect(await languageOf(page)).toEqual({ lang: 'en-GB', dir: 'ltr' })
    await answerQuestions(page)
    await carryOn(page)
    await page.waitForURL(/\/2$/)
    await carryOn(page)
    await page.waitForURL(/\/3$/)
    await page.locator('main form input').fill('3')
    await changeLanguage(page, 'Polski')
    await page.getByRole('heading', { name: /^Ile dzieci/ }).waitFor()
    expect(page.url()).toMatch(/\/3$/)
    expect(await page.locator('main form input').inputValue()).toBe('3')
    expect(await menu(page).evaluate((summary) => summary === document.activeElement)).toBe(true)
    expect(await languageOf(page)).toEqual({ lang: 'pl', dir: 'ltr' })
    await page.getByText(polish.saved.replace('{time}', '').trim()).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: /^Ile dzieci/ }).waitFor()
    expect(await page.locator('main form input').inputValue()).toBe('3')

    while ((await page.getByRole('button', { name: polish.send }).count()) === 0) {
      const address = page.url()
      await answerQuestions(page)
      await carryOn(page)
      await page.waitForURL((url) => url.href !== address)
      await page.locator('main h1').waitFor()
    }
    await page.getByText('27 marca 2026').waitFor()
    await changeLanguage(page, 'العربية')
    await page.getByText('27 مارس 2026').waitFor()
    await page.getByRole('button', { name: arabic.send }).click()
    await page.getByRole('heading', { name: arabic.receiptThanks }).waitFor()
    expect(await page.locator('main h1').evaluate((heading) => heading.closest('[dir]')?.getAttribute('dir'))).toBe(
      'rtl',
    )
    const sent = async () => (await page.request.get(`${server.address}/api/v1/revisions?after=0`)).text()
    await expect.poll(sent).toContain('"language":"ar"')
  })

  test('staff read who translated it and families do not', async () => {
    await openScreen(page, `${server.address}/begin/family-views`)
    await page.getByLabel('English').check()
    expect(await page.getByText('translated by a machine').count()).toBe(0)
    await page.getByLabel('Cymraeg').check()
    await page.getByText('The questions in Cymraeg were translated by a machine').waitFor()
    await page.getByText('The buttons and messages in Cymraeg were translated by a machine').waitFor()
    await chooseWay(page)
    await page.locator('main form').waitFor()
    expect(await page.getByText('translated by a machine').count()).toBe(0)
  })

  test('text has three sizes, kept on the device, for forms only', async () => {
    const sizeOf = (place: string) =>
      page
        .locator(place)
        .first()
        .evaluate((one) => getComputedStyle(one).fontSize)
    await beginFamilyForm(page, server.address, 'English')
    expect(await sizeOf('main form label')).toBe('19px')
    await page.getByRole('button', { name: 'Large text' }).click()
    expect(Math.round(Number.parseFloat(await sizeOf('main form label')))).toBe(24)
    await page.getByRole('button', { name: 'Largest text' }).click()
    expect(Math.round(Number.parseFloat(await sizeOf('main form label')))).toBe(30)
    // Before anything of the form stands.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector('header') === null) return
        observer.disconnect()
        Object.assign(window, { sizeAtFirst: document.documentElement.dataset['textSize'] })
      }).observe(document, { childList: true, subtree: true })
    })
    await page.reload()
    await page.locator('main form').waitFor()
    expect(await page.evaluate(() => (window as { sizeAtFirst?: string }).sizeAtFirst)).toBe('largest')
    expect(await page.getByRole('button', { name: 'Largest text' }).getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('link', { name: 'Proforma' }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expect.poll(() => sizeOf('html')).toBe('16px')
  })

  test('Listen reads with a voice of this device, stops where somebody answers or goes on, and is not there without one', async () => {
    await page.addInitScript(() => {
      const read: string[] = []
      Object.assign(window, { read })
      const voices = [
        { lang: 'cy-GB', localService: true },
        { lang: 'en_GB', localService: true },
        { lang: 'ur-PK', localService: false },
      ]
      speechSynthesis.getVoices = () => voices as SpeechSynthesisVoice[]
      speechSynthesis.speak = (said) => void read.push(`${said.lang}: ${said.text}`)
      speechSynthesis.cancel = () => void read.push('silent')
      // The browser's own takes only voices that it knows.
      Object.assign(window, {
        SpeechSynthesisUtterance: class extends EventTarget {
          text: string
          lang = ''
          voice = null
          constructor(text: string) {
            super()
            this.text = text
          }
        },
      })
    })
    const read = () => page.evaluate(() => (window as unknown as { read: string[] }).read.splice(0))
    const listen = (name: string) => page.getByRole('button', { name, exact: true })
    await beginFamilyForm(page, server.address, 'Cymraeg')
    await listen('Gwrando').click()
    expect(await read()).toEqual([
      'silent',
      'cy-GB: Ydych chi’n fodlon ateb ein cwestiynau?',
      'cy-GB: Chi sy’n penderfynu. Os dywedwch na, does dim yn newid i’ch teulu.',
      'cy-GB: Ydw, rwy’n fodlon ateb',
      'cy-GB: Nac ydw, dydw i ddim eisiau',
    ])
    await listen('Stopio').waitFor()
    await page.locator('main form input').first().check({ force: true })
    await listen('Gwrando').waitFor()
    expect(await read()).toEqual(['silent'])
    await listen('Gwrando').click()
    await read()
    await carryOn(page)
    await page.waitForURL(/\/2$/)
    await listen('Gwrando').waitFor()
    expect(await read()).toEqual(['silent'])
    await changeLanguage(page, 'اردو')
    await page.getByRole('heading', { name: /^جواب کون/ }).waitFor()
    expect(await page.locator('main button:has(svg)').count()).toBe(0)
    await changeLanguage(page, 'English')
    await listen('Listen').click()
    expect((await read())[1]).toBe('en_GB: Who is answering?')
  })
})
